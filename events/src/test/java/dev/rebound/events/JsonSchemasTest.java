package dev.rebound.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The JSON Schemas say what the records say. Run with {@code -Drebound.schemas=write} to write them
 * anew after a record has changed.
 */
class JsonSchemasTest {

  private static final boolean WRITE = "write".equals(System.getProperty("rebound.schemas"));

  private static final String DEAD_LETTER = "dead-letter.v1.json";

  /** The schemas that are no event's, written by hand. */
  private static final List<String> BY_HAND = List.of(SchemaGenerator.SEALED, DEAD_LETTER);

  @ParameterizedTest
  @EnumSource
  void theSchemaIsTheOneOfTheRecord(EventType type) throws IOException {
    Path file = ContractFiles.SCHEMAS.resolve(ContractFiles.name(type, type.version()));
    String schema = pretty(SchemaGenerator.schema(type, SchemaGenerator.Form.PUBLISHED));
    if (WRITE) {
      Files.writeString(file, schema);
    }

    assertThat(file).exists().content().isEqualTo(schema);
  }

  @Test
  void everyVersionHasASchemaAndEverySchemaAVersion() {
    Stream<String> ofTypes =
        Arrays.stream(EventType.values())
            .flatMap(type ->
                IntStream.rangeClosed(1, type.version())
                    .mapToObj(version -> ContractFiles.name(type, version)));

    assertThat(ContractFiles.namesIn(ContractFiles.SCHEMAS))
        .isEqualTo(new TreeSet<>(Stream.concat(ofTypes, BY_HAND.stream()).toList()));
  }

  @Test
  void everyBoundIsThatOfAComponent() {
    assertThat(ContractRecords.components().map(ContractRecords::name))
        .containsAll(SchemaGenerator.BOUNDS.keySet());
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void whatIsPublishedFits(Golden golden) {
    String schema = ContractFiles.name(golden.type(), golden.version());

    assertThat(SchemaFolder.problems(schema, golden.published())).isEmpty();
    assertThat(SchemaFolder.problems(schema, golden.minimal())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("newest")
  void whatIsReadInsideAServiceFitsTheOpenForm(Golden golden) {
    ObjectNode open = SchemaGenerator.schema(golden.type(), SchemaGenerator.Form.OPEN);

    assertThat(SchemaFolder.problems(open, golden.full())).isEmpty();
    assertThat(SchemaFolder.problems(open, golden.minimal())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("newest")
  void wordsInClearDoNotFit(Golden golden) {
    String schema = ContractFiles.name(golden.type(), golden.version());

    assertThat(golden.places().stream().filter(Place::isPersonal))
        .allSatisfy(place ->
            assertThat(
                    SchemaFolder.problems(
                        schema, place.with(golden.published(), place.value(golden.full()))))
                .as("%s in clear", place)
                .isNotEmpty());
  }

  @ParameterizedTest
  @MethodSource("newest")
  void whatLacksARequiredFieldDoesNotFit(Golden golden) {
    String schema = ContractFiles.name(golden.type(), golden.version());

    assertThat(golden.places().stream().filter(Place::isRequired))
        .isNotEmpty()
        .allSatisfy(place ->
            assertThat(SchemaFolder.problems(schema, place.without(golden.published())))
                .as("without %s", place)
                .isNotEmpty());
  }

  @ParameterizedTest
  @MethodSource("newest")
  void aFieldOfALaterBuildFits(Golden golden) {
    ObjectNode later = golden.published().deepCopy();
    later.putObject("addedLater").put("code", "SOMETHING");

    assertThat(SchemaFolder.problems(ContractFiles.name(golden.type(), golden.version()), later))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'words in clear'",
        "['words', 'in clear']",
        "{}",
        "{'sealed':{'subject':'01936f2e-5b1a-7c40-9a3e-2f6d8c1b7e05'}}",
        "{'sealed':{'box':'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'}}",
        "{'sealed':{'subject':'me','box':'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'}}",
        "{'sealed':{'subject':'01936f2e-5b1a-7c40-9a3e-2f6d8c1b7e05','box':'words in clear, and many of them, too'}}",
        "{'sealed':{'subject':'01936f2e-5b1a-7c40-9a3e-2f6d8c1b7e05','box':'tooShort'}}",
        "{'sealed':{'subject':'01936f2e-5b1a-7c40-9a3e-2f6d8c1b7e05','box':'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'},'clear':'words'}",
        "{'sealed':{'subject':'01936f2e-5b1a-7c40-9a3e-2f6d8c1b7e05','box':'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA','clear':'words'}}"
      })
  void whatIsNoSealedValueDoesNotFit(String value) throws JsonProcessingException {
    assertThat(
            SchemaFolder.problems(
                SchemaGenerator.SEALED, EventJson.mapper().readTree(value.replace('\'', '"'))))
        .isNotEmpty();
  }

  @Test
  void aDeadLetterSaysWhereTheRecordLiesAndWhy() throws JsonProcessingException {
    ObjectNode letter =
        EventJson.mapper()
            .readValue(
                """
                {
                  "consumer": "insights-service",
                  "handler": "contexts",
                  "from": "TOPIC",
                  "topic": "rebound.feedback",
                  "partition": 3,
                  "offset": 41207,
                  "reason": "NEWER_VERSION",
                  "at": "2026-10-12T09:30:00Z",
                  "stream": "feedback-request-0193c1a4-20f7-7d5b-b6e1-83c9f04a2d77",
                  "eventId": "0193c8b0-7e44-7a92-a1d3-5b60e7f8c914",
                  "eventType": "rebound.FeedbackReceived.v2"
                }
                """,
                ObjectNode.class);

    assertThat(SchemaFolder.problems(DEAD_LETTER, letter)).isEmpty();
    assertThat(List.of("consumer", "topic", "partition", "offset", "reason", "at"))
        .allSatisfy(required ->
            assertThat(SchemaFolder.problems(DEAD_LETTER, letter.deepCopy().without(required)))
                .isNotEmpty());
  }

  private static String pretty(ObjectNode schema) throws JsonProcessingException {
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(indent)
            .withArrayIndenter(indent);
    return EventJson.mapper().writer(printer).writeValueAsString(schema) + "\n";
  }

  static Stream<Golden> goldens() {
    return Golden.all();
  }

  static Stream<Golden> newest() {
    return Golden.newest();
  }
}

package dev.rebound.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String CANARY = "Aurelia Quendt of Canary Wharf";

  @ParameterizedTest
  @MethodSource("goldens")
  void aFieldOfALaterBuildIsPassedOver(Golden golden) {
    ObjectNode later = golden.full().deepCopy();
    later.putObject("addedLater").put("code", "SOMETHING");

    assertThat(read(golden, later)).isEqualTo(read(golden, golden.full()));
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void whatIsMissingIsRefusedAndNamed(Golden golden) {
    assertThat(required(golden))
        .isNotEmpty()
        .allSatisfy(place -> assertRefused(golden, place, place.without(golden.full())));
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void nullIsMissing(Golden golden) {
    assertThat(required(golden))
        .allSatisfy(
            place -> assertRefused(golden, place, place.with(golden.full(), NODES.nullNode())));
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void whatIsOfAnotherTypeIsRefusedAndNotQuoted(Golden golden) {
    JsonNode wrong = NODES.objectNode().set("words", NODES.arrayNode().add(CANARY));

    assertThat(golden.places())
        .filteredOn(place -> !ContractRecords.content(place.component()).isRecord())
        .allSatisfy(place -> assertRefused(golden, place, place.with(golden.full(), wrong)));
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void wordsInPlaceOfACodeAreRefusedAndNotQuoted(Golden golden) {
    assertThat(golden.places())
        .filteredOn(place -> ContractRecords.content(place.component()) != String.class)
        .allSatisfy(place ->
            assertRefused(golden, place, place.with(golden.full(), NODES.textNode(CANARY))));
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void aSealedValueIsNotReadAsWords(Golden golden) {
    assertThat(golden.places())
        .filteredOn(Place::isPersonal)
        .allSatisfy(place ->
            assertRefused(
                golden, place, place.with(golden.full(), place.value(golden.published()))));
  }

  /** A number would be read as the code that happens to stand there. */
  @Test
  void aNumberIsNoCode() {
    Golden golden = Golden.of(EventType.STAGE_REACHED, 1);
    ObjectNode numbered = golden.full().deepCopy().put("stage", 3);

    assertThatIllegalArgumentException().isThrownBy(() -> read(golden, numbered));
  }

  @Test
  void aFractionIsNoWholeNumber() {
    Golden golden = Golden.of(EventType.FEEDBACK_REMINDED, 1);
    ObjectNode broken = golden.full().deepCopy().put("round", 1.5);

    assertThatIllegalArgumentException().isThrownBy(() -> read(golden, broken));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 2})
  void aVersionThatIsNotKnownIsRefused(int version) {
    ObjectNode json = Golden.of(EventType.STAGE_REACHED, 1).full();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> EventJson.read(EventType.STAGE_REACHED, version, json))
        .withMessage("StageReached has no version " + version);
  }

  @Test
  void anEmptyTextIsWrittenAndReadBack() {
    ReboundEvent event =
        new ApplicationEvent.ConsentChanged(
            UUID.fromString("01936f2e-5b1a-7c40-9a3e-2f6d8c1b7e05"), "", true);

    assertThat(EventJson.read(EventType.of(event), 1, EventJson.write(event))).isEqualTo(event);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "60000", "27.50", "0.10", "1234567890123.45"})
  void moneyKeepsItsDigits(String amount) throws IOException {
    BigDecimal exact = new BigDecimal(amount);
    Salary salary = new Salary(exact, exact, "EUR", SalaryPeriod.HOUR);

    byte[] bytes = EventJson.mapper().writeValueAsBytes(EventJson.mapper().valueToTree(salary));

    assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("\"min\":" + amount + ",");
    assertThat(EventJson.mapper().treeToValue(EventJson.mapper().readTree(bytes), Salary.class))
        .isEqualTo(salary);
  }

  private static void assertRefused(Golden golden, Place place, ObjectNode spoilt) {
    assertThatIllegalArgumentException()
        .as("%s with %s spoilt", golden, place)
        .isThrownBy(() -> read(golden, spoilt))
        .withMessageContaining(golden.type().wireName())
        .withMessageContaining(place.component().getName())
        .withNoCause()
        .satisfies(refusal -> assertThat(refusal.toString()).doesNotContain(words(golden)));
  }

  /** Every personal text of the sample, and the one that the tests put in. */
  private static List<String> words(Golden golden) {
    Stream<String> words =
        golden.places().stream()
            .filter(Place::isPersonal)
            .map(place -> place.value(golden.full()))
            .flatMap(value -> value.isArray() ? value.valueStream() : Stream.of(value))
            .map(JsonNode::asText);
    return Stream.concat(Stream.of(CANARY), words).toList();
  }

  private static ReboundEvent read(Golden golden, ObjectNode json) {
    return EventJson.read(golden.type(), golden.version(), json);
  }

  private static List<Place> required(Golden golden) {
    return golden.places().stream().filter(Place::isRequired).toList();
  }

  static Stream<Golden> goldens() {
    return Golden.newest();
  }
}

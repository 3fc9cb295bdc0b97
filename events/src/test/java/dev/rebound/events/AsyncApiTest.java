package dev.rebound.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The AsyncAPI document says what the types and topics say, and all that it points at is there. */
class AsyncApiTest {

  private static final List<String> ALWAYS =
      List.of(
          "content-type",
          "ce_specversion",
          "ce_id",
          "ce_type",
          "ce_source",
          "ce_subject",
          "ce_time",
          "ce_partitionkey",
          "ce_correlationid",
          "ce_streamversion",
          "ce_position");
  private static final List<String> SOMETIMES =
      List.of("ce_board", "ce_causationid", "traceparent");

  private static final JsonNode DOCUMENT = read();

  @Test
  void itIsOfVersion3() {
    assertThat(DOCUMENT.path("asyncapi").asText()).isEqualTo("3.0.0");
  }

  @Test
  void everyTopicIsAChannel() {
    Stream<String> topics =
        Stream.concat(
            Arrays.stream(Topic.values()).map(Topic::address), Stream.of(Topic.DEAD_LETTERS));

    assertThat(DOCUMENT.path("channels").valueStream().map(AsyncApiTest::address))
        .containsExactlyInAnyOrderElementsOf(topics.toList());
  }

  @ParameterizedTest
  @EnumSource
  void everyVersionOfATypeIsInTheChannelOfItsTopicAndNoOther(EventType type) {
    Topic topic = Topic.of(EventJson.read(type, type.version(), golden(type).minimal()));

    assertThat(wireNames(type))
        .allSatisfy(name ->
            assertThat(
                    DOCUMENT
                        .path("channels")
                        .valueStream()
                        .filter(channel -> names(channel).contains(name))
                        .map(AsyncApiTest::address))
                .as(name)
                .containsExactly(topic.address()));
  }

  @Test
  void noChannelHasAMessageWithoutAType() {
    assertThat(
            DOCUMENT
                .path("channels")
                .valueStream()
                .filter(channel -> !address(channel).equals(Topic.DEAD_LETTERS))
                .flatMap(channel -> names(channel).stream()))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(EventType.values()).flatMap(AsyncApiTest::wireNames).toList());
  }

  @Test
  void everyPayloadIsTheSchemaOfItsName() {
    assertThat(eventMessages())
        .allSatisfy(message ->
            assertThat(message.at("/payload/schema/$ref").asText())
                .isEqualTo("./schemas/" + schemaOf(message.path("name").asText())));
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    assertThat(DOCUMENT.findValuesAsText("$ref"))
        .isNotEmpty()
        .allSatisfy(reference -> {
          if (reference.startsWith("#")) {
            assertThat(DOCUMENT.at(reference.substring(1)).isObject()).isTrue();
          } else {
            assertThat(ContractFiles.RESOURCES.resolve(Path.of(reference))).isRegularFile();
          }
        });
  }

  @Test
  void everyEventCarriesTheHeadersOfACloudEvent() {
    JsonNode headers = DOCUMENT.at("/components/messageTraits/event/headers");

    assertThat(eventMessages())
        .allSatisfy(message ->
            assertThat(message.at("/traits/0/$ref").asText())
                .isEqualTo("#/components/messageTraits/event"));
    assertThat(headers.path("required").valueStream().map(JsonNode::asText))
        .containsExactlyInAnyOrderElementsOf(ALWAYS);
    assertThat(headers.path("properties").propertyStream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(ALWAYS.stream(), SOMETIMES.stream()).toList());
  }

  @ParameterizedTest
  @EnumSource
  void theTypeHeaderFitsEveryWireName(EventType type) {
    assertThat(type.wireName())
        .matches(
            DOCUMENT
                .at("/components/messageTraits/event/headers/properties/ce_type/pattern")
                .asText());
  }

  @Test
  void everyTopicIsWrittenByItsOneService() {
    assertThat(Topic.values())
        .allSatisfy(topic ->
            assertThat(operations("send").filter(send -> channelOf(send).equals(topic.address())))
                .singleElement()
                .satisfies(send -> assertThat("/" + service(send)).isEqualTo(topic.source())));
  }

  @Test
  void everyServiceReportsWhatItCannotRead() {
    assertThat(
            operations("send")
                .filter(send -> channelOf(send).equals(Topic.DEAD_LETTERS))
                .map(send -> "/" + service(send)))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Topic.values()).map(Topic::source).toList());
  }

  @Test
  void everyOperationNamesItsServiceFirst() {
    Map<String, String> services =
        Map.of(
            "application-service", "applicationService",
            "feedback-service", "feedbackService",
            "insights-service", "insightsService");

    assertThat(DOCUMENT.path("operations").propertyStream())
        .allSatisfy(operation ->
            assertThat(operation.getKey())
                .startsWith(
                    services.get(service(operation.getValue()))
                        + (operation.getValue().path("action").asText().equals("send")
                            ? "Sends"
                            : "Receives")));
  }

  private static Stream<JsonNode> eventMessages() {
    return DOCUMENT
        .at("/components/messages")
        .propertyStream()
        .filter(message -> !message.getKey().equals("DeadLetter"))
        .map(Map.Entry::getValue);
  }

  private static Stream<JsonNode> operations(String action) {
    return DOCUMENT
        .path("operations")
        .valueStream()
        .filter(operation -> operation.path("action").asText().equals(action));
  }

  private static String channelOf(JsonNode operation) {
    return address(follow(operation.path("channel")));
  }

  private static String service(JsonNode operation) {
    return operation.at("/tags/0/name").asText();
  }

  private static String address(JsonNode channel) {
    return channel.path("address").asText();
  }

  private static Set<String> names(JsonNode channel) {
    return channel
        .path("messages")
        .valueStream()
        .map(message -> follow(message).path("name").asText())
        .collect(Collectors.toSet());
  }

  private static JsonNode follow(JsonNode reference) {
    return DOCUMENT.at(reference.path("$ref").asText().substring(1));
  }

  private static Stream<String> wireNames(EventType type) {
    return IntStream.rangeClosed(1, type.version())
        .mapToObj(version -> "rebound." + type.eventName() + ".v" + version);
  }

  private static String schemaOf(String wireName) {
    return wireName.substring("rebound.".length()) + ".json";
  }

  private static Golden golden(EventType type) {
    return Golden.of(type, type.version());
  }

  private static JsonNode read() {
    try {
      return new YAMLMapper()
          .readTree(ContractFiles.text(ContractFiles.RESOURCES.resolve("asyncapi.yaml")));
    } catch (JsonProcessingException malformed) {
      throw new AssertionError(malformed);
    }
  }
}

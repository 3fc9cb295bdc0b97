package dev.rebound.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a service says of its API, looked at for what it leaves out. */
final class ApiDocument {

  private static final String PROBLEM = "application/problem+json";

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry ->
              registry.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  private final JsonNode paths;
  private final JsonNode components;
  private final List<String> gaps = new ArrayList<>();

  ApiDocument(JsonNode document) {
    this.paths = document.path("paths");
    this.components = closed(document.path("components").deepCopy());
  }

  /** No field may be in an example that is not described. */
  private static JsonNode closed(JsonNode components) {
    for (JsonNode schema : components.path("schemas")) {
      if (schema.has("properties") && !schema.has("additionalProperties")) {
        ((ObjectNode) schema).put("additionalProperties", false);
      }
    }
    return components;
  }

  /**
   * Operations without a summary or a success, answers without a description, errors that are no
   * problems or show another, and contents without an example, or with one that does not fit its
   * schema.
   */
  List<String> gaps() {
    gaps.clear();
    paths
        .properties()
        .forEach(path ->
            path.getValue().properties().stream()
                .filter(item -> item.getValue().has("responses"))
                .forEach(item -> look(item.getKey() + " " + path.getKey(), item.getValue())));
    return List.copyOf(gaps);
  }

  private void look(String route, JsonNode operation) {
    if (operation.path("summary").asText().isBlank()) {
      gaps.add(route + " has no summary");
    }
    if (operation.path("responses").properties().stream().noneMatch(ApiDocument::isSuccess)) {
      gaps.add(route + " does not say what it answers");
    }
    contents(route + " body", operation.path("requestBody").path("content"));
    operation
        .path("responses")
        .properties()
        .forEach(answer -> {
          String at = route + " " + answer.getKey();
          JsonNode content = answer.getValue().path("content");
          if (answer.getValue().path("description").asText().isBlank()) {
            gaps.add(at + " has no description");
          }
          if (!isSuccess(answer) && !content.has(PROBLEM)) {
            gaps.add(at + " is no problem");
          }
          contents(at, content);
          examples(content.path(PROBLEM)).stream()
              .map(example -> example.path("status").asText())
              .filter(
                  status -> answer.getKey().matches("[0-9]+") && !status.equals(answer.getKey()))
              .forEach(status -> gaps.add(at + " shows a " + status));
        });
  }

  private static boolean isSuccess(Map.Entry<String, JsonNode> answer) {
    return answer.getKey().startsWith("2");
  }

  private void contents(String at, JsonNode content) {
    content
        .properties()
        .forEach(type -> {
          List<JsonNode> examples = examples(type.getValue());
          if (examples.isEmpty()) {
            gaps.add(at + " " + type.getKey() + " has no example");
          }
          examples.forEach(example ->
              problems(type.getValue().path("schema"), example)
                  .forEach(problem -> gaps.add(at + " has an example with " + problem)));
        });
  }

  private static List<JsonNode> examples(JsonNode type) {
    List<JsonNode> examples = new ArrayList<>();
    if (type.has("example")) {
      examples.add(type.path("example"));
    }
    type.path("examples").forEach(named -> examples.add(named.path("value")));
    return examples;
  }

  private List<String> problems(JsonNode schema, JsonNode example) {
    if (!(schema instanceof ObjectNode)) {
      return List.of("no schema");
    }
    ObjectNode whole = schema.deepCopy();
    whole.set("components", components);
    return REGISTRY.getSchema(whole).validate(example).stream().map(Error::toString).toList();
  }
}

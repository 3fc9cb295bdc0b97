package dev.rebound.deploy;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Rendered manifests, as documents. */
record Manifests(List<JsonNode> documents) {
  private static final ObjectMapper YAML =
      JsonMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private static final Map<String, Manifests> RENDERED = new HashMap<>();

  /** The checkout that these tests belong to. */
  static Path root() {
    return Path.of(System.getProperty("rebound.root", ".."));
  }

  /** The manifests of a file of values that comes with the chart. */
  static synchronized Manifests of(String values) {
    return RENDERED.computeIfAbsent(values, it -> of(it, Map.of())).copy();
  }

  static Manifests of(String values, Map<String, String> settings) {
    Chart chart = Chart.in(root());
    return read(chart.render(chart.values(values), settings));
  }

  static Manifests read(String text) {
    List<JsonNode> documents = new ArrayList<>();
    try (var parser = YAML.createParser(text)) {
      YAML.readValues(parser, JsonNode.class)
          .forEachRemaining(it -> {
            if (it.isObject() && !it.isEmpty()) {
              documents.add(it);
            }
          });
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return new Manifests(documents);
  }

  private Manifests copy() {
    return new Manifests(documents.stream().map(it -> it.<JsonNode>deepCopy()).toList());
  }

  Stream<JsonNode> kind(String kind) {
    return documents.stream().filter(it -> it.path("kind").asText().equals(kind));
  }

  Optional<JsonNode> find(String kind, String name) {
    return kind(kind).filter(it -> name(it).equals(name)).findFirst();
  }

  static String name(JsonNode document) {
    return document.path("metadata").path("name").asText();
  }

  static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  /** The pods of deployments and jobs. */
  Stream<Pod> pods() {
    return documents.stream()
        .filter(it -> List.of("Deployment", "Job").contains(it.path("kind").asText()))
        .map(it ->
            new Pod(
                it.path("kind").asText(),
                name(it),
                it.path("spec").path("template").path("metadata").path("labels"),
                it.path("spec").path("template").path("spec")));
  }

  /** What a deployment or a job makes. */
  record Pod(String kind, String name, JsonNode labels, JsonNode spec) {
    Stream<JsonNode> containers() {
      return Stream.concat(each(spec.path("containers")), each(spec.path("initContainers")));
    }

    boolean serves() {
      return kind.equals("Deployment");
    }

    boolean matches(JsonNode matchLabels) {
      return matchLabels.properties().stream()
          .allMatch(it -> labels.path(it.getKey()).asText().equals(it.getValue().asText()));
    }

    @Override
    public String toString() {
      return kind + " " + name;
    }
  }
}

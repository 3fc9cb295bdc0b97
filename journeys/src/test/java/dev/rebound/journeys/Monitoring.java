package dev.rebound.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The dashboards and alerts as they are deployed. */
final class Monitoring {

  private static final Path ROOT = Path.of(System.getProperty("rebound.root"));

  private Monitoring() {}

  /** The dashboards by the names of their files. */
  static Map<String, JsonNode> dashboards() {
    return read("deploy/dashboards", ".json", new ObjectMapper());
  }

  /** The files of alert rules by their names. */
  static Map<String, JsonNode> alerts() {
    return read("deploy/alerts", ".yaml", new ObjectMapper(new YAMLFactory()));
  }

  /** Every expression in a dashboard or a file of rules, those of a dashboard's variables too. */
  static List<String> expressions(JsonNode file) {
    List<String> expressions = file.findValuesAsText("expr");
    expressions.addAll(file.findValuesAsText("definition"));
    return expressions;
  }

  /** The lines of a document, by its path in the checkout. */
  static List<String> lines(String document) {
    try {
      return Files.readAllLines(ROOT.resolve(document));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Map<String, JsonNode> read(String folder, String ending, ObjectMapper mapper) {
    try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
      Map<String, JsonNode> read = new TreeMap<>();
      for (Path file : files.filter(it -> it.toString().endsWith(ending)).toList()) {
        read.put(file.getFileName().toString(), mapper.readTree(file.toFile()));
      }
      return read;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

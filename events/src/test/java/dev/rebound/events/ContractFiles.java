package dev.rebound.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The contract's files, read where they are kept and not from the class path: a file that was taken
 * away may still lie among the compiled classes.
 */
final class ContractFiles {

  static final Path RESOURCES =
      Path.of(System.getProperty("basedir", "")).resolve("src/main/resources");
  static final Path SCHEMAS = RESOURCES.resolve("schemas");
  static final Path GOLDEN =
      Path.of(System.getProperty("basedir", "")).resolve("src/test/resources/golden");

  private ContractFiles() {}

  /** The file of one version of a type, the same in every folder of the contract. */
  static String name(EventType type, int version) {
    return type.eventName() + ".v" + version + ".json";
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static ObjectNode json(Path file) {
    try {
      return EventJson.mapper().readValue(text(file), ObjectNode.class);
    } catch (JsonProcessingException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  static SortedSet<String> namesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      SortedSet<String> names = new TreeSet<>();
      files.forEach(file -> names.add(String.valueOf(file.getFileName())));
      return names;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

package dev.rebound.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/** Labelled sentences of the tests: a line each, labels and text with {@code |} between them. */
final class Sentences {

  private Sentences() {}

  /** The lines of a file under {@code wording}, cut into their parts. */
  static List<Arguments> of(String file) {
    return lines(file).stream().map(line -> Arguments.of((Object[]) parts(line))).toList();
  }

  /** The lines without comments and empty ones. */
  static List<String> lines(String file) {
    try (InputStream in = Sentences.class.getResourceAsStream("wording/" + file)) {
      if (in == null) {
        throw new IllegalStateException("there is no " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] parts(String line) {
    String[] parts = line.split("\\|");
    for (int at = 0; at < parts.length; at++) {
      parts[at] = parts[at].strip();
    }
    return parts;
  }
}

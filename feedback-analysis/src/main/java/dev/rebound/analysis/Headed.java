package dev.rebound.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a plain text file that comes with this module: a heading in square brackets and the
 * lines below it. Lines that start with {@code #} are comments.
 *
 * @param heading without its brackets
 * @param lines without those that are empty
 */
record Headed(String heading, List<String> lines) {

  /**
   * The parts of a file, in order.
   *
   * @param file beside this class
   */
  static List<Headed> read(String file) {
    List<Headed> parts = new ArrayList<>();
    for (String raw : content(file).lines().toList()) {
      String line = raw.startsWith("#") ? "" : raw.strip();
      if (line.startsWith("[") && line.endsWith("]")) {
        parts.add(new Headed(line.substring(1, line.length() - 1).strip(), new ArrayList<>()));
      } else if (!line.isEmpty()) {
        parts.getLast().lines().add(line);
      }
    }
    return parts;
  }

  /** All of a file. */
  static String content(String file) {
    try (InputStream in = Headed.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the reader lacks " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All words of all lines. */
  List<String> words() {
    return lines.stream().flatMap(line -> List.of(line.split("\\s+")).stream()).toList();
  }
}

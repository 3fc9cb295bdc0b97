package dev.rebound.insights.search.matching;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A list of words that comes with this version, as a text file: a line an entry. */
public final class WordList {

  private WordList() {}

  /**
   * The entries of {@code /search/<name>.txt}; lines that start with a number sign are comments.
   */
  public static List<String> read(String name) {
    String file = "/search/" + name + ".txt";
    try (InputStream in = Objects.requireNonNull(WordList.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

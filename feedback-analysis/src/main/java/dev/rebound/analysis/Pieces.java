package dev.rebound.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Cuts a text into the pieces of words that the model knows by number: lower case, without accents,
 * the longest known piece first (WordPiece, Schuster and Nakajima 2012, with the vocabulary of the
 * model that ours was made from).
 */
final class Pieces {

  private static final String RESOURCE = "model/vocabulary.txt";

  /** A word longer than this is none, and unknown; it bounds the search for pieces. */
  private static final int LONGEST_WORD = 100;

  private static final String GOES_ON = "##";
  private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");

  private final Map<String, Integer> numbers;

  private Pieces(Map<String, Integer> numbers) {
    this.numbers = numbers;
  }

  /**
   * A piece of a word.
   *
   * @param number in the vocabulary
   * @param start where its word starts in the text
   */
  record Piece(int number, int start) {}

  /** With the vocabulary that comes with this module, a piece a line. */
  static Pieces load() {
    InputStream file = Pieces.class.getResourceAsStream(RESOURCE);
    if (file == null) {
      throw new IllegalStateException("the reader lacks " + RESOURCE);
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      Map<String, Integer> numbers = new HashMap<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        numbers.put(line, numbers.size());
      }
      return new Pieces(numbers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The number of what stands before every text. */
  int begin() {
    return number("[CLS]");
  }

  /** The number of what stands after every text. */
  int end() {
    return number("[SEP]");
  }

  private int number(String piece) {
    Integer number = numbers.get(piece);
    if (number == null) {
      throw new IllegalStateException("the vocabulary lacks " + piece);
    }
    return number;
  }

  /** The pieces in order; every punctuation mark is a word of its own. */
  List<Piece> of(String text) {
    List<Piece> pieces = new ArrayList<>();
    int from = -1;
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      boolean alone = isPunctuation(point);
      boolean apart = alone || separates(point);
      if (apart && from >= 0) {
        add(pieces, text.substring(from, at), from);
        from = -1;
      } else if (!apart && from < 0) {
        from = at;
      }
      if (alone) {
        add(pieces, Character.toString(point), at);
      }
      at += Character.charCount(point);
    }
    if (from >= 0) {
      add(pieces, text.substring(from), from);
    }
    return pieces;
  }

  private void add(List<Piece> pieces, String written, int start) {
    String word =
        ACCENTS
            .matcher(Normalizer.normalize(written.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
            .replaceAll("");
    List<Piece> found = new ArrayList<>();
    for (int from = 0; from < word.length(); ) {
      int to = word.length() > LONGEST_WORD ? from : longest(word, from);
      if (to == from) {
        found = List.of(new Piece(number("[UNK]"), start));
        break;
      }
      found.add(new Piece(number(piece(word, from, to)), start));
      from = to;
    }
    pieces.addAll(found);
  }

  /** Where the longest known piece from here ends; here, where none is known. */
  private int longest(String word, int from) {
    int to = word.length();
    while (to > from && !numbers.containsKey(piece(word, from, to))) {
      to--;
    }
    return to;
  }

  private static String piece(String word, int from, int to) {
    return from == 0 ? word.substring(0, to) : GOES_ON + word.substring(from, to);
  }

  private static boolean separates(int point) {
    return Character.isWhitespace(point)
        || Character.isSpaceChar(point)
        || switch (Character.getType(point)) {
          case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
          default -> false;
        };
  }

  /** What is no letter, digit or space in ASCII counts as well: the vocabulary was made so. */
  private static boolean isPunctuation(int point) {
    if (point < 0x80) {
      return point > ' ' && point < 0x7f && !Character.isLetterOrDigit(point);
    }
    return switch (Character.getType(point)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }
}

package dev.rebound.application.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** A CSV file's text, whatever its columns mean. */
public final class CsvText {

  /** What is said of a line that takes all others along. */
  public static final String NO_END =
      "cannot be read, and nothing that follows: a quotation mark in it has no end";

  private static final String BYTE_ORDER_MARK = "\ufeff";

  private CsvText() {}

  /**
   * The text of a file in UTF-8; spreadsheets write a mark of the byte order first.
   *
   * @throws CharacterCodingException where it is not in UTF-8
   */
  public static String of(byte[] file) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  /**
   * Whether the last record goes on to the end of the text for want of a quotation mark, taking
   * other lines along: a reader of CSV takes the end of the text for the end of the cell.
   *
   * @param number of the line where the record begins, from 1 on
   */
  public static boolean neverEnds(String text, long number) {
    String rest = text.lines().skip(number - 1).collect(Collectors.joining("\n")).strip();
    return rest.indexOf('\n') >= 0 && rest.chars().filter(c -> c == '"').count() % 2 == 1;
  }
}

package dev.rebound.application.spreadsheet;

import java.util.regex.Pattern;

/**
 * Texts that a spreadsheet would take for a formula and carry out: those that begin with = + - @, a
 * tab or a line break, as OWASP lists them (CSV Injection), or with the wide forms of these signs.
 *
 * <p>An apostrophe in front makes it a text. One that began with apostrophes and such a sign gets
 * one more, so that each text comes back as it was.
 */
final class Formulas {

  private static final String SIGNS = "[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]";
  private static final Pattern DANGEROUS = Pattern.compile("'*" + SIGNS);
  private static final Pattern DISARMED = Pattern.compile("'+" + SIGNS);

  private Formulas() {}

  /** The text as a cell may hold it. */
  static String disarm(String text) {
    return DANGEROUS.matcher(text).lookingAt() ? "'" + text : text;
  }

  /** The text that a cell stands for. */
  static String rearm(String cell) {
    return DISARMED.matcher(cell).lookingAt() ? cell.substring(1) : cell;
  }
}

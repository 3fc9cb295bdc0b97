package dev.rebound.application.spreadsheet;

import java.util.regex.Pattern;

/**
 * Texts that a spreadsheet would take for a formula and carry out: those that begin with = + - @, a
 * tab or a line break, as OWASP lists them (CSV Injection), or with the wide forms of these signs.
 *
 * <p>Inside a text they begin a cell where another separator than ours ends one: behind a semicolon
 * or a tab, at which many countries' spreadsheets split a line, and behind a line break.
 *
 * <p>An apostrophe in front makes it a text. Where apostrophes and such a sign stood before, there
 * is one more, so that each text comes back as it was.
 */
final class Formulas {

  private static final String SIGNS = "=+\\-@\uff1d\uff0b\uff0d\uff20";
  private static final String CELL_ENDS = "(?<=[;\t\r\n])";

  private static final Pattern DANGEROUS = before("");
  private static final Pattern DISARMED = before("'");

  private Formulas() {}

  /** The text as a cell may hold it. */
  static String disarm(String text) {
    return DANGEROUS.matcher(text).replaceAll("'");
  }

  /** The text that a cell stands for. */
  static String rearm(String cell) {
    return DISARMED.matcher(cell).replaceAll("");
  }

  private static Pattern before(String what) {
    return Pattern.compile(
        "\\A%1$s(?='*[%2$s\t\r\n])|%3$s%1$s(?='*[%2$s])".formatted(what, SIGNS, CELL_ENDS));
  }
}

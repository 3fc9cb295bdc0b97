package dev.rebound.analysis;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blanks the mark-up of a pasted mail: tags and the references that stand for signs. The text keeps
 * its length, so that a place in it is the same place in what was pasted. Tags end a line, except
 * those that dress words within one; what is no tag of HTML, as in {@code Dear <name>}, stays.
 */
final class Markup {

  /** The cells of a table go on: the second often says how the first was. */
  private static final String WITHIN_LINES =
      "abbr|a|b|code|em|font|img|i|mark|o:p|small|span|strong|sub|sup|s|td|th|u";

  private static final String AROUND_LINES =
      "article|blockquote|body|br|center|div|footer|h[1-6]|head|header|hr|html|li|ol|pre|p|"
          + "section|table|tbody|thead|tr|ul";

  private static final Pattern MARK =
      Pattern.compile(
          "</?(?:"
              + WITHIN_LINES
              + "|(?<around>"
              + AROUND_LINES
              + "))(?:\\s[^<>=]{0,100}+=[^<>]{0,1000}+|\\s{0,9}+/?)>"
              + "|&(?<sign>[a-z]{2,8}|#\\d{2,6}|#x[\\da-f]{2,5});",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> APOSTROPHES =
      Set.of("apos", "rsquo", "lsquo", "#39", "#8216", "#8217", "#x27", "#x2018", "#x2019");

  private static final Map<String, Character> SIGNS =
      Map.ofEntries(
          Map.entry("ndash", '\u2013'),
          Map.entry("#8211", '\u2013'),
          Map.entry("mdash", '\u2014'),
          Map.entry("#8212", '\u2014'),
          Map.entry("hellip", '\u2026'),
          Map.entry("#8230", '\u2026'),
          Map.entry("bull", '\u2022'),
          Map.entry("#8226", '\u2022'),
          Map.entry("lt", '<'),
          Map.entry("gt", '>'));

  private Markup() {}

  /** The text with blanks for its mark-up, as long as before; itself where it has none. */
  static String blanked(String text) {
    Matcher mark = MARK.matcher(text);
    StringBuilder blanked = new StringBuilder();
    int from = 0;
    while (mark.find()) {
      blanked.append(text, from, mark.start()).append(instead(mark));
      from = mark.end();
    }
    return from == 0 ? text : blanked.append(text, from, text.length()).toString();
  }

  private static String instead(Matcher mark) {
    int length = mark.end() - mark.start();
    if (mark.group("around") != null) {
      // One break may be that of a mail that wraps its lines; two never are.
      return "\n\n" + " ".repeat(length - 2);
    }
    String sign = mark.group("sign");
    if (sign == null) {
      return " ".repeat(length);
    }
    String name = sign.toLowerCase(Locale.ROOT);
    if (APOSTROPHES.contains(name)) {
      // Several in a row are read as one, so that the word around them stays whole.
      return "'".repeat(length);
    }
    return SIGNS.getOrDefault(name, ' ') + " ".repeat(length - 1);
  }
}

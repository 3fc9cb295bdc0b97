package dev.rebound.application.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All languages of a posting in one cell, divided by semicolons or ends of lines, and by commas
 * where there is neither.
 *
 * <p>A language may hold such a sign itself. It goes out with a backslash in front, and so does a
 * backslash, so that each language comes back as it was. A backslash before anything else is one.
 */
final class LanguagesCell {

  private static final char BACKSLASH = '\\';
  private static final String COMMA = ",";
  private static final String DIVIDERS = ";\n";
  private static final String MASKED = DIVIDERS + COMMA + BACKSLASH;

  private LanguagesCell() {}

  /** The cell of these languages. */
  static String of(List<String> languages) {
    return languages.stream().map(LanguagesCell::masked).collect(Collectors.joining("; "));
  }

  /** The languages of a cell, trimmed, without blank ones. */
  static List<String> read(String cell) {
    List<String> several = divided(cell, DIVIDERS);
    return (several.size() == 1 ? divided(cell, COMMA) : several)
        .stream().map(String::strip).filter(language -> !language.isEmpty()).toList();
  }

  private static String masked(String language) {
    StringBuilder masked = new StringBuilder();
    for (int i = 0; i < language.length(); i++) {
      char c = language.charAt(i);
      if (isMasked(c)) {
        masked.append(BACKSLASH);
      }
      masked.append(c);
    }
    return masked.toString();
  }

  private static List<String> divided(String cell, String dividers) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int i = 0;
    while (i < cell.length()) {
      char c = cell.charAt(i++);
      if (c == BACKSLASH && i < cell.length() && isMasked(cell.charAt(i))) {
        part.append(cell.charAt(i++));
      } else if (dividers.indexOf(c) >= 0) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    return parts;
  }

  private static boolean isMasked(char c) {
    return MASKED.indexOf(c) >= 0;
  }
}

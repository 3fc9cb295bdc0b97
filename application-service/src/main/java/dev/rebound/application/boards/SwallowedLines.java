package dev.rebound.application.boards;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Knows cells that have taken another line of the list along, since the quotation mark that opens
 * them is ended by one in that line. Such a line has as many parts as a line of the list, and an
 * address just where the list has it; the first has lost what stands before the cell, and the last
 * what stands behind it.
 *
 * @param columns how many a line has
 * @param email the column of the address, from 0 on
 * @param separator between cells
 */
record SwallowedLines(int columns, int email, char separator) {

  private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+");

  /** Whether one of a line's cells has taken another line along. */
  boolean areIn(List<String> cells) {
    for (int column = 0; column < cells.size(); column++) {
      if (areIn(cells.get(column), column)) {
        return true;
      }
    }
    return false;
  }

  private boolean areIn(String cell, int column) {
    List<String> lines = cell.lines().toList();
    if (lines.size() < 2) {
      return false;
    }
    int last = lines.size() - 1;
    for (int i = 0; i <= last; i++) {
      boolean swallowed =
          i == 0
              ? isLine(lines.get(i), columns - column, email - column)
              : isLine(lines.get(i), i == last ? column + 1 : columns, email);
      if (swallowed) {
        return true;
      }
    }
    return false;
  }

  private boolean isLine(String line, int many, int place) {
    String[] parts = line.split(Pattern.quote(String.valueOf(separator)), -1);
    return parts.length == many
        && place >= 0
        && place < many
        && ADDRESS.matcher(parts[place].strip()).matches();
  }
}

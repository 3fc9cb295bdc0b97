package dev.rebound.application.boards;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Knows cells that have taken another line of the list along, since the quotation mark that opens
 * them is ended by one in that line. Either line then has an address just where the list has it,
 * and a text of several lines seldom has one there.
 *
 * @param email the column of the address, from 0 on
 * @param separator between cells
 */
record SwallowedLines(int email, char separator) {

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
    for (int i = 0; i < lines.size(); i++) {
      // The first begins where the cell does, the others at the first column.
      if (hasAddress(lines.get(i), i == 0 ? email - column : email)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasAddress(String line, int place) {
    String[] parts = line.split(Pattern.quote(String.valueOf(separator)), -1);
    return place >= 0 && place < parts.length && ADDRESS.matcher(parts[place].strip()).matches();
  }
}

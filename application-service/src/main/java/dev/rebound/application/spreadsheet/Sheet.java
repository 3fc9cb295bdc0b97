package dev.rebound.application.spreadsheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.rebound.application.csv.CsvText;
import dev.rebound.chassis.http.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A spreadsheet as it came: UTF-8, with a mark of the byte order or without, cells divided by
 * commas or semicolons, quoted where need be.
 *
 * @param headers what the sheet itself calls the columns
 * @param leftOut the columns that mean nothing here, as far as they have names
 * @param lines those that are not blank, in order
 */
record Sheet(Map<Column, String> headers, List<String> leftOut, List<Line> lines) {

  /** How many lines may come at once, the first not counted. */
  static final int MOST_LINES = 1000;

  private static final int MOST_COLUMNS = 100;
  private static final int LONGEST_NAME = 60;

  Sheet {
    leftOut = List.copyOf(leftOut);
    lines = List.copyOf(lines);
  }

  /**
   * A line of it.
   *
   * @param number where it begins, as an editor counts lines: the first is 1
   * @param cells the cells that are not blank, as texts
   * @param problem why it is no line of this sheet, null where it is
   */
  record Line(int number, Map<Column, String> cells, @Nullable String problem) {}

  /** Reads a sheet; a problem where it is none, or has no columns that make an application. */
  static Sheet of(byte[] file) {
    String text = text(file);
    try (CsvReader<CsvRecord> records =
        CsvReader.builder()
            .fieldSeparator(divider(text))
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(true)
            .ofCsvRecord(text)) {
      return new Reading(text).all(records);
    } catch (IOException closing) {
      throw new UncheckedIOException(closing);
    }
  }

  private static String text(byte[] file) {
    try {
      return CsvText.of(file);
    } catch (CharacterCodingException another) {
      throw Problems.badRequest(
          "not-utf-8", "The file is not in UTF-8. Save it as 'CSV UTF-8' and try again.");
    }
  }

  /** Whichever there is more of in the first line, outside of quotes. */
  private static char divider(String text) {
    int commas = 0;
    int semicolons = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\n' || c == '\r') && commas + semicolons > 0) {
        break;
      } else if (!quoted && c == ',') {
        commas++;
      } else if (!quoted && c == ';') {
        semicolons++;
      }
    }
    return semicolons > commas ? ';' : ',';
  }

  /** A sheet while it is read. */
  private static final class Reading {

    private final Map<Column, String> headers = new EnumMap<>(Column.class);
    private final List<String> leftOut = new ArrayList<>();
    private final List<Optional<Column>> columns = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final String text;
    private long behind = 1;

    Reading(String text) {
      this.text = text;
    }

    Sheet all(CsvReader<CsvRecord> records) {
      try {
        for (CsvRecord record : records) {
          if (columns.isEmpty()) {
            name(record.getFields());
          } else if (record.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
            add(line((int) record.getStartingLineNumber(), record.getFields()));
          }
          behind = behind(record);
        }
        if (!lines.isEmpty() && CsvText.neverEnds(text, lines.getLast().number())) {
          lines.add(unreadable(lines.removeLast().number()));
        }
      } catch (CsvParseException noEnd) {
        // Its message quotes the line, which may be personal: it goes no further.
        if (columns.isEmpty()) {
          throw malformed("The first line cannot be read: a quotation mark in it has no end.");
        }
        add(unreadable((int) behind));
      }
      if (columns.isEmpty()) {
        throw malformed("The file is empty. Its first line has to name the columns.");
      }
      return new Sheet(headers, leftOut, lines);
    }

    private void add(Line line) {
      if (lines.size() == MOST_LINES) {
        throw Problems.badRequest(
            "too-many",
            "A file has at most " + MOST_LINES + " lines below the first. Please split it.");
      }
      lines.add(line);
    }

    private void name(List<String> names) {
      if (names.size() > MOST_COLUMNS) {
        throw malformed("A file has at most " + MOST_COLUMNS + " columns.");
      }
      List<String> written = names.stream().map(name -> shortened(name.strip())).toList();
      for (String name : written) {
        Optional<Column> column = Column.exactly(name);
        columns.add(column);
        if (column.isPresent() && headers.putIfAbsent(column.get(), name) != null) {
          throw malformed("The first line names the column " + name + " twice.");
        }
      }
      for (int i = 0; i < written.size(); i++) {
        String name = written.get(i);
        if (columns.get(i).isEmpty() && !name.isEmpty()) {
          columns.set(i, Column.called(name).filter(it -> !headers.containsKey(it)));
          columns
              .get(i)
              .ifPresentOrElse(column -> headers.put(column, name), () -> leftOut.add(name));
        }
      }
      List<String> missing =
          Column.NEEDED.stream()
              .filter(needed -> !headers.containsKey(needed))
              .map(Column::header)
              .sorted()
              .toList();
      if (!missing.isEmpty()) {
        throw malformed(
            "The first line has to name the columns title, company and appliedOn. Missing: "
                + String.join(", ", missing)
                + ".");
      }
    }

    private static Line unreadable(int number) {
      return new Line(number, Map.of(), CsvText.NO_END);
    }

    private Line line(int number, List<String> fields) {
      if (fields.stream().skip(columns.size()).anyMatch(cell -> !cell.isBlank())) {
        return new Line(
            number,
            Map.of(),
            "has more cells than the first line: a text with a comma or semicolon needs quotation"
                + " marks around it");
      }
      Map<Column, String> cells = new EnumMap<>(Column.class);
      for (int i = 0; i < Math.min(fields.size(), columns.size()); i++) {
        String cell = fields.get(i);
        if (!cell.isBlank()) {
          columns.get(i).ifPresent(column -> cells.put(column, Formulas.rearm(cell)));
        }
      }
      return new Line(number, cells, null);
    }

    private static long behind(CsvRecord record) {
      return record.getStartingLineNumber()
          + 1
          + record.getFields().stream().flatMapToInt(String::chars).filter(c -> c == '\n').count();
    }

    private static String shortened(String name) {
      return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private static HttpProblem malformed(String detail) {
      return Problems.badRequest("malformed", detail);
    }
  }
}

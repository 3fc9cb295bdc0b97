package dev.rebound.application.boards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.rebound.application.boards.RejectionItems.Read;
import dev.rebound.application.csv.CsvText;
import dev.rebound.chassis.http.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a list of rejections as CSV: a line becomes the item that JSON would have been, and is held
 * to the same bounds. A line that cannot be read spoils no other.
 */
@ApplicationScoped
public class RejectionLines {

  /** Where in an item a column stands; its last part is the field. */
  private static final Map<String, List<String>> COLUMNS =
      Map.ofEntries(
          Map.entry("externalid", List.of("externalId")),
          Map.entry("candidateid", List.of("candidate", "externalId")),
          Map.entry("email", List.of("candidate", "email")),
          Map.entry("name", List.of("candidate", "name")),
          Map.entry("title", List.of("posting", "title")),
          Map.entry("company", List.of("posting", "company")),
          Map.entry("location", List.of("posting", "location")),
          Map.entry("appliedon", List.of("appliedOn")),
          Map.entry("stage", List.of("stage")),
          Map.entry("stages", List.of("stages")),
          Map.entry("rejectedon", List.of("rejectedOn")),
          Map.entry("message", List.of("message")),
          Map.entry("reasonid", List.of("reason", "id")),
          Map.entry("reason", List.of("reason", "text")),
          Map.entry("recruitername", List.of("recruiter", "name")),
          Map.entry("recruiteremail", List.of("recruiter", "email")));

  private static final Set<String> NEEDED =
      Set.of("externalid", "candidateid", "email", "title", "company", "stage", "rejectedon");

  private static final String OTHER_LINES =
      "cannot be read: a quotation mark in it has no end before another line of the list";

  private final RejectionItems items;
  private final ObjectMapper json;

  /** Wired by the container. */
  @Inject
  public RejectionLines(RejectionItems items, ObjectMapper json) {
    this.items = items;
    this.json = json;
  }

  /**
   * The items in order, by their place below the first line; a problem where it is no such list.
   */
  List<Read> read(byte[] body) {
    String text = text(body);
    char separator = separator(text);
    try (CsvReader<CsvRecord> lines =
        CsvReader.builder()
            .fieldSeparator(separator)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(true)
            .ofCsvRecord(text)) {
      return new Reading(text, separator).all(lines);
    } catch (IOException closing) {
      throw new UncheckedIOException(closing);
    }
  }

  /** One list, as far as it was read. */
  private final class Reading {

    private final List<Read> read = new ArrayList<>();
    private final String text;
    private final char separator;
    private List<String> columns = List.of();

    Reading(String text, char separator) {
      this.text = text;
      this.separator = separator;
    }

    List<Read> all(CsvReader<CsvRecord> lines) {
      try {
        long begins = 1;
        for (CsvRecord line : lines) {
          begins = line.getStartingLineNumber();
          if (columns.isEmpty()) {
            columns = columns(line.getFields());
          } else {
            demandRoom();
            read.add(item(read.size(), columns, separator, line.getFields()));
          }
        }
        if (!read.isEmpty() && CsvText.neverEnds(text, begins)) {
          // What follows would be told to one candidate, and is of others.
          read.removeLast();
          refuseTheRest();
        }
      } catch (CsvParseException noCsv) {
        // Its message quotes the line, which may be personal: it goes no further.
        if (columns.isEmpty()) {
          throw malformed("The first line cannot be read: a quotation mark in it has no end.");
        }
        demandRoom();
        refuseTheRest();
      }
      if (columns.isEmpty()) {
        throw malformed("The first line names the columns; it is missing.");
      }
      return read;
    }

    private void refuseTheRest() {
      read.add(new Read(read.size(), null, CsvText.NO_END));
    }

    private void demandRoom() {
      if (read.size() == RejectionItems.MOST) {
        throw Problems.badRequest(
            "too-many", "A list has at most " + RejectionItems.MOST + " lines below the first.");
      }
    }
  }

  /**
   * Spreadsheets separate by semicolons where numbers have a comma; no column's name has either.
   */
  private static char separator(String text) {
    String first = text.lines().findFirst().orElse("");
    return first.indexOf(';') >= 0 && first.indexOf(',') < 0 ? ';' : ',';
  }

  private Read item(int index, List<String> columns, char separator, List<String> fields) {
    if (new SwallowedLines(columns.size(), columns.indexOf("email"), separator).areIn(fields)) {
      return new Read(index, null, OTHER_LINES);
    }
    if (fields.size() != columns.size()) {
      return new Read(index, null, "must have as many fields as the first line");
    }
    ObjectNode item = json.createObjectNode();
    for (int i = 0; i < fields.size(); i++) {
      String value = fields.get(i);
      List<String> place = COLUMNS.getOrDefault(columns.get(i), List.of());
      if (!value.isBlank() && !place.isEmpty()) {
        ObjectNode holder = place.size() == 1 ? item : item.withObject("/" + place.getFirst());
        if (columns.get(i).equals("stages")) {
          reached(value).forEach(holder.putArray(place.getLast())::add);
        } else {
          holder.put(place.getLast(), value);
        }
      }
    }
    return items.readOne(index, bytes(item));
  }

  /**
   * The stages of a cell, such as {@code RECRUITER_SCREEN 2026-09-01; ASSESSMENT}. What is no such
   * stage is told of as it would be in JSON.
   */
  private Stream<ObjectNode> reached(String cell) {
    return Arrays.stream(cell.split("[;\\n]"))
        .map(String::strip)
        .filter(stage -> !stage.isEmpty())
        .map(stage -> {
          String[] kindAndDay = stage.split("[ :]+", 2);
          ObjectNode reached = json.createObjectNode().put("kind", kindAndDay[0]);
          return kindAndDay.length == 1 ? reached : reached.put("reachedOn", kindAndDay[1]);
        });
  }

  private static List<String> columns(List<String> names) {
    List<String> columns =
        names.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    Set<String> once = new HashSet<>(columns);
    if (once.size() < columns.size()
        || !COLUMNS.keySet().containsAll(once)
        || !once.containsAll(NEEDED)) {
      throw malformed(
          "The first line must name the columns, each once: externalId, candidateId, email, title,"
              + " company, stage and rejectedOn; and, as wanted, name, location, appliedOn, stages,"
              + " message, reasonId, reason, recruiterName and recruiterEmail.");
    }
    return columns;
  }

  private static String text(byte[] body) {
    try {
      return CsvText.of(body);
    } catch (CharacterCodingException notUtf8) {
      throw malformed("The body is not UTF-8.");
    }
  }

  private byte[] bytes(ObjectNode item) {
    try {
      return json.writeValueAsBytes(item);
    } catch (JsonProcessingException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static HttpProblem malformed(String detail) {
    return Problems.badRequest("malformed", detail);
  }
}

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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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
          Map.entry("rejectedon", List.of("rejectedOn")),
          Map.entry("message", List.of("message")),
          Map.entry("reasonid", List.of("reason", "id")),
          Map.entry("reason", List.of("reason", "text")),
          Map.entry("recruitername", List.of("recruiter", "name")),
          Map.entry("recruiteremail", List.of("recruiter", "email")));

  private static final Set<String> NEEDED =
      Set.of("externalid", "candidateid", "email", "title", "company", "stage", "rejectedon");

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
    try (CsvReader<CsvRecord> lines =
        CsvReader.builder()
            .fieldSeparator(separator(text))
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(text)) {
      List<Read> read = new ArrayList<>();
      List<String> columns = List.of();
      long begins = 1;
      for (CsvRecord line : lines) {
        begins = line.getStartingLineNumber();
        if (columns.isEmpty()) {
          columns = columns(line.getFields());
          continue;
        }
        if (read.size() == RejectionItems.MOST) {
          throw Problems.badRequest(
              "too-many", "A list has at most " + RejectionItems.MOST + " lines below the first.");
        }
        read.add(item(read.size(), columns, line.getFields()));
      }
      if (columns.isEmpty()) {
        throw malformed("The first line names the columns; it is missing.");
      }
      if (CsvText.neverEnds(text, begins)) {
        // What follows would be told to one candidate, and is of others.
        read.add(new Read(read.removeLast().index(), null, CsvText.NO_END));
      }
      return read;
    } catch (CsvParseException noCsv) {
      // Its message quotes the line, which may be personal: it goes no further.
      throw malformed("The body is no CSV, such as a quote that never ends.");
    } catch (IOException closing) {
      throw new UncheckedIOException(closing);
    }
  }

  /**
   * Spreadsheets separate by semicolons where numbers have a comma; no column's name has either.
   */
  private static char separator(String text) {
    String first = text.lines().findFirst().orElse("");
    return first.indexOf(';') >= 0 && first.indexOf(',') < 0 ? ';' : ',';
  }

  private Read item(int index, List<String> columns, List<String> fields) {
    if (fields.size() != columns.size()) {
      return new Read(index, null, "must have as many fields as the first line");
    }
    ObjectNode item = json.createObjectNode();
    for (int i = 0; i < fields.size(); i++) {
      String value = fields.get(i);
      List<String> place = COLUMNS.getOrDefault(columns.get(i), List.of());
      if (!value.isBlank() && !place.isEmpty()) {
        ObjectNode holder = place.size() == 1 ? item : item.withObject("/" + place.getFirst());
        holder.put(place.getLast(), value);
      }
    }
    return items.readOne(index, bytes(item));
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
              + " company, stage and rejectedOn; and, as wanted, name, location, appliedOn, message,"
              + " reasonId, reason, recruiterName and recruiterEmail.");
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

package dev.rebound.application.spreadsheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.application.jobapplication.Stage;
import dev.rebound.application.spreadsheet.ApplicationLine.Misfit;
import dev.rebound.application.timeline.ApplicationStatus;
import dev.rebound.chassis.http.UnreadableBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a sheet: each becomes the request that it would have been as JSON, is held to
 * the same bounds, and what is wrong with it is said in the sheet's own names.
 */
@ApplicationScoped
public class SheetLines {

  private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}(\\.\\d{1,2})?");
  private static final Set<Column> AMOUNTS = Set.of(Column.SALARY_MIN, Column.SALARY_MAX);
  private static final Set<Column> PAY =
      Set.of(Column.SALARY_MIN, Column.SALARY_MAX, Column.SALARY_CURRENCY, Column.SALARY_PERIOD);

  private final ObjectMapper json;
  private final Validator validator;

  /** Wired by the container. */
  @Inject
  public SheetLines(ObjectMapper json, Validator validator) {
    this.json = json;
    this.validator = validator;
  }

  /**
   * A line that was read.
   *
   * @param application null where it cannot be taken
   * @param problem why it cannot, or what of it is left out; null where there is nothing to say
   */
  record Read(Sheet.Line line, @Nullable ApplicationLine application, @Nullable String problem) {}

  /** The lines of a sheet in order. */
  List<Read> read(Sheet sheet) {
    return sheet.lines().stream().map(line -> read(line, sheet.headers())).toList();
  }

  private Read read(Sheet.Line line, Map<Column, String> headers) {
    if (line.problem() != null) {
      return new Read(line, null, "This line " + line.problem() + ".");
    }
    Map<Column, String> cells = new EnumMap<>(Column.class);
    cells.putAll(line.cells());
    List<String> leftOut = new ArrayList<>();
    if (cells.containsKey(Column.RECRUITER_NAME) && !cells.containsKey(Column.RECRUITER_EMAIL)) {
      cells.remove(Column.RECRUITER_NAME);
      leftOut.add(
          name(Column.RECRUITER_NAME, headers)
              + " is left out: without an e-mail address nobody can be asked.");
    }
    ObjectNode request = json.createObjectNode();
    String unreadable = fill(request, cells);
    if (unreadable != null) {
      return new Read(line, null, name(Column.STAGES, headers) + " " + unreadable + ".");
    }
    try {
      return checked(line, json.treeToValue(request, ApplicationLine.class), headers, leftOut);
    } catch (JsonProcessingException wrong) {
      return new Read(line, null, named(UnreadableBody.describe(wrong), headers) + ".");
    }
  }

  private Read checked(
      Sheet.Line line, ApplicationLine said, Map<Column, String> headers, List<String> leftOut) {
    Set<ConstraintViolation<ApplicationLine>> violations = validator.validate(said);
    if (!violations.isEmpty()) {
      return new Read(
          line,
          null,
          violations.stream()
              .map(it -> named(it.getPropertyPath() + " " + message(it), headers))
              .distinct()
              .sorted()
              .collect(Collectors.joining("; ", "", ".")));
    }
    Misfit misfit = said.misfit();
    if (misfit != null) {
      return new Read(line, null, name(misfit.column(), headers) + " " + misfit.problem() + ".");
    }
    if (said.rejectionStage() != null && said.standing() != ApplicationStatus.REJECTED) {
      leftOut.add(
          name(Column.REJECTION_STAGE, headers)
              + " is left out: it is where a rejected application ended. Others have stages, with"
              + " their days.");
    }
    return new Read(line, said, leftOut.isEmpty() ? null : String.join(" ", leftOut));
  }

  /** Puts the cells where they belong; answers what is wrong with the stages, null for nothing. */
  private static @Nullable String fill(ObjectNode request, Map<Column, String> cells) {
    ObjectNode posting = request.putObject("posting");
    boolean paid = AMOUNTS.stream().anyMatch(cells::containsKey);
    for (Map.Entry<Column, String> entry : cells.entrySet()) {
      Column column = entry.getKey();
      String cell = entry.getValue().strip();
      ObjectNode holder = holder(request, column.path());
      String field = column.path().getLast();
      if (column == Column.STAGES) {
        List<Stage> stages = StagesCell.read(cell);
        if (stages == null) {
          return StagesCell.PROBLEM;
        }
        stages.forEach(stage -> add(holder.withArray(field), stage));
      } else if (column == Column.LANGUAGES) {
        LanguagesCell.read(cell).forEach(holder.putArray(field)::add);
      } else if (AMOUNTS.contains(column) && AMOUNT.matcher(cell).matches()) {
        holder.put(field, new BigDecimal(cell));
      } else if (paid || !PAY.contains(column)) {
        holder.put(field, Codes.of(column, cell));
      }
    }
    if (!paid) {
      // A currency that nothing is paid in says nothing.
      posting.remove("salary");
    }
    return null;
  }

  private static ObjectNode holder(ObjectNode request, List<String> path) {
    ObjectNode holder = request;
    for (String name : path.subList(0, path.size() - 1)) {
      holder = holder.withObject("/" + name);
    }
    return holder;
  }

  private static void add(ArrayNode stages, Stage stage) {
    ObjectNode one = stages.addObject();
    one.put("kind", stage.kind().name());
    one.put("reachedOn", stage.reachedOn().toString());
    if (stage.note() != null) {
      one.put("note", stage.note());
    }
  }

  /** A problem that begins with a place, with the name of its column instead. */
  private static String named(String problem, Map<Column, String> headers) {
    int space = problem.indexOf(' ');
    if (space < 0) {
      return problem;
    }
    return Column.at(problem.substring(0, space))
        .map(column -> name(column, headers) + problem.substring(space))
        .orElse(problem);
  }

  private static String name(Column column, Map<Column, String> headers) {
    return headers.getOrDefault(column, column.header());
  }

  private static String message(ConstraintViolation<?> violation) {
    Class<? extends Annotation> rule =
        violation.getConstraintDescriptor().getAnnotation().annotationType();
    if (rule == NotNull.class) {
      return "is missing";
    }
    if (rule == Size.class) {
      Object most = violation.getConstraintDescriptor().getAttributes().get("max");
      return violation.getInvalidValue() instanceof List
          ? "has too many entries: at most " + most
          : "is too long: at most " + most + " characters";
    }
    return rule == Digits.class ? "must be an amount such as 52000" : violation.getMessage();
  }
}

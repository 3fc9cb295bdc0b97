package dev.rebound.application.spreadsheet;

import dev.rebound.application.jobapplication.Stage;
import dev.rebound.events.StageKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All stages of an application in one cell, a line each: {@code PANEL_INTERVIEW 2026-10-01}, with
 * the candidate's note behind a colon. A semicolon divides as well as the end of a line.
 *
 * <p>A note may hold what would begin a stage. Such words go out with a backslash in front, and
 * with one more where they have some, so that each note comes back as it was.
 */
final class StagesCell {

  /** What is said of a cell that cannot be read. */
  static final String PROBLEM =
      "must name stages with their days, such as PANEL_INTERVIEW 2026-10-01; a note may follow"
          + " behind a colon";

  private static final String NAME_AND_DAY =
      "([A-Za-z][A-Za-z _-]{2,39})[ :]\\s*(\\d{4}-\\d{2}-\\d{2})(?!\\d)";

  private static final Pattern BEGINNING = Pattern.compile("(?:^|[;\\n])[ \\t\\r]*" + NAME_AND_DAY);

  private static final Pattern IN_A_NOTE =
      Pattern.compile("([;\\n][ \\t\\r]*)(\\\\*)" + NAME_AND_DAY);

  private static final Set<String> KINDS =
      Arrays.stream(StageKind.values()).map(StageKind::name).collect(Collectors.toSet());

  private StagesCell() {}

  /** The cell of these stages. */
  static String of(List<Stage> stages) {
    return stages.stream()
        .map(stage ->
            stage.kind()
                + " "
                + stage.reachedOn()
                + (stage.note() == null ? "" : ": " + masked(stage.note())))
        .collect(Collectors.joining("\n"));
  }

  /** The stages of a cell; null where it cannot be read. */
  static @Nullable List<Stage> read(String cell) {
    List<Stage> stages = new ArrayList<>();
    Matcher beginning = BEGINNING.matcher(cell);
    Found found = next(beginning);
    if (found == null || !cell.substring(0, found.from()).isBlank()) {
      return null;
    }
    while (found != null) {
      Found following = next(beginning);
      int end = following == null ? cell.length() : following.from();
      Stage stage = stage(found, cell.substring(found.to(), end).strip());
      if (stage == null) {
        return null;
      }
      stages.add(stage);
      found = following;
    }
    return stages;
  }

  private record Found(int from, int to, String kind, String day) {}

  /** Words and a day within a note begin no stage. */
  private static @Nullable Found next(Matcher beginning) {
    while (beginning.find()) {
      String kind = Codes.ofStage(beginning.group(1));
      if (KINDS.contains(kind)) {
        return new Found(beginning.start(), beginning.end(), kind, beginning.group(2));
      }
    }
    return null;
  }

  private static String masked(String note) {
    return inNote(note, backslashes -> backslashes + '\\');
  }

  private static String unmasked(String note) {
    return inNote(
        note, backslashes -> backslashes.isEmpty() ? backslashes : backslashes.substring(1));
  }

  /** The note with other backslashes before what would begin a stage without them. */
  private static String inNote(String note, UnaryOperator<String> backslashes) {
    return IN_A_NOTE
        .matcher(note)
        .replaceAll(found ->
            Matcher.quoteReplacement(
                KINDS.contains(Codes.ofStage(found.group(3)))
                    ? found.group(1)
                        + backslashes.apply(found.group(2))
                        + note.substring(found.start(3), found.end())
                    : found.group()));
  }

  private static @Nullable Stage stage(Found found, String behind) {
    boolean noted = behind.startsWith(":");
    if (!noted && !behind.isEmpty() && !behind.equals(";")) {
      return null;
    }
    String note = noted ? unmasked(behind.substring(1)).strip() : "";
    try {
      return new Stage(
          StageKind.valueOf(found.kind()),
          LocalDate.parse(found.day()),
          note.isEmpty() ? null : note);
    } catch (DateTimeException noDay) {
      return null;
    }
  }
}

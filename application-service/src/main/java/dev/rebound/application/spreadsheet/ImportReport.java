package dev.rebound.application.spreadsheet;

import dev.rebound.application.timeline.ApplicationStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of the lines of a file, or what would.
 *
 * @param preview whether nothing was changed, and this is what importing it would do
 * @param columnsLeftOut the columns of the file that mean nothing here
 * @param lines in order, without the first and the blank ones
 */
@Schema(description = "What became of the lines of a file, or what would")
public record ImportReport(
    boolean preview,
    int added,
    int duplicates,
    int refused,
    List<String> columnsLeftOut,
    List<ReportedLine> lines) {

  public ImportReport {
    columnsLeftOut = List.copyOf(columnsLeftOut);
    lines = List.copyOf(lines);
  }

  static ImportReport of(boolean preview, List<String> columnsLeftOut, List<ReportedLine> lines) {
    return new ImportReport(
        preview,
        count(lines, ImportOutcome.ADDED),
        count(lines, ImportOutcome.DUPLICATE),
        count(lines, ImportOutcome.REFUSED),
        columnsLeftOut,
        lines);
  }

  private static int count(List<ReportedLine> lines, ImportOutcome outcome) {
    return (int) lines.stream().filter(line -> line.outcome() == outcome).count();
  }

  /** What became of a line. */
  public enum ImportOutcome {
    /** It is an application now. */
    ADDED,
    /** There is one already; nothing about it is changed. */
    DUPLICATE,
    /** It cannot be taken, for the reason that is given. */
    REFUSED
  }

  /**
   * One line.
   *
   * @param line where it begins in the file; the first line, which names the columns, is 1
   * @param id the application, where there is one
   * @param title as the line has it, at most 200 characters of it; company likewise
   * @param problem why it was refused or counts as there, or what of it is left out; null where
   *     there is nothing to say
   */
  public record ReportedLine(
      int line,
      ImportOutcome outcome,
      @Nullable UUID id,
      @Nullable String title,
      @Nullable String company,
      @Nullable LocalDate appliedOn,
      @Nullable ApplicationStatus status,
      @Nullable String problem) {}
}

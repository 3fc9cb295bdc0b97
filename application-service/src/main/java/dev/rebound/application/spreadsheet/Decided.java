package dev.rebound.application.spreadsheet;

import dev.rebound.application.spreadsheet.ImportReport.ImportOutcome;
import dev.rebound.application.spreadsheet.ImportReport.ReportedLine;
import dev.rebound.events.ApplicationEvent;
import dev.rebound.eventstore.EventStore.Outcome;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of a line.
 *
 * @param id of the application, null where the line is none
 * @param events what is to be recorded of it; none where nothing is
 */
record Decided(ReportedLine reported, @Nullable UUID id, List<ApplicationEvent> events) {

  /** What is said of a line whose application is there. */
  static final String THERE = "It is recorded already. Nothing about it is changed.";

  private static final String ERASED = "What this account held has been erased.";

  Decided {
    events = List.copyOf(events);
  }

  /**
   * What became of it.
   *
   * @param outcome how its append ended, null where there was none
   */
  ReportedLine ended(@Nullable Outcome outcome) {
    if (reported.outcome() != ImportOutcome.ADDED || outcome == null) {
      return with(reported.outcome(), id, reported.problem());
    }
    return switch (outcome) {
      case WRITTEN -> with(ImportOutcome.ADDED, id, reported.problem());
      case STALE -> with(ImportOutcome.DUPLICATE, id, THERE);
      case ERASED -> with(ImportOutcome.REFUSED, null, ERASED);
    };
  }

  private ReportedLine with(
      ImportOutcome outcome, @Nullable UUID application, @Nullable String problem) {
    return new ReportedLine(
        reported.line(),
        outcome,
        application,
        reported.title(),
        reported.company(),
        reported.appliedOn(),
        reported.status(),
        problem);
  }
}

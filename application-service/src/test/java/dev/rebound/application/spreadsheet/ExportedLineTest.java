package dev.rebound.application.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.application.jobapplication.JobApplication.Submitted;
import dev.rebound.application.jobapplication.JobApplicationDecider;
import dev.rebound.application.streams.OwnApplications.OwnApplication;
import dev.rebound.application.streams.Streams;
import dev.rebound.events.ApplicationEvent;
import dev.rebound.events.ApplicationEvent.ApplicationCorrected;
import dev.rebound.events.ApplicationEvent.ApplicationSubmitted;
import dev.rebound.events.ApplicationEvent.ApplicationWithdrawn;
import dev.rebound.events.Posting;
import dev.rebound.eventstore.EventStore.StreamSlice;
import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.StoredEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExportedLineTest {

  private static final UUID ID = UUID.fromString("0199f000-0000-7000-8000-000000000001");
  private static final UUID ME = UUID.fromString("0199f000-0000-7000-8000-0000000000aa");
  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
  private static final Posting POSTING =
      new Posting("Potter", "Clay", null, null, null, null, null, null, null, null, null);

  private static final ApplicationSubmitted SUBMITTED =
      new ApplicationSubmitted(ID, ME, POSTING, DAY, null, null, null, null);
  private static final ApplicationWithdrawn WITHDRAWN =
      new ApplicationWithdrawn(ID, ME, "another kiln");
  private static final ApplicationCorrected CORRECTED =
      new ApplicationCorrected(ID, ME, POSTING, null, DAY.minusDays(3));

  @Test
  void tellsWhyItWasWithdrawn() {
    assertThat(cell(Column.REASON, SUBMITTED, WITHDRAWN)).isEqualTo("another kiln");
  }

  @Test
  void aCorrectionTakesNoReasonAway() {
    assertThat(cell(Column.REASON, SUBMITTED, WITHDRAWN, CORRECTED)).isEqualTo("another kiln");
  }

  @Test
  void whatIsUnderWayHasNoReason() {
    assertThat(cell(Column.REASON, SUBMITTED, CORRECTED)).isEmpty();
  }

  private static String cell(Column column, ApplicationEvent... events) {
    return ExportedLine.of(application(events))
        .get(ExportedLine.headers().indexOf(column.header()));
  }

  private static OwnApplication application(ApplicationEvent... events) {
    JobApplicationDecider decider = new JobApplicationDecider();
    var state = decider.initial();
    List<StoredEvent> stored = new ArrayList<>();
    for (ApplicationEvent event : events) {
      state = decider.evolve(state, event);
      stored.add(
          new StoredEvent(
              new UUID(1, stored.size()),
              Streams.application(ID),
              stored.size() + 1,
              new Metadata(Instant.parse("2026-10-09T10:00:00Z"), ME, null, null),
              event));
    }
    return new OwnApplication((Submitted) state, new StreamSlice(Streams.application(ID), stored));
  }
}

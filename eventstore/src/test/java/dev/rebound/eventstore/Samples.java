package dev.rebound.eventstore;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.events.ApplicationEvent.StageReached;
import dev.rebound.events.StageKind;
import dev.rebound.eventstore.EventStore.Append;
import dev.rebound.eventstore.EventStore.NewEvent;
import dev.rebound.eventstore.EventStore.RecordedAnswer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events and appends for tests. */
public final class Samples {

  /** What is written into personal components, and must be found nowhere in clear. */
  public static final String WORDS = "Went well until the whiteboard";

  private Samples() {}

  /** A new stream. */
  public static StreamId stream() {
    return new StreamId("application", UuidCreator.getTimeOrderedEpoch());
  }

  /** An event with a personal note. */
  public static StageReached stage(UUID candidate, String note) {
    return new StageReached(
        UUID.randomUUID(), candidate, StageKind.RECRUITER_SCREEN, LocalDate.of(2026, 3, 4), note);
  }

  /** Metadata of an outside call. */
  public static Metadata metadata() {
    return new Metadata(Instant.now(), UUID.randomUUID(), null, null);
  }

  /** An append of one event. */
  public static Append append(StreamId stream, int expected) {
    return append(stream, expected, stream.id(), null);
  }

  /** An append of one event of a candidate, with an answer to keep. */
  public static Append append(
      StreamId stream, int expected, UUID candidate, @Nullable RecordedAnswer answer) {
    return new Append(
        stream, expected, null, List.of(NewEvent.of(stage(candidate, WORDS))), metadata(), answer);
  }
}

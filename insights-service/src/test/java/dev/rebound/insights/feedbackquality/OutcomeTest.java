package dev.rebound.insights.feedbackquality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.FeedbackEvent;
import dev.rebound.events.FeedbackEvent.FeedbackReceived;
import dev.rebound.events.FeedbackEvent.FeedbackRequestExpired;
import dev.rebound.events.FeedbackSource;
import dev.rebound.events.FeedbackSpecificity;
import dev.rebound.events.MissingPart;
import dev.rebound.events.SpecificityLevel;
import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.StreamId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutcomeTest {

  private static final UUID REQUEST = UUID.fromString("019a0b52-6c1e-7d5a-9d0e-0d0b6c6b2f01");
  private static final Instant FIRST = Instant.parse("2026-10-02T10:00:00Z");
  private static final Instant SECOND = Instant.parse("2026-10-05T10:00:00Z");

  @Test
  void theFirstAnswerCountsAndTheBestOfThem() {
    assertThat(
            Outcome.of(
                List.of(
                    stored(FIRST, answer(REQUEST, SpecificityLevel.GENERIC)),
                    stored(SECOND, answer(REQUEST, SpecificityLevel.SPECIFIC)))))
        .containsExactly(new Outcome(REQUEST, null, FIRST, true));
  }

  @Test
  void aCauseThatIsNamedThinlyCounts() {
    assertThat(
            Outcome.of(
                List.of(
                    stored(
                        FIRST,
                        answer(
                            REQUEST,
                            new FeedbackSpecificity(
                                SpecificityLevel.PARTIAL,
                                0.2,
                                List.of(MissingPart.EXAMPLE),
                                "test"))))))
        .containsExactly(new Outcome(REQUEST, null, FIRST, true));
  }

  @Test
  void wordsThatCouldNotBeReadDoNotCount() {
    assertThat(
            Outcome.of(
                List.of(
                    stored(
                        FIRST,
                        answer(
                            REQUEST,
                            new FeedbackSpecificity(
                                SpecificityLevel.PARTIAL, 0, List.of(), "test"))))))
        .containsExactly(new Outcome(REQUEST, null, FIRST, false));
  }

  @Test
  void whatNobodyWasAskedForSaysNothing() {
    assertThat(
            Outcome.of(
                List.of(
                    stored(FIRST, answer(null, SpecificityLevel.SPECIFIC)),
                    stored(
                        SECOND,
                        new FeedbackRequestExpired(
                            REQUEST, UUID.randomUUID(), UUID.randomUUID())))))
        .isEmpty();
  }

  private static FeedbackReceived answer(@Nullable UUID request, SpecificityLevel level) {
    return answer(request, new FeedbackSpecificity(level, 0.5, List.of(), "test"));
  }

  private static FeedbackReceived answer(@Nullable UUID request, FeedbackSpecificity specificity) {
    return new FeedbackReceived(
        UUID.randomUUID(),
        request,
        UUID.randomUUID(),
        UUID.randomUUID(),
        FeedbackSource.RECRUITER,
        LocalDate.parse("2026-10-02"),
        1,
        null,
        List.of(),
        List.of(),
        List.of(),
        specificity);
  }

  private static StoredEvent stored(Instant at, FeedbackEvent event) {
    return new StoredEvent(
        UUID.randomUUID(),
        new StreamId("feedback-request", REQUEST),
        2,
        new Metadata(at, UUID.randomUUID(), null, null),
        event);
  }
}

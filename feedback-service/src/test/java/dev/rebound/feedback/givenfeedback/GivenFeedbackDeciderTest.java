package dev.rebound.feedback.givenfeedback;

import static dev.rebound.testkit.DeciderSpecification.specification;

import dev.rebound.events.FeedbackEvent;
import dev.rebound.events.FeedbackEvent.FeedbackReceived;
import dev.rebound.events.FeedbackSource;
import dev.rebound.events.FeedbackSpecificity;
import dev.rebound.events.SpecificityLevel;
import dev.rebound.events.Theme;
import dev.rebound.events.ThemeRating;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GivenFeedbackDeciderTest {

  private static final GivenFeedbackDecider DECIDER = new GivenFeedbackDecider();
  private static final UUID FEEDBACK = new UUID(1, 1);
  private static final UUID CANDIDATE = new UUID(2, 2);
  private static final FeedbackSpecificity SPECIFICITY =
      new FeedbackSpecificity(SpecificityLevel.PARTIAL, 0.4, List.of(), "test");
  private static final List<ThemeRating> RATINGS = List.of(new ThemeRating(Theme.LEADERSHIP, 4));

  private static RecordFeedback recording(String receivedOn) {
    return new RecordFeedback(
        FEEDBACK,
        CANDIDATE,
        null,
        FeedbackSource.MENTOR,
        LocalDate.parse(receivedOn),
        "Delegate sooner.",
        RATINGS,
        SPECIFICITY,
        Instant.parse("2026-05-04T12:00:00Z"));
  }

  private static FeedbackEvent received(String receivedOn) {
    return new FeedbackReceived(
        FEEDBACK,
        null,
        null,
        CANDIDATE,
        FeedbackSource.MENTOR,
        LocalDate.parse(receivedOn),
        1,
        "Delegate sooner.",
        RATINGS,
        List.of(),
        List.of(),
        SPECIFICITY);
  }

  @Test
  void feedbackIsRecorded() {
    specification(DECIDER).when(recording("2026-05-01")).then(received("2026-05-01"));
  }

  @Test
  void feedbackIsRecordedOnce() {
    specification(DECIDER)
        .given(received("2026-05-01"))
        .when(recording("2026-05-01"))
        .thenRefused(GivenFeedbackRefusal.ALREADY_RECORDED);
  }

  @Test
  void todayIsTakenWhereTheDayBeginsFirst() {
    specification(DECIDER).when(recording("2026-05-05")).then(received("2026-05-05"));
  }

  @Test
  void theFutureIsRefused() {
    specification(DECIDER)
        .when(recording("2026-05-06"))
        .thenRefused(GivenFeedbackRefusal.NOT_YET_GIVEN);
  }
}

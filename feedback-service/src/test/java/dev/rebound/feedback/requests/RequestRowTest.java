package dev.rebound.feedback.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.FeedbackEvent;
import dev.rebound.events.FeedbackEvent.FeedbackDetailRequested;
import dev.rebound.events.FeedbackEvent.FeedbackReceived;
import dev.rebound.events.FeedbackEvent.FeedbackReminded;
import dev.rebound.events.FeedbackEvent.FeedbackRequested;
import dev.rebound.events.FeedbackSource;
import dev.rebound.events.FeedbackSpecificity;
import dev.rebound.events.MissingPart;
import dev.rebound.events.Posting;
import dev.rebound.events.Recruiter;
import dev.rebound.events.RequestOrigin;
import dev.rebound.events.SpecificityLevel;
import dev.rebound.events.Theme;
import dev.rebound.events.ThemeRating;
import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.feedback.feedbackrequest.RequestStatus;
import dev.rebound.feedback.feedbackrequest.Terms;
import dev.rebound.feedback.streams.RequestIds;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestRowTest {

  private static final Instant START = Instant.parse("2026-04-01T08:00:00Z");
  private static final UUID REQUEST = new UUID(1, 1);
  private static final UUID APPLICATION = new UUID(1, 2);
  private static final UUID CANDIDATE = new UUID(1, 3);

  private static Instant day(int days) {
    return START.plus(Duration.ofDays(days));
  }

  private static RequestRow fold(FeedbackEvent... events) {
    @Nullable RequestRow row = null;
    for (int i = 0; i < events.length; i++) {
      row =
          RequestRow.evolve(
              row,
              new StoredEvent(
                  new UUID(2, i),
                  RequestIds.stream(REQUEST),
                  i + 1,
                  new Metadata(START, new UUID(3, 3), null, null),
                  events[i]),
              Terms.STANDARD);
    }
    return Objects.requireNonNull(row);
  }

  private static FeedbackEvent requested() {
    return new FeedbackRequested(
        REQUEST,
        APPLICATION,
        CANDIDATE,
        RequestOrigin.REJECTION,
        new Recruiter(new UUID(1, 4), null, "bo@dairy.example"),
        new Posting("Smith", "Forge", null, null, null, null, null, null, null, List.of(), null),
        List.of(),
        null,
        null,
        day(14),
        null);
  }

  private static FeedbackEvent reminded(int day) {
    return new FeedbackReminded(REQUEST, APPLICATION, CANDIDATE, 1, day(day));
  }

  private static FeedbackEvent received() {
    return new FeedbackReceived(
        new UUID(1, 5),
        REQUEST,
        APPLICATION,
        CANDIDATE,
        FeedbackSource.RECRUITER,
        LocalDate.parse("2026-04-03"),
        1,
        "Fine.",
        List.of(
            new ThemeRating(Theme.COMMUNICATION, 2),
            new ThemeRating(Theme.PREPARATION, 1),
            new ThemeRating(Theme.LEADERSHIP, 4)),
        List.of(),
        List.of(Theme.STRONGER_CANDIDATE),
        new FeedbackSpecificity(SpecificityLevel.GENERIC, 0, List.of(MissingPart.THEME), "test"));
  }

  @Test
  void aNewRequestIsDueForAReminderAfterAWeek() {
    assertThat(fold(requested()).remindAt()).isEqualTo(day(7));
  }

  @Test
  void anEarlyReminderByHandLeavesTheScheduleAlone() {
    assertThat(fold(requested(), reminded(2)).remindAt()).isEqualTo(day(7));
  }

  @Test
  void aReminderAtItsTimeIsTheLastOfTheSchedule() {
    assertThat(fold(requested(), reminded(7)).remindAt()).isNull();
  }

  @Test
  void theSecondRoundHasAnEndAndAReminderOfItsOwn() {
    RequestRow row =
        fold(
            requested(),
            received(),
            new FeedbackDetailRequested(
                REQUEST, APPLICATION, CANDIDATE, 2, List.of(MissingPart.THEME), day(16)));

    assertThat(row.status()).isEqualTo(RequestStatus.DETAIL_REQUESTED);
    assertThat(row.remindAt()).isEqualTo(day(9));
    assertThat(row.version()).isEqualTo(3);
  }

  @Test
  void whatDecidedItAndWhatWasRatedLowIsKeptForTheQuestions() {
    RequestRow row = fold(requested(), received());

    assertThat(row.judged())
        .extracting(RequestRow.Judged::themes)
        .isEqualTo(List.of(Theme.STRONGER_CANDIDATE, Theme.PREPARATION, Theme.COMMUNICATION));
  }

  @Test
  void anAnswerEndsTheWaiting() {
    RequestRow row = fold(requested(), received());

    assertThat(row.status()).isEqualTo(RequestStatus.RECEIVED);
    assertThat(row.remindAt()).isNull();
  }
}

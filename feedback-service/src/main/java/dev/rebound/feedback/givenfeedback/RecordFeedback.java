package dev.rebound.feedback.givenfeedback;

import dev.rebound.events.FeedbackSource;
import dev.rebound.events.FeedbackSpecificity;
import dev.rebound.events.ThemeRating;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A candidate records feedback.
 *
 * @param applicationId the application it is about, or null where it is about none
 * @param receivedOn the day it was given, by the candidate's calendar
 */
public record RecordFeedback(
    UUID feedbackId,
    UUID candidateId,
    @Nullable UUID applicationId,
    FeedbackSource source,
    LocalDate receivedOn,
    String comments,
    List<ThemeRating> ratings,
    FeedbackSpecificity specificity,
    Instant at) {

  public RecordFeedback {
    ratings = List.copyOf(ratings);
  }
}

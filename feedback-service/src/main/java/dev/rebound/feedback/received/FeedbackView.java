package dev.rebound.feedback.received;

import dev.rebound.events.FeedbackEvent.FeedbackReceived;
import dev.rebound.events.FeedbackSource;
import dev.rebound.events.MissingPart;
import dev.rebound.events.SpecificityLevel;
import dev.rebound.events.StageRating;
import dev.rebound.events.Theme;
import dev.rebound.events.ThemeRating;
import dev.rebound.feedback.received.FeedbackReading.StatementView;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of feedback as the API shows it.
 *
 * @param specificity as it was judged when it came in, boxes included
 * @param reader the version of the reader that made the statements of the comments
 * @param read whether the comments are in a language that is read
 * @param statements the comments, clause by clause
 */
public record FeedbackView(
    UUID id,
    @Nullable UUID requestId,
    @Nullable UUID applicationId,
    FeedbackSource source,
    LocalDate receivedOn,
    int round,
    @Nullable String comments,
    List<ThemeRating> ratings,
    List<StageRating> stages,
    List<Theme> decisive,
    Judged specificity,
    String reader,
    boolean read,
    List<StatementView> statements) {

  /**
   * How specific it is.
   *
   * @param reader the version of the reader that judged it
   */
  public record Judged(
      SpecificityLevel level, double score, List<MissingPart> missing, String reader) {}

  static FeedbackView of(FeedbackReceived feedback, FeedbackReading reading) {
    return new FeedbackView(
        feedback.feedbackId(),
        feedback.requestId(),
        feedback.applicationId(),
        feedback.source(),
        feedback.receivedOn(),
        feedback.round(),
        feedback.comments(),
        feedback.ratings(),
        feedback.stages(),
        feedback.decisive(),
        new Judged(
            feedback.specificity().level(),
            feedback.specificity().score(),
            feedback.specificity().missing(),
            feedback.specificity().reader()),
        reading.read().reader(),
        reading.readable(),
        reading.statements());
  }
}

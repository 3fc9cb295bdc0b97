package dev.rebound.feedback.received;

import dev.rebound.analysis.Polarity;
import dev.rebound.analysis.Reading;
import dev.rebound.analysis.Statement;
import dev.rebound.analysis.ThemeReading;
import dev.rebound.events.FeedbackEvent.FeedbackReceived;
import dev.rebound.events.FeedbackSource;
import dev.rebound.events.MissingPart;
import dev.rebound.events.SpecificityLevel;
import dev.rebound.events.StageKind;
import dev.rebound.events.StageRating;
import dev.rebound.events.Theme;
import dev.rebound.events.ThemeRating;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of feedback as the API shows it.
 *
 * @param specificity as it was judged when it came in, boxes included
 * @param read whether the comments are in a language that is read
 * @param statements the comments, clause by clause, as they are read now
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
    boolean read,
    List<StatementView> statements) {

  /** How specific it is. */
  public record Judged(SpecificityLevel level, double score, List<MissingPart> missing) {}

  /**
   * One clause.
   *
   * @param start where it starts in the comments, in UTF-16 units
   * @param end where it ends, exclusive
   * @param themes what it is about, surest first, each with how far it is in the candidate's hands
   */
  public record StatementView(
      String text,
      int start,
      int end,
      Polarity polarity,
      @Nullable StageKind stage,
      List<ThemeReading> themes) {

    static StatementView of(Statement statement) {
      return new StatementView(
          statement.text(),
          statement.start(),
          statement.end(),
          statement.polarity(),
          statement.stage(),
          statement.themes());
    }
  }

  static FeedbackView of(FeedbackReceived feedback, Reading reading) {
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
            feedback.specificity().missing()),
        reading.read(),
        reading.statements().stream().map(StatementView::of).toList());
  }
}

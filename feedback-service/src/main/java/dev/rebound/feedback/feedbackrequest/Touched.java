package dev.rebound.feedback.feedbackrequest;

import dev.rebound.events.FeedbackEvent.FeedbackReceived;
import dev.rebound.events.Theme;
import dev.rebound.events.ThemeRating;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The themes that an answer touched in its boxes: a request for depth asks about these. */
public final class Touched {

  /** A rating above this is no critique. */
  private static final int LOW = 2;

  private Touched() {}

  /** What decided it, then what was rated low, lowest first. */
  public static List<Theme> by(FeedbackReceived answer) {
    Stream<Theme> low =
        answer.ratings().stream()
            .filter(rating -> rating.rating() <= LOW)
            .sorted(Comparator.comparingInt(ThemeRating::rating))
            .map(ThemeRating::theme);
    return Stream.concat(answer.decisive().stream(), low).distinct().toList();
  }
}

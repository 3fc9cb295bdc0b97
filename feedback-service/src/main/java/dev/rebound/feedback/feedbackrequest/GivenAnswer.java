package dev.rebound.feedback.feedbackrequest;

import dev.rebound.events.FeedbackSpecificity;
import dev.rebound.events.StageRating;
import dev.rebound.events.Theme;
import dev.rebound.events.ThemeRating;
import java.util.List;

/**
 * What a recruiter answered, and how specific that was judged to be.
 *
 * @param decisive the themes that decided it
 */
public record GivenAnswer(
    String comments,
    List<ThemeRating> ratings,
    List<StageRating> stages,
    List<Theme> decisive,
    FeedbackSpecificity specificity) {

  public GivenAnswer {
    ratings = List.copyOf(ratings);
    stages = List.copyOf(stages);
    decisive = List.copyOf(decisive);
  }
}

package dev.rebound.insights.contexts;

import dev.rebound.delivery.ReadText;
import dev.rebound.events.FeedbackSource;
import dev.rebound.events.FeedbackSpecificity;
import dev.rebound.events.StageRating;
import dev.rebound.events.Theme;
import dev.rebound.events.ThemeRating;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One piece of feedback as it came in, and what it was read as.
 *
 * @param eventId the event that brought it
 * @param round 1, or 2 after the request for depth
 * @param decisive the themes that decided it, by the giver's word
 * @param evidence what words and ratings were read as
 * @param texts who read which of the texts, and what came of it, by where they stand
 */
public record FeedbackGiven(
    UUID feedbackId,
    UUID eventId,
    FeedbackSource source,
    LocalDate receivedOn,
    int round,
    @Nullable String comments,
    List<ThemeRating> ratings,
    List<StageRating> stages,
    List<Theme> decisive,
    FeedbackSpecificity specificity,
    List<Evidence> evidence,
    Map<String, ReadText> texts) {

  public FeedbackGiven {
    ratings = ratings == null ? List.of() : List.copyOf(ratings);
    stages = stages == null ? List.of() : List.copyOf(stages);
    decisive = decisive == null ? List.of() : List.copyOf(decisive);
    evidence = evidence == null ? List.of() : List.copyOf(evidence);
    texts = texts == null ? Map.of() : Map.copyOf(texts);
  }
}

package dev.rebound.insights.contexts;

import dev.rebound.analysis.Polarity;
import dev.rebound.events.StageKind;
import dev.rebound.events.Theme;
import dev.rebound.events.ThemeRating;
import dev.rebound.insights.contexts.EvidenceReading.Judgement;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a giver of feedback said by ticking instead of writing: theme ratings, and the themes that
 * decided it.
 *
 * <p>A rating of 1 or 2 is critique, 4 or 5 praise, 3 says nothing. A decisive theme is critique,
 * unless it was rated as praise. A rating and the surest words of the same giver that judge the
 * theme the same way are one piece of evidence, not two, with the control that the words give.
 * Words that only mention the theme are quoted and stay what they are.
 */
final class Ratings {

  /** Where in a piece of feedback a rating stands; there is one of each theme. */
  static final String PLACE = "rating";

  private static final double CLEAR = 0.9;
  private static final double MODERATE = 0.8;
  private static final double DECISIVE = 1;

  private final Map<Theme, Integer> ratings = new EnumMap<>(Theme.class);
  private final List<Theme> decisive;
  private final @Nullable StageKind onlyStage;

  /**
   * Takes the ticked part of a piece of feedback.
   *
   * @param onlyStage the stage it is all about, where it rates exactly one
   */
  Ratings(List<ThemeRating> ratings, List<Theme> decisive, @Nullable StageKind onlyStage) {
    ratings.forEach(rating -> this.ratings.put(rating.theme(), rating.rating()));
    this.decisive = decisive;
    this.onlyStage = onlyStage;
  }

  /** How a rating judges; empty for the middle. */
  static Optional<Polarity> polarity(int rating) {
    if (rating <= 2) {
      return Optional.of(Polarity.NEGATIVE);
    }
    return rating >= 4 ? Optional.of(Polarity.POSITIVE) : Optional.empty();
  }

  /** Adds the ratings to what was read from the words, or joins them with it. */
  void mergeInto(Gathering gathering) {
    for (Theme theme : Theme.values()) {
      judgement(theme).ifPresent(judgement -> merge(gathering, theme, judgement));
    }
  }

  private Optional<Judgement> judgement(Theme theme) {
    @Nullable Integer rating = ratings.get(theme);
    Optional<Polarity> rated = rating == null ? Optional.empty() : polarity(rating);
    if (decisive.contains(theme)) {
      return Optional.of(new Judgement(rated.orElse(Polarity.NEGATIVE), DECISIVE, null));
    }
    double confidence = rating != null && (rating == 1 || rating == 5) ? CLEAR : MODERATE;
    return rated.map(polarity -> new Judgement(polarity, confidence, null));
  }

  private void merge(Gathering gathering, Theme theme, Judgement judgement) {
    Optional<Evidence> words =
        gathering.evidence().stream()
            .filter(evidence -> evidence.theme() == theme)
            .filter(evidence ->
                evidence.polarity() == judgement.polarity()
                    || evidence.polarity() == Polarity.NEUTRAL)
            .max(
                Comparator.comparing(
                        (Evidence evidence) -> evidence.polarity() == judgement.polarity())
                    .thenComparingDouble(Evidence::confidence));
    words
        .filter(evidence -> evidence.polarity() == judgement.polarity())
        .ifPresent(gathering::remove);
    double read = words.map(Evidence::confidence).orElse(0.0);
    gathering.add(
        PLACE,
        theme,
        words.map(Evidence::control).orElse(theme.defaultControl()),
        new Judgement(
            judgement.polarity(),
            Math.max(judgement.confidence(), read),
            words.map(Evidence::reader).orElse(null)),
        words.map(Evidence::stage).orElse(onlyStage),
        words.map(Evidence::quote).orElse(null),
        decisive.contains(theme));
  }
}

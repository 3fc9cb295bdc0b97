package dev.rebound.insights.blindspots;

import dev.rebound.events.FeedbackSource;
import dev.rebound.events.StageKind;
import dev.rebound.events.StageRating;
import dev.rebound.events.StageReflection;
import dev.rebound.events.Theme;
import dev.rebound.events.ThemeRating;
import dev.rebound.insights.contexts.ApplicationFacts;
import dev.rebound.insights.contexts.CandidateContexts;
import dev.rebound.insights.contexts.Evidence;
import dev.rebound.insights.contexts.EvidenceSource;
import dev.rebound.insights.contexts.FeedbackGiven;
import dev.rebound.insights.contexts.Reflection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing of one application that both sides spoke of.
 *
 * @param stage the stage compared; null where it is a theme
 * @param theme the theme compared; null where it is a stage
 * @param kind what the comparison shows; null where both see it much alike
 * @param own the candidate's rating, 1 to 5; null for a theme, which a reflection names or does not
 * @param theirs the recruiter's rating, 1 to 5, the latest where there are several
 * @param difference own less theirs; null for a theme
 * @param at the day the recruiter's rating came in
 */
public record Comparison(
    UUID applicationId,
    @Nullable StageKind stage,
    @Nullable Theme theme,
    @Nullable Kind kind,
    @Nullable Integer own,
    int theirs,
    @Nullable Integer difference,
    LocalDate at) {

  /** A difference of two or more of five is more than taste. */
  private static final int APART = 2;

  private static final int WEAK = 2;
  private static final int STRONG = 4;

  /** What a comparison can show. */
  public enum Kind {
    /** The candidate saw it at least two better than the recruiter, or did not see what decided. */
    BLIND_SPOT,
    /** The recruiter saw it at least two better than the candidate. */
    HIDDEN_STRENGTH,
    /** Both saw it at two or below. */
    AGREED_GAP
  }

  /** All that can be compared in an application. */
  static List<Comparison> in(CandidateContexts candidate, ApplicationFacts application) {
    Reflection reflection = application.reflection();
    if (reflection == null) {
      return List.of();
    }
    List<Comparison> all = new ArrayList<>(stages(application, reflection));
    all.addAll(themes(candidate, application));
    return all;
  }

  private static List<Comparison> stages(ApplicationFacts application, Reflection reflection) {
    Map<StageKind, Theirs> theirs = new EnumMap<>(StageKind.class);
    for (FeedbackGiven given : byRecruiters(application)) {
      for (StageRating rated : given.stages()) {
        theirs.put(rated.kind(), new Theirs(rated.rating(), given.receivedOn()));
      }
    }
    List<Comparison> compared = new ArrayList<>();
    for (StageReflection own : reflection.stages()) {
      Theirs rating = theirs.get(own.kind());
      if (rating != null) {
        int difference = own.rating() - rating.rating();
        compared.add(
            new Comparison(
                application.id(),
                own.kind(),
                null,
                stageKind(own.rating(), rating.rating()),
                own.rating(),
                rating.rating(),
                difference,
                rating.on()));
      }
    }
    return compared;
  }

  private static @Nullable Kind stageKind(int own, int theirs) {
    if (own - theirs >= APART) {
      return Kind.BLIND_SPOT;
    }
    if (theirs - own >= APART) {
      return Kind.HIDDEN_STRENGTH;
    }
    return own <= WEAK && theirs <= WEAK ? Kind.AGREED_GAP : null;
  }

  private static List<Comparison> themes(
      CandidateContexts candidate, ApplicationFacts application) {
    Map<Theme, Theirs> theirs = new EnumMap<>(Theme.class);
    Set<Theme> decisive = new HashSet<>();
    for (FeedbackGiven given : byRecruiters(application)) {
      given.decisive().forEach(theme -> judged(candidate, given, theme).ifPresent(decisive::add));
      for (ThemeRating rated : given.ratings()) {
        if (rated.rating() > WEAK && rated.rating() < STRONG) {
          theirs.remove(rated.theme());
        } else {
          Theirs rating = new Theirs(rated.rating(), given.receivedOn());
          judged(candidate, given, rated.theme()).ifPresent(theme -> theirs.put(theme, rating));
        }
      }
    }
    Set<Theme> named =
        candidate.evidenceOf(application).stream()
            .filter(said -> said.source() == EvidenceSource.REFLECTION && said.decisive())
            .map(Evidence::theme)
            .collect(Collectors.toSet());
    List<Comparison> compared = new ArrayList<>();
    theirs.forEach((theme, rating) ->
        themeKind(named.contains(theme), decisive.contains(theme), rating.rating())
            .ifPresent(kind ->
                compared.add(
                    new Comparison(
                        application.id(),
                        null,
                        theme,
                        kind,
                        null,
                        rating.rating(),
                        null,
                        rating.on()))));
    return compared;
  }

  /** The theme that a rating judges, by the candidate's word where they corrected it. */
  private static Optional<Theme> judged(
      CandidateContexts candidate, FeedbackGiven given, Theme theme) {
    return candidate.rated(given, theme).filter(Evidence::inHand).map(Evidence::theme);
  }

  /** A theme that was neither named nor decisive was not judged by the candidate at all. */
  private static Optional<Kind> themeKind(boolean named, boolean decisive, int theirs) {
    if (theirs <= WEAK) {
      return named
          ? Optional.of(Kind.AGREED_GAP)
          : decisive ? Optional.of(Kind.BLIND_SPOT) : Optional.empty();
    }
    return named && theirs >= STRONG ? Optional.of(Kind.HIDDEN_STRENGTH) : Optional.empty();
  }

  private static List<FeedbackGiven> byRecruiters(ApplicationFacts application) {
    return application.feedback().stream()
        .filter(given -> given.source() == FeedbackSource.RECRUITER)
        .toList();
  }

  private record Theirs(int rating, LocalDate on) {}
}

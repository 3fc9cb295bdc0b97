package dev.rebound.feedback.handling;

import dev.rebound.chassis.http.Problems;
import dev.rebound.events.StageKind;
import dev.rebound.events.StageRating;
import dev.rebound.events.Theme;
import dev.rebound.feedback.feedbackrequest.GivenAnswer;
import dev.rebound.feedback.specificity.Judging;
import dev.rebound.feedback.specificity.Specificity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A recruiter's answer, as the API takes it.
 *
 * @param decisive the themes that decided it
 */
public record Answer(
    @NotNull @Size(max = 10_000) String comments,
    @Nullable @Size(max = 24) @Valid List<@NotNull Rating> ratings,
    @Nullable @Size(max = 8) @Valid List<@NotNull RatedStage> stages,
    @Nullable @Size(max = 24) List<@NotNull Theme> decisive) {

  /** The rated stages as events hold them. */
  public List<StageRating> ratedStages() {
    return stages == null ? List.of() : stages.stream().map(RatedStage::value).toList();
  }

  /** The decisive themes, none where none is marked. */
  public List<Theme> decisiveThemes() {
    return decisive == null ? List.of() : decisive;
  }

  /** The answer with its judgement, for the write model. */
  public GivenAnswer judged(Specificity specificity, Judging judging) {
    return new GivenAnswer(
        comments,
        ratings == null ? List.of() : ratings.stream().map(Rating::value).toList(),
        ratedStages(),
        decisiveThemes(),
        judging.kept(specificity));
  }

  /** Refuses two ratings of one thing: nobody could say which one counts. */
  public void check() {
    once("ratings", ratings == null ? List.of() : ratings, Rating::theme, Theme.class);
    once("stages", stages == null ? List.of() : stages, RatedStage::kind, StageKind.class);
    once("decisive", decisiveThemes(), theme -> theme, Theme.class);
  }

  static <T, E extends Enum<E>> void once(
      String field, Collection<T> items, Function<T, E> code, Class<E> codes) {
    EnumSet<E> seen = EnumSet.noneOf(codes);
    for (T item : items) {
      if (!seen.add(code.apply(item))) {
        throw Problems.invalid(field, "names something twice");
      }
    }
  }
}

package dev.rebound.insights.search.refinements;

import dev.rebound.events.Posting;
import dev.rebound.events.RefinementKind;
import dev.rebound.events.RoleReflection;
import dev.rebound.insights.contexts.ApplicationFacts;
import dev.rebound.insights.contexts.ApplicationFacts.Status;
import dev.rebound.insights.contexts.CandidateContexts;
import dev.rebound.insights.contexts.Reflection;
import dev.rebound.insights.contexts.Rejection;
import dev.rebound.insights.figures.Share;
import dev.rebound.insights.search.matching.Levels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Changes out of how applications of one kind went, against all others: where hardly any came to an
 * interview, by more than chance, and where the days could not be pictured.
 */
final class FromOutcomes {

  private static final int LOW = 2;
  private static final int HIGH = 4;

  /** Something that postings differ in. */
  private record Trait(
      RefinementKind kind, String before, Function<Posting, @Nullable Object> value) {

    String name(Object of) {
      return before + of;
    }
  }

  private static final List<Trait> TRAITS =
      List.of(
          new Trait(RefinementKind.WORKPLACE, "not ", Posting::workplace),
          new Trait(RefinementKind.EMPLOYMENT_TYPE, "not ", Posting::employmentType),
          new Trait(RefinementKind.SENIORITY, "not ", posting -> Levels.of(posting).orElse(null)),
          new Trait(RefinementKind.INDUSTRY, "", Posting::industry));

  private final CandidateContexts contexts;

  FromOutcomes(CandidateContexts contexts) {
    this.contexts = contexts;
  }

  List<Suggestion> suggestions() {
    List<Suggestion> all = new ArrayList<>();
    for (Trait trait : TRAITS) {
      contexts.applications().stream()
          .flatMap(application -> Stream.ofNullable(trait.value().apply(application.posting())))
          .distinct()
          .forEach(value -> {
            hardlyAny(trait, value).forEach(all::add);
            unpictured(trait, value).forEach(all::add);
          });
    }
    return all;
  }

  /** The whole range of the one share lies below that of the other: more than chance. */
  private Stream<Suggestion> hardlyAny(Trait trait, Object value) {
    List<ApplicationFacts> ended =
        contexts.applications().stream()
            .filter(a -> a.progressed() || a.status() == Status.REJECTED)
            .filter(a -> trait.value().apply(a.posting()) != null)
            .toList();
    List<ApplicationFacts> such = ended.stream().filter(has(trait, value)).toList();
    List<ApplicationFacts> others = ended.stream().filter(has(trait, value).negate()).toList();
    Share came = progressed(such);
    Share othersCame = progressed(others);
    if (came == null || othersCame == null || came.high() >= othersCame.low()) {
      return Stream.empty();
    }
    List<RefinementEvidence> evidence =
        such.stream().filter(a -> !a.progressed()).flatMap(FromOutcomes::rejection).toList();
    long kept = such.stream().filter(ApplicationFacts::progressed).count();
    String reason =
        "%d of %d applications of this kind (%s) came to an interview; of the others %d of %d did."
            .formatted(
                kept,
                such.size(),
                words(value),
                others.stream().filter(ApplicationFacts::progressed).count(),
                others.size());
    return evidence.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new Suggestion(
                trait.kind(),
                trait.name(value),
                0,
                reason,
                evidence,
                Confidence.ofTaste(evidence.size(), kept)));
  }

  private static @Nullable Share progressed(List<ApplicationFacts> applications) {
    return Share.of(
        (int) applications.stream().filter(ApplicationFacts::progressed).count(),
        applications.size());
  }

  private Stream<Suggestion> unpictured(Trait trait, Object value) {
    List<ApplicationFacts> low = days(day -> day <= LOW);
    List<ApplicationFacts> high = days(day -> day >= HIGH);
    List<ApplicationFacts> such = low.stream().filter(has(trait, value)).toList();
    boolean told =
        such.size() >= FromRejections.TASTE
            && !high.isEmpty()
            && high.stream().noneMatch(has(trait, value));
    if (!told) {
      return Stream.empty();
    }
    String reason =
        "You could not picture the days in %d jobs of this kind (%s), and could in %d of another."
            .formatted(such.size(), words(value), high.size());
    List<RefinementEvidence> evidence = such.stream().flatMap(FromOutcomes::days).toList();
    return Stream.of(
        new Suggestion(
            trait.kind(),
            trait.name(value),
            1,
            reason,
            evidence,
            Confidence.ofTaste(such.size(), 0)));
  }

  private List<ApplicationFacts> days(Predicate<Integer> rated) {
    return contexts.applications().stream()
        .filter(application -> {
          Reflection reflection = application.reflection();
          RoleReflection role = reflection == null ? null : reflection.role();
          Integer day = role == null ? null : role.dayToDay();
          return day != null && rated.test(day);
        })
        .toList();
  }

  private static Predicate<ApplicationFacts> has(Trait trait, Object value) {
    return application -> value.equals(trait.value().apply(application.posting()));
  }

  private static Stream<RefinementEvidence> rejection(ApplicationFacts application) {
    Rejection rejection = application.rejection();
    return rejection == null
        ? Stream.empty()
        : Stream.of(RefinementEvidence.of(application.id(), rejection));
  }

  private static Stream<RefinementEvidence> days(ApplicationFacts application) {
    Reflection reflection = application.reflection();
    return reflection == null
        ? Stream.empty()
        : Stream.of(RefinementEvidence.of(application.id(), reflection, "dayToDay", null));
  }

  private static String words(Object value) {
    return value instanceof Enum<?> code
        ? code.name().toLowerCase(Locale.ROOT).replace('_', ' ')
        : value.toString();
  }
}

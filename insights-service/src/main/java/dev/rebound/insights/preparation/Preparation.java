package dev.rebound.insights.preparation;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rebound.events.SearchProfile;
import dev.rebound.events.StageKind;
import dev.rebound.events.Theme;
import dev.rebound.insights.contexts.ApplicationFacts;
import dev.rebound.insights.contexts.CandidateContexts;
import dev.rebound.insights.contexts.Evidence;
import dev.rebound.insights.contexts.Reflection;
import dev.rebound.insights.contexts.Stages;
import dev.rebound.insights.figures.Basis;
import dev.rebound.insights.growthplan.GrowthPlan;
import dev.rebound.insights.growthplan.PlannedGoal.Adopted;
import dev.rebound.insights.growthplan.PlannedGoal.Course;
import dev.rebound.insights.growthplan.goals.Advice;
import dev.rebound.insights.growthplan.goals.Catalogue;
import dev.rebound.insights.threads.CommonThread;
import dev.rebound.insights.threads.CommonThreads;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to prepare for one application.
 *
 * @param status whether there is enough to speak of patterns
 * @param contexts in how many contexts anything was said: what all of it rests on
 * @param stages the next stage that is planned, or the last one that took place, and those that may
 *     come
 * @param practise the weightiest weaknesses that these stages test
 * @param leanOn the weightiest strengths
 * @param check what stood in the way before and is not in the candidate's hands
 * @param lessons what the candidate took from former applications, newest first
 */
public record Preparation(
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant asOf,
    Application application,
    Basis status,
    int contexts,
    List<StageKind> stages,
    List<Weakness> practise,
    List<Strength> leanOn,
    List<Check> check,
    List<Lesson> lessons) {

  private static final int MOST_WEAKNESSES = 5;
  private static final int MOST_STRENGTHS = 3;
  private static final int MOST_QUOTES = 3;
  private static final int MOST_LESSONS = 5;

  /** The application it is for. */
  public record Application(UUID id, @Nullable String title, @Nullable String company) {}

  /**
   * A weakness that may be tested.
   *
   * @param testedIn the stages, of those ahead, that test it
   * @param contexts in how many contexts it was said
   * @param said what weighs most of it
   * @param goalId the adopted goal the rest is from; null where it is from the catalogue
   * @param actions what is left to do
   */
  public record Weakness(
      Theme theme,
      CommonThread.Status status,
      List<StageKind> testedIn,
      int contexts,
      int occurrences,
      List<Evidence> said,
      @Nullable UUID goalId,
      String aim,
      List<String> focalPoints,
      List<String> actions) {}

  /** A strength, with what was said of it. */
  public record Strength(
      Theme theme, CommonThread.Status status, int contexts, List<Evidence> said) {}

  /** What a candidate took from an application. */
  public record Lesson(UUID applicationId, LocalDate on, String text) {}

  /**
   * The brief for this application, which is one of the candidate's open ones.
   *
   * @param today the day to look ahead from
   */
  public static Preparation of(
      CandidateContexts contexts,
      GrowthPlan plan,
      SearchProfile profile,
      ApplicationFacts application,
      LocalDate today) {
    CommonThreads threads = CommonThreads.of(contexts);
    Set<StageKind> ahead = ahead(application, today);
    return new Preparation(
        contexts.asOf(),
        new Application(
            application.id(), application.posting().title(), application.posting().company()),
        Basis.of(threads.tellingContexts()),
        threads.tellingContexts(),
        List.copyOf(ahead),
        threads.weaknesses().stream()
            .flatMap(thread -> weakness(thread, ahead, plan).stream())
            .limit(MOST_WEAKNESSES)
            .toList(),
        threads.strengths().stream()
            .limit(MOST_STRENGTHS)
            .map(thread ->
                new Strength(thread.theme(), thread.status(), thread.contexts(), quoted(thread)))
            .toList(),
        Check.of(contexts, profile, application.posting()),
        lessons(contexts, application));
  }

  /**
   * The stages that are planned from today on, in their order; where none is, the last one that
   * took place, which may not be over. Then all that usually follow and did not take place. With an
   * offer, the offer alone.
   */
  private static Set<StageKind> ahead(ApplicationFacts application, LocalDate today) {
    if (application.offeredOn() != null) {
      return EnumSet.of(StageKind.OFFER);
    }
    Stages stages = Stages.of(application);
    List<StageKind> known = stages.inOrder();
    StageKind last = known.isEmpty() ? StageKind.APPLICATION_REVIEW : known.getLast();
    Set<StageKind> ahead =
        known.stream()
            .filter(stage ->
                stage == last
                    || stages.dayOf(stage).filter(day -> !day.isBefore(today)).isPresent())
            .collect(toCollection(LinkedHashSet::new));
    EnumSet.range(last, StageKind.OFFER).stream()
        .filter(stage -> !known.contains(stage))
        .forEach(ahead::add);
    return ahead;
  }

  private static Optional<Weakness> weakness(
      CommonThread thread, Set<StageKind> ahead, GrowthPlan plan) {
    Set<StageKind> tested = EnumSet.noneOf(StageKind.class);
    tested.addAll(TestedIn.stagesOf(thread.theme()));
    tested.addAll(thread.stages());
    tested.retainAll(ahead);
    if (tested.isEmpty()) {
      return Optional.empty();
    }
    Optional<Course> goal =
        plan.open().stream()
            .map(Adopted::course)
            .filter(course -> course.theme() == thread.theme())
            .findFirst();
    Advice advice =
        goal.map(Preparation::stillToDo)
            .or(() -> Catalogue.current().of(thread.theme()))
            .orElse(new Advice("", List.of(), List.of()));
    return Optional.of(
        new Weakness(
            thread.theme(),
            thread.status(),
            List.copyOf(tested),
            thread.contexts(),
            thread.occurrences(),
            quoted(thread),
            goal.map(Course::id).orElse(null),
            advice.aim(),
            advice.focalPoints(),
            advice.actions()));
  }

  private static Advice stillToDo(Course goal) {
    return new Advice(
        goal.intent().statement(),
        goal.intent().focalPoints(),
        goal.intent().actions().stream()
            .filter(action -> !action.done())
            .flatMap(action -> Stream.ofNullable(action.text()))
            .toList());
  }

  private static List<Evidence> quoted(CommonThread thread) {
    return thread.evidence().stream()
        .sorted(Comparator.comparing((Evidence said) -> said.quote() == null))
        .limit(MOST_QUOTES)
        .toList();
  }

  private static List<Lesson> lessons(CandidateContexts contexts, ApplicationFacts application) {
    return contexts.applications().stream()
        .filter(other -> !other.id().equals(application.id()))
        .flatMap(other -> lesson(other).stream())
        .sorted(Comparator.comparing(Lesson::on).reversed().thenComparing(Lesson::applicationId))
        .limit(MOST_LESSONS)
        .toList();
  }

  private static Optional<Lesson> lesson(ApplicationFacts application) {
    Reflection reflection = application.reflection();
    return reflection == null || reflection.lessons() == null
        ? Optional.empty()
        : Optional.of(new Lesson(application.id(), reflection.completedOn(), reflection.lessons()));
  }
}

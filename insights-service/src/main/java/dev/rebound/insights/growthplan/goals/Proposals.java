package dev.rebound.insights.growthplan.goals;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.events.Control;
import dev.rebound.events.GoalAction;
import dev.rebound.events.StageKind;
import dev.rebound.events.Theme;
import dev.rebound.insights.contexts.Evidence;
import dev.rebound.insights.growthplan.GrowthPlan;
import dev.rebound.insights.growthplan.Intent;
import dev.rebound.insights.growthplan.PlannedGoal;
import dev.rebound.insights.growthplan.PlannedGoal.Abandoned;
import dev.rebound.insights.growthplan.PlannedGoal.Achieved;
import dev.rebound.insights.growthplan.PlannedGoal.Adopted;
import dev.rebound.insights.threads.CommonThread;
import dev.rebound.insights.threads.CommonThread.Status;
import dev.rebound.insights.threads.CommonThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the goals that a candidate's weaknesses call for. */
final class Proposals {

  /** Open and proposed goals together: what is main among more than that? */
  static final int MOST_AT_ONCE = 5;

  /** Long-term goals among the proposed ones. */
  static final int MOST_LONG_TERM = 1;

  private static final int LONGEST_QUOTE = 200;

  private final UUID candidateId;
  private final CommonThreads threads;
  private final GrowthPlan plan;

  Proposals(UUID candidateId, CommonThreads threads, GrowthPlan plan) {
    this.candidateId = candidateId;
    this.threads = threads;
    this.plan = plan;
  }

  /** What is proposed: what recurs, weightiest first, and no more than can be kept in mind. */
  List<Proposal> proposed() {
    int room = MOST_AT_ONCE - plan.open().size();
    List<Proposal> proposed = new ArrayList<>();
    int longTerm = 0;
    for (CommonThread thread : threads.weaknesses()) {
      boolean slow = thread.control() == Control.LONG_TERM;
      if (thread.status() == Status.RECURRING
          && proposed.size() < room
          && !(slow && longTerm == MOST_LONG_TERM)
          && wanted(thread)) {
        of(thread).ifPresent(proposed::add);
        longTerm += slow ? 1 : 0;
      }
    }
    return List.copyOf(proposed);
  }

  /**
   * The proposal of this id, shown or not: what was proposed a moment ago can still be taken on
   * when the order of things has changed.
   */
  Optional<Proposal> proposal(UUID id) {
    return threads.weaknesses().stream()
        .filter(thread -> id(thread.theme()).equals(id))
        .findFirst()
        .flatMap(this::of);
  }

  /** Not worked on, and said since it was last closed. */
  private boolean wanted(CommonThread thread) {
    return plan.of(thread.theme()).stream().allMatch(goal -> saidSinceClosing(thread, goal));
  }

  private static boolean saidSinceClosing(CommonThread thread, PlannedGoal goal) {
    return switch (goal) {
      case Adopted _ -> false;
      case Achieved achieved -> thread.lastSeen().isAfter(achieved.on());
      case Abandoned abandoned -> thread.lastSeen().isAfter(abandoned.on());
    };
  }

  private Optional<Proposal> of(CommonThread thread) {
    return Catalogue.current()
        .of(thread.theme())
        .map(advice -> new Proposal(id(thread.theme()), thread, intent(thread, advice)));
  }

  private UUID id(Theme theme) {
    long closed =
        plan.of(theme).stream()
            .filter(goal -> goal instanceof Achieved || goal instanceof Abandoned)
            .count();
    return UuidCreator.getNameBasedSha1(candidateId, "goal/" + theme + "/" + closed);
  }

  /** The catalogue's advice, led by where it came up and by what somebody advised. */
  private static Intent intent(CommonThread thread, Advice advice) {
    Stream<String> where =
        thread.stages().isEmpty()
            ? Stream.empty()
            : Stream.of("Look at these stages first, it came up there: " + stages(thread) + ".");
    Stream<String> told =
        thread.advice().stream()
            .map(Evidence::quote)
            .filter(Objects::nonNull)
            .filter(quote -> quote.length() <= LONGEST_QUOTE)
            .limit(1)
            .map(quote -> "Take up what you were told: “" + quote + "”");
    return new Intent(
        advice.aim(),
        Stream.concat(where, advice.focalPoints().stream()).toList(),
        Stream.concat(told, advice.actions().stream())
            .map(text -> new GoalAction(text, false))
            .toList(),
        null);
  }

  private static String stages(CommonThread thread) {
    return thread.stages().stream().map(Proposals::words).collect(Collectors.joining(", "));
  }

  private static String words(StageKind kind) {
    return kind.title().toLowerCase(Locale.ROOT);
  }
}

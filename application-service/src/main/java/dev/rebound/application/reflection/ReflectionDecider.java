package dev.rebound.application.reflection;

import static dev.rebound.application.reflection.ReflectionRefusal.CAUSE_TWICE;
import static dev.rebound.application.reflection.ReflectionRefusal.COMPLETED_TOO_OFTEN;
import static dev.rebound.application.reflection.ReflectionRefusal.NOTHING_SAID;
import static dev.rebound.application.reflection.ReflectionRefusal.RANKS_NOT_IN_SEQUENCE;
import static dev.rebound.application.reflection.ReflectionRefusal.RATING_OUT_OF_RANGE;
import static dev.rebound.application.reflection.ReflectionRefusal.STAGE_DID_NOT_TAKE_PLACE;
import static dev.rebound.application.reflection.ReflectionRefusal.STAGE_TWICE;
import static dev.rebound.eventstore.Decider.Decision.accept;
import static dev.rebound.eventstore.Decider.Decision.refuse;

import dev.rebound.application.reflection.Reflection.Completed;
import dev.rebound.application.reflection.Reflection.NotCompleted;
import dev.rebound.events.ApplicationEvent;
import dev.rebound.events.ApplicationEvent.ApplicationCorrected;
import dev.rebound.events.ApplicationEvent.ApplicationRejected;
import dev.rebound.events.ApplicationEvent.ApplicationReopened;
import dev.rebound.events.ApplicationEvent.ApplicationSubmitted;
import dev.rebound.events.ApplicationEvent.ApplicationWithdrawn;
import dev.rebound.events.ApplicationEvent.ConsentChanged;
import dev.rebound.events.ApplicationEvent.OfferReceived;
import dev.rebound.events.ApplicationEvent.ReflectionCompleted;
import dev.rebound.events.ApplicationEvent.StageReached;
import dev.rebound.events.ApplicationEvent.SubjectErased;
import dev.rebound.events.Cause;
import dev.rebound.events.RoleReflection;
import dev.rebound.events.StageKind;
import dev.rebound.events.StageReflection;
import dev.rebound.eventstore.Decider;
import dev.rebound.eventstore.Decider.Decision;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Decides whether a reflection is complete. */
public final class ReflectionDecider
    implements Decider<CompleteReflection, Reflection, ApplicationEvent, ReflectionRefusal> {

  /** How often one reflection can be completed: whoever reads it reads all of them. */
  public static final int MAX_TIMES = 100;

  private static final int LOWEST = 1;
  private static final int HIGHEST = 5;

  @Override
  public Reflection initial() {
    return new NotCompleted();
  }

  @Override
  public Decision<ApplicationEvent, ReflectionRefusal> decide(
      CompleteReflection command, Reflection state) {
    if (times(state) >= MAX_TIMES) {
      return refuse(COMPLETED_TOO_OFTEN);
    }
    return objection(command)
        .<Decision<ApplicationEvent, ReflectionRefusal>>map(Decision::refuse)
        .orElseGet(() -> accept(completed(command)));
  }

  @Override
  public Reflection evolve(Reflection state, ApplicationEvent event) {
    return switch (event) {
      case ReflectionCompleted e ->
          new Completed(
              new ReflectionContent(e.stages(), e.causes(), e.role(), e.lessons()),
              times(state) + 1);
      case ApplicationSubmitted _,
          ApplicationCorrected _,
          StageReached _,
          ApplicationRejected _,
          ApplicationReopened _,
          ApplicationWithdrawn _,
          OfferReceived _,
          ConsentChanged _,
          SubjectErased _ ->
          state;
    };
  }

  private static int times(Reflection state) {
    return state instanceof Completed completed ? completed.times() : 0;
  }

  private static Optional<ReflectionRefusal> objection(CompleteReflection command) {
    ReflectionContent content = command.content();
    if (content.saysNothing()) {
      return Optional.of(NOTHING_SAID);
    }
    if (!distinct(content.stages().stream().map(StageReflection::kind).toList())) {
      return Optional.of(STAGE_TWICE);
    }
    if (!inSequence(content.stages())) {
      return Optional.of(RANKS_NOT_IN_SEQUENCE);
    }
    if (!ratingsInRange(content)) {
      return Optional.of(RATING_OUT_OF_RANGE);
    }
    if (!content.stages().stream().allMatch(stage -> tookPlace(stage.kind(), command))) {
      return Optional.of(STAGE_DID_NOT_TAKE_PLACE);
    }
    return distinct(content.causes().stream().map(Cause::theme).toList())
        ? Optional.empty()
        : Optional.of(CAUSE_TWICE);
  }

  private static ReflectionCompleted completed(CompleteReflection command) {
    ReflectionContent content = command.content();
    return new ReflectionCompleted(
        command.applicationId(),
        command.candidateId(),
        content.stages(),
        content.causes(),
        content.role(),
        content.lessons());
  }

  private static boolean distinct(List<?> values) {
    return values.stream().distinct().count() == values.size();
  }

  private static boolean inSequence(List<StageReflection> stages) {
    List<Integer> ranks = stages.stream().map(StageReflection::rank).sorted().toList();
    return ranks.equals(IntStream.rangeClosed(1, stages.size()).boxed().toList());
  }

  private static boolean ratingsInRange(ReflectionContent content) {
    RoleReflection role = content.role();
    return content.stages().stream().allMatch(stage -> inRange(stage.rating()))
        && (role == null || inRange(role.dayToDay()));
  }

  private static boolean inRange(@Nullable Integer rating) {
    return rating == null || (rating >= LOWEST && rating <= HIGHEST);
  }

  private static boolean tookPlace(StageKind kind, CompleteReflection command) {
    return kind == StageKind.APPLICATION_REVIEW || command.tookPlace().contains(kind);
  }
}

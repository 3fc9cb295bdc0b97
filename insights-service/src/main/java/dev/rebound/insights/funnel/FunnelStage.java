package dev.rebound.insights.funnel;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rebound.events.StageKind;
import dev.rebound.insights.contexts.ApplicationFacts;
import dev.rebound.insights.contexts.ApplicationFacts.Status;
import dev.rebound.insights.contexts.CandidateContexts;
import dev.rebound.insights.contexts.Rejection;
import dev.rebound.insights.contexts.Stages;
import dev.rebound.insights.figures.Share;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One stage of the funnel.
 *
 * @param reached how many applications came to the stage; every application comes to the review
 * @param passed how many of these came to a stage that took place later, or to an offer
 * @param rejected how many ended here by a rejection; one that names no stage, or one after which
 *     another took place, counts for the last stage that was reached
 * @param passRate passed of those that are settled, passed or rejected; null where none is. What is
 *     open or was withdrawn counts for neither
 */
public record FunnelStage(
    StageKind stage,
    int reached,
    int passed,
    int rejected,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Share passRate) {

  /** The stages that any application reached, in the usual order. */
  public static List<FunnelStage> of(CandidateContexts candidate) {
    List<Way> ways =
        candidate.applications().stream().filter(ApplicationFacts::known).map(Way::of).toList();
    return Stream.of(StageKind.values())
        .map(stage -> counted(stage, ways))
        .filter(stage -> stage.reached() > 0)
        .toList();
  }

  private static FunnelStage counted(StageKind stage, List<Way> ways) {
    int reached = 0;
    int passed = 0;
    int rejected = 0;
    for (Way way : ways) {
      if (way.reached().contains(stage)) {
        reached++;
        rejected += way.end() == stage ? 1 : 0;
        passed += way.passed(stage) ? 1 : 0;
      }
    }
    return new FunnelStage(stage, reached, passed, rejected, Share.of(passed, passed + rejected));
  }

  /**
   * The way of one application.
   *
   * @param reached every stage it came to, in the order they took place
   * @param end the stage it was rejected at, or null
   */
  private record Way(List<StageKind> reached, @Nullable StageKind end, boolean offered) {

    static Way of(ApplicationFacts application) {
      EnumMap<StageKind, LocalDate> days = new EnumMap<>(StageKind.class);
      days.putAll(Stages.of(application).days());
      days.putIfAbsent(StageKind.APPLICATION_REVIEW, LocalDate.MIN);
      // An offer that the candidate turned down was an offer.
      LocalDate offeredOn = application.offeredOn();
      if (offeredOn != null) {
        days.putIfAbsent(StageKind.OFFER, offeredOn);
      }
      Rejection rejection = application.rejection();
      if (application.status() != Status.REJECTED || rejection == null) {
        return new Way(new Stages(days).inOrder(), null, offeredOn != null);
      }
      if (rejection.stage() != null) {
        days.putIfAbsent(rejection.stage(), rejection.rejectedOn());
      }
      return new Way(new Stages(days).inOrder(), end(days, rejection), false);
    }

    /**
     * A rejection that names no stage carries the last one known then, which cannot be told from
     * one that it names. So whatever took place on a later day, and before it, is the end.
     */
    private static StageKind end(EnumMap<StageKind, LocalDate> days, Rejection rejection) {
      StageKind named = Objects.requireNonNullElse(rejection.stage(), StageKind.APPLICATION_REVIEW);
      LocalDate since =
          rejection.stage() == null ? LocalDate.MIN : days.getOrDefault(named, LocalDate.MIN);
      Map<StageKind, LocalDate> later = new EnumMap<>(days);
      later.values().removeIf(day -> !day.isAfter(since) || day.isAfter(rejection.rejectedOn()));
      return new Stages(later).last().orElse(named);
    }

    boolean passed(StageKind stage) {
      return stage != end && (offered || stage != reached.getLast());
    }
  }
}

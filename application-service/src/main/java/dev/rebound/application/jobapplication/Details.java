package dev.rebound.application.jobapplication;

import dev.rebound.events.ApplicationEvent.StageReached;
import dev.rebound.events.Posting;
import dev.rebound.events.Recruiter;
import dev.rebound.events.StageKind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every submitted application has, whatever became of it.
 *
 * @param board the job board it came through, where it did
 * @param stages what took place, in order
 */
public record Details(
    UUID applicationId,
    UUID candidateId,
    Posting posting,
    LocalDate appliedOn,
    @Nullable Recruiter recruiter,
    @Nullable String board,
    List<Stage> stages) {

  public Details {
    stages = List.copyOf(stages);
  }

  /** The kinds that took place, each once, in order. */
  public List<StageKind> stageKinds() {
    return stages.stream().map(Stage::kind).distinct().toList();
  }

  /** What a correction starts from. */
  public Correctable correctable() {
    return new Correctable(posting, appliedOn, recruiter);
  }

  /** The kind of the last stage, null where none took place. */
  @Nullable StageKind lastStage() {
    return stages.isEmpty() ? null : stages.getLast().kind();
  }

  boolean has(Stage stage) {
    return stages.stream().anyMatch(stage::isSameAs);
  }

  boolean has(StageKind kind) {
    return stages.stream().anyMatch(stage -> stage.kind() == kind);
  }

  /** What happens with a stage that takes place. */
  StageReached reached(Stage stage) {
    return new StageReached(
        applicationId, candidateId, stage.kind(), stage.reachedOn(), stage.note());
  }

  /**
   * The same without what was written down ahead, for days after this one; where it ended at one of
   * those, it is the day that is wrong, and all stay.
   */
  Details until(LocalDate day, @Nullable StageKind last) {
    Details before = until(day);
    return last == null || before.has(last) ? before : this;
  }

  /** The same without what was written down ahead, for days after this one. */
  Details until(LocalDate day) {
    return new Details(
        applicationId,
        candidateId,
        posting,
        appliedOn,
        recruiter,
        board,
        stages.stream().filter(stage -> !stage.reachedOn().isAfter(day)).toList());
  }

  Details with(Stage stage) {
    List<Stage> more =
        Stream.concat(stages.stream(), Stream.of(stage)).sorted(Stage.IN_ORDER).toList();
    return new Details(applicationId, candidateId, posting, appliedOn, recruiter, board, more);
  }

  Details with(Correctable corrected) {
    return new Details(
        applicationId,
        candidateId,
        corrected.posting(),
        corrected.appliedOn(),
        corrected.recruiter(),
        board,
        stages);
  }
}

package dev.rebound.application.jobapplication;

import dev.rebound.events.Posting;
import dev.rebound.events.Recruiter;
import dev.rebound.events.RejectionReason;
import dev.rebound.events.RejectionSource;
import dev.rebound.events.StageKind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a candidate can do about an application, and what a board can report. */
public sealed interface JobApplicationCommand {

  /** Whose application it has to be. */
  UUID candidateId();

  /**
   * Records an application under a new id.
   *
   * @param boardCandidate the board's own id of the candidate, where a board reports it
   */
  record Submit(
      UUID applicationId,
      UUID candidateId,
      Posting posting,
      LocalDate appliedOn,
      @Nullable Recruiter recruiter,
      @Nullable String board,
      @Nullable String boardCandidate)
      implements JobApplicationCommand {}

  /**
   * Puts posting and recruiter right.
   *
   * @param before what the correction was made on, so that it never undoes somebody else's
   */
  record Correct(UUID candidateId, Correctable before, Correctable after)
      implements JobApplicationCommand {}

  /** Records a stage that took place. */
  record ReachStage(UUID candidateId, Stage stage) implements JobApplicationCommand {}

  /**
   * Records a rejection.
   *
   * @param stage the stage it ended at; null leaves it at the last one that took place
   */
  record Reject(
      UUID candidateId,
      @Nullable StageKind stage,
      LocalDate rejectedOn,
      RejectionSource source,
      @Nullable RejectionReason reason,
      @Nullable String message)
      implements JobApplicationCommand {}

  /**
   * Records an application together with its rejection, as a board reports the two.
   *
   * @param stages what took place, in any order
   */
  record Report(Submit application, List<Stage> stages, Reject rejection)
      implements JobApplicationCommand {

    public Report {
      stages = List.copyOf(stages);
    }

    @Override
    public UUID candidateId() {
      return application.candidateId();
    }

    boolean goesOnAfterRejection() {
      return stages.stream().anyMatch(it -> it.reachedOn().isAfter(rejection.rejectedOn()));
    }

    /** The commands it comes to, one after the other. */
    List<JobApplicationCommand> steps() {
      return Stream.of(
              Stream.of(application),
              stages.stream()
                  .sorted(Stage.IN_ORDER)
                  .map(stage -> new ReachStage(candidateId(), stage)),
              Stream.of(rejection))
          .<JobApplicationCommand>flatMap(step -> step)
          .toList();
    }
  }

  /** Takes a rejection back. */
  record Reopen(UUID candidateId) implements JobApplicationCommand {}

  /** Steps back from the application. */
  record Withdraw(UUID candidateId, @Nullable String reason) implements JobApplicationCommand {}

  /** Records an offer. */
  record ReceiveOffer(UUID candidateId, LocalDate receivedOn) implements JobApplicationCommand {}
}

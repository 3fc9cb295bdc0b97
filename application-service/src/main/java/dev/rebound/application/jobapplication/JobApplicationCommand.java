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
   * @param boardApplication the board's own id of the application, where a board reports it
   */
  record Submit(
      UUID applicationId,
      UUID candidateId,
      Posting posting,
      LocalDate appliedOn,
      @Nullable Recruiter recruiter,
      @Nullable String board,
      @Nullable String boardCandidate,
      @Nullable String boardApplication)
      implements JobApplicationCommand {

    Submit withoutRecruiter() {
      return new Submit(
          applicationId,
          candidateId,
          posting,
          appliedOn,
          null,
          board,
          boardCandidate,
          boardApplication);
    }
  }

  /**
   * Puts posting, recruiter and the day of the application right.
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
   * @param stageUnknown whether it ended at a stage that has no kind here: none is named then
   * @param candidateName for the recruiter who is asked about it, so that they know who asks
   * @param recruiter whom to ask where the application names nobody; it names them from then on
   */
  record Reject(
      UUID candidateId,
      @Nullable StageKind stage,
      boolean stageUnknown,
      LocalDate rejectedOn,
      RejectionSource source,
      @Nullable RejectionReason reason,
      @Nullable String message,
      @Nullable String candidateName,
      @Nullable Recruiter recruiter)
      implements JobApplicationCommand {

    /** One whose stage is known or not named, and that names nobody to ask. */
    public Reject(
        UUID candidateId,
        @Nullable StageKind stage,
        LocalDate rejectedOn,
        RejectionSource source,
        @Nullable RejectionReason reason,
        @Nullable String message,
        @Nullable String candidateName) {
      this(candidateId, stage, false, rejectedOn, source, reason, message, candidateName, null);
    }

    /** The same, of whoever the application turned out to belong to. */
    public Reject of(UUID candidate) {
      return new Reject(
          candidate,
          stage,
          stageUnknown,
          rejectedOn,
          source,
          reason,
          message,
          candidateName,
          recruiter);
    }
  }

  /**
   * Records an application together with what became of it, told all at once. Its steps hold
   * together or not at all.
   */
  sealed interface Whole extends JobApplicationCommand {

    /** The application, on a stream that is new. */
    Submit application();

    /** What took place, in any order. */
    List<Stage> stages();

    /** How it ended, null where it did not. */
    @Nullable JobApplicationCommand ending();

    @Override
    default UUID candidateId() {
      return application().candidateId();
    }

    /** The commands it comes to, one after the other. */
    default List<JobApplicationCommand> steps() {
      return Stream.of(
              Stream.of(application()),
              stages().stream()
                  .sorted(Stage.IN_ORDER)
                  .map(stage -> new ReachStage(candidateId(), stage)),
              Stream.ofNullable(ending()))
          .<JobApplicationCommand>flatMap(step -> step)
          .toList();
    }
  }

  /** An application with its rejection, as a board reports the two. */
  record Report(Submit application, List<Stage> stages, Reject rejection) implements Whole {

    public Report {
      stages = List.copyOf(stages);
    }

    @Override
    public Reject ending() {
      return rejection;
    }

    /** Whether a stage lies after the rejection: a board tells of what took place alone. */
    boolean goesOnAfterRejection() {
      return stages.stream().anyMatch(it -> it.reachedOn().isAfter(rejection.rejectedOn()));
    }
  }

  /**
   * An application as its candidate wrote it down elsewhere, up to how it stands.
   *
   * @param ending a rejection, a withdrawal or an offer; null while it is under way
   */
  record TakeOver(Submit application, List<Stage> stages, @Nullable JobApplicationCommand ending)
      implements Whole {

    public TakeOver {
      stages = List.copyOf(stages);
    }

    @Override
    public List<JobApplicationCommand> steps() {
      Recruiter recruiter = application.recruiter();
      if (recruiter == null || !(ending instanceof Reject)) {
        return Whole.super.steps();
      }
      // Named only afterwards: a recruiter who is known when a rejection is recorded is asked for
      // feedback at once, and these may be years old.
      Correctable unnamed = new Correctable(application.posting(), application.appliedOn(), null);
      return Stream.concat(
              new TakeOver(application.withoutRecruiter(), stages, ending).steps().stream(),
              Stream.of(
                  new Correct(
                      candidateId(),
                      unnamed,
                      new Correctable(unnamed.posting(), unnamed.appliedOn(), recruiter))))
          .toList();
    }
  }

  /**
   * Several things about one application that is there, one after the other, all of them or none.
   */
  record InTurn(UUID candidateId, List<JobApplicationCommand> steps)
      implements JobApplicationCommand {

    public InTurn {
      steps = List.copyOf(steps);
    }
  }

  /**
   * Takes a rejection back.
   *
   * @param alsoWithdrawal whether a withdrawal is taken back as well: one that a board has told of,
   *     since the candidate's own is final
   */
  record Reopen(UUID candidateId, boolean alsoWithdrawal) implements JobApplicationCommand {

    /** Takes back a rejection and nothing else. */
    public Reopen(UUID candidateId) {
      this(candidateId, false);
    }
  }

  /** Steps back from the application. */
  record Withdraw(UUID candidateId, @Nullable String reason) implements JobApplicationCommand {}

  /** Records an offer. */
  record ReceiveOffer(UUID candidateId, LocalDate receivedOn) implements JobApplicationCommand {}
}

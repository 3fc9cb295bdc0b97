package dev.rebound.application.jobapplication;

import static dev.rebound.application.jobapplication.JobApplicationRefusal.ALREADY_OFFERED;
import static dev.rebound.application.jobapplication.JobApplicationRefusal.ALREADY_REJECTED;
import static dev.rebound.application.jobapplication.JobApplicationRefusal.ALREADY_SUBMITTED;
import static dev.rebound.application.jobapplication.JobApplicationRefusal.ALREADY_WITHDRAWN;
import static dev.rebound.application.jobapplication.JobApplicationRefusal.BEFORE_APPLICATION;
import static dev.rebound.application.jobapplication.JobApplicationRefusal.CHANGED_MEANWHILE;
import static dev.rebound.application.jobapplication.JobApplicationRefusal.NOT_REJECTED;
import static dev.rebound.application.jobapplication.JobApplicationRefusal.STAGE_AFTER_REJECTION;
import static dev.rebound.application.jobapplication.JobApplicationRefusal.STAGE_ALREADY_RECORDED;
import static dev.rebound.application.jobapplication.JobApplicationRefusal.TOO_MANY_STAGES;
import static dev.rebound.application.jobapplication.JobApplicationRefusal.UNKNOWN_APPLICATION;
import static dev.rebound.eventstore.Decider.Decision.accept;
import static dev.rebound.eventstore.Decider.Decision.refuse;

import dev.rebound.application.jobapplication.JobApplication.Active;
import dev.rebound.application.jobapplication.JobApplication.NotSubmitted;
import dev.rebound.application.jobapplication.JobApplication.Offered;
import dev.rebound.application.jobapplication.JobApplication.Rejected;
import dev.rebound.application.jobapplication.JobApplication.Submitted;
import dev.rebound.application.jobapplication.JobApplication.Withdrawn;
import dev.rebound.application.jobapplication.JobApplicationCommand.Correct;
import dev.rebound.application.jobapplication.JobApplicationCommand.InTurn;
import dev.rebound.application.jobapplication.JobApplicationCommand.ReachStage;
import dev.rebound.application.jobapplication.JobApplicationCommand.ReceiveOffer;
import dev.rebound.application.jobapplication.JobApplicationCommand.Reject;
import dev.rebound.application.jobapplication.JobApplicationCommand.Reopen;
import dev.rebound.application.jobapplication.JobApplicationCommand.Report;
import dev.rebound.application.jobapplication.JobApplicationCommand.Submit;
import dev.rebound.application.jobapplication.JobApplicationCommand.Whole;
import dev.rebound.application.jobapplication.JobApplicationCommand.Withdraw;
import dev.rebound.events.ApplicationEvent;
import dev.rebound.events.ApplicationEvent.ApplicationCorrected;
import dev.rebound.events.ApplicationEvent.ApplicationReopened;
import dev.rebound.events.ApplicationEvent.ApplicationSubmitted;
import dev.rebound.events.ApplicationEvent.ApplicationWithdrawn;
import dev.rebound.events.ApplicationEvent.OfferReceived;
import dev.rebound.eventstore.Decider;
import dev.rebound.eventstore.Decider.Decision;
import dev.rebound.eventstore.Decider.Decision.Accepted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Decides about one application; the rules are told in the package's documentation. */
public final class JobApplicationDecider
    implements Decider<
        JobApplicationCommand, JobApplication, ApplicationEvent, JobApplicationRefusal> {

  /** How many stages one application may have. */
  public static final int MAX_STAGES = 50;

  @Override
  public JobApplication initial() {
    return new NotSubmitted();
  }

  @Override
  public Decision<ApplicationEvent, JobApplicationRefusal> decide(
      JobApplicationCommand command, JobApplication state) {
    if (command instanceof Submit submit) {
      return submit(submit, state);
    }
    if (command instanceof Whole whole) {
      return wholly(whole, state);
    }
    if (!(state instanceof Submitted known)
        || !known.details().candidateId().equals(command.candidateId())) {
      return refuse(UNKNOWN_APPLICATION);
    }
    return switch (command) {
      case Submit submit -> submit(submit, state);
      case Whole whole -> wholly(whole, state);
      case Correct correct -> correct(correct, known);
      case ReachStage reach -> reachStage(reach.stage(), known);
      case Reject reject -> Rejecting.reject(reject, known);
      case InTurn several -> inTurn(several.steps(), known);
      case Reopen reopen -> reopen(reopen, known);
      case Withdraw withdraw -> withdraw(withdraw, known);
      case ReceiveOffer offer -> receiveOffer(offer, known);
    };
  }

  @Override
  public JobApplication evolve(JobApplication state, ApplicationEvent event) {
    return state.after(event);
  }

  private static Decision<ApplicationEvent, JobApplicationRefusal> submit(
      Submit command, JobApplication state) {
    return state instanceof NotSubmitted
        ? accept(
            new ApplicationSubmitted(
                command.applicationId(),
                command.candidateId(),
                command.posting(),
                command.appliedOn(),
                command.recruiter(),
                command.board(),
                command.boardCandidate(),
                command.boardApplication()))
        : refuse(ALREADY_SUBMITTED);
  }

  private Decision<ApplicationEvent, JobApplicationRefusal> wholly(
      Whole whole, JobApplication state) {
    if (whole instanceof Report report && report.goesOnAfterRejection()) {
      return refuse(STAGE_AFTER_REJECTION);
    }
    return inTurn(whole.steps(), state);
  }

  /** All of the steps, or the refusal of the first that does not hold. */
  private Decision<ApplicationEvent, JobApplicationRefusal> inTurn(
      List<JobApplicationCommand> steps, JobApplication state) {
    List<ApplicationEvent> events = new ArrayList<>();
    JobApplication after = state;
    for (JobApplicationCommand step : steps) {
      Decision<ApplicationEvent, JobApplicationRefusal> decision = decide(step, after);
      if (!(decision
          instanceof
          Accepted<ApplicationEvent, JobApplicationRefusal>(List<ApplicationEvent> more))) {
        return decision;
      }
      for (ApplicationEvent event : more) {
        events.add(event);
        after = after.after(event);
      }
    }
    return new Accepted<>(events);
  }

  private static Decision<ApplicationEvent, JobApplicationRefusal> correct(
      Correct command, Submitted state) {
    Details details = state.details();
    Correctable after = command.after();
    if (!details.correctable().equals(command.before())) {
      return refuse(CHANGED_MEANWHILE);
    }
    if (after.equals(command.before())) {
      return new Accepted<>(List.of());
    }
    return anythingBefore(after.appliedOn(), state)
        ? refuse(BEFORE_APPLICATION)
        : accept(
            new ApplicationCorrected(
                details.applicationId(),
                details.candidateId(),
                after.posting(),
                after.recruiter(),
                after.appliedOn()));
  }

  /** Whether anything that followed the application took place before a day. */
  private static boolean anythingBefore(LocalDate day, Submitted state) {
    boolean ended =
        switch (state) {
          case Rejected it -> it.rejection().rejectedOn().isBefore(day);
          case Offered it -> it.receivedOn().isBefore(day);
          case Active _, Withdrawn _ -> false;
        };
    return ended
        || state.details().stages().stream().anyMatch(stage -> stage.reachedOn().isBefore(day));
  }

  private static Decision<ApplicationEvent, JobApplicationRefusal> reachStage(
      Stage stage, Submitted state) {
    return switch (state) {
      case Withdrawn _ -> refuse(ALREADY_WITHDRAWN);
      case Rejected it when stage.reachedOn().isAfter(it.rejection().rejectedOn()) ->
          refuse(ALREADY_REJECTED);
      case Active _, Offered _, Rejected _ -> reachStage(stage, state.details());
    };
  }

  private static Decision<ApplicationEvent, JobApplicationRefusal> reachStage(
      Stage stage, Details details) {
    if (stage.reachedOn().isBefore(details.appliedOn())) {
      return refuse(BEFORE_APPLICATION);
    }
    if (details.has(stage)) {
      return refuse(STAGE_ALREADY_RECORDED);
    }
    return details.stages().size() >= MAX_STAGES
        ? refuse(TOO_MANY_STAGES)
        : accept(details.reached(stage));
  }

  private static Decision<ApplicationEvent, JobApplicationRefusal> reopen(
      Reopen command, Submitted state) {
    boolean ended =
        switch (state) {
          case Rejected _ -> true;
          case Withdrawn _ -> command.alsoWithdrawal();
          case Active _, Offered _ -> false;
        };
    Details details = state.details();
    return ended
        ? accept(new ApplicationReopened(details.applicationId(), details.candidateId()))
        : refuse(NOT_REJECTED);
  }

  private static Decision<ApplicationEvent, JobApplicationRefusal> withdraw(
      Withdraw command, Submitted state) {
    Details details = state.details();
    return switch (state) {
      case Rejected _ -> refuse(ALREADY_REJECTED);
      case Withdrawn _ -> refuse(ALREADY_WITHDRAWN);
      case Active _, Offered _ ->
          accept(
              new ApplicationWithdrawn(
                  details.applicationId(), details.candidateId(), command.reason()));
    };
  }

  private static Decision<ApplicationEvent, JobApplicationRefusal> receiveOffer(
      ReceiveOffer command, Submitted state) {
    Details details = state.details();
    return switch (state) {
      case Rejected _ -> refuse(ALREADY_REJECTED);
      case Withdrawn _ -> refuse(ALREADY_WITHDRAWN);
      case Offered _ -> refuse(ALREADY_OFFERED);
      case Active _ ->
          command.receivedOn().isBefore(details.appliedOn())
              ? refuse(BEFORE_APPLICATION)
              : accept(
                  new OfferReceived(
                      details.applicationId(), details.candidateId(), command.receivedOn()));
    };
  }
}

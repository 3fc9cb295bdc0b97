package dev.rebound.application.adopting;

import dev.rebound.application.jobapplication.JobApplicationCommand;
import dev.rebound.application.jobapplication.JobApplicationCommand.ReachStage;
import dev.rebound.application.jobapplication.JobApplicationCommand.ReceiveOffer;
import dev.rebound.application.jobapplication.JobApplicationCommand.Reject;
import dev.rebound.application.jobapplication.JobApplicationCommand.Reopen;
import dev.rebound.application.jobapplication.JobApplicationCommand.Submit;
import dev.rebound.application.jobapplication.JobApplicationCommand.Withdraw;
import dev.rebound.application.jobapplication.Stage;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The command that leads to an event like another, for another candidate. */
final class Reissued {

  private Reissued() {}

  /**
   * The command.
   *
   * @param id of the application it is for
   * @param ownWithdrawal whether the candidate has withdrawn it, which no board takes back
   * @return null where no board commands such a thing, or where the words of the event are erased
   */
  static @Nullable JobApplicationCommand of(
      ApplicationEvent event, UUID id, UUID candidate, boolean ownWithdrawal) {
    return switch (event) {
      case ApplicationSubmitted e ->
          e.posting().title() == null
              ? null
              : new Submit(
                  id,
                  candidate,
                  e.posting(),
                  e.appliedOn(),
                  e.recruiter(),
                  e.board(),
                  e.boardCandidate(),
                  e.boardApplication());
      case StageReached e ->
          new ReachStage(candidate, new Stage(e.stage(), e.reachedOn(), e.note()));
      case ApplicationRejected e ->
          new Reject(
              candidate,
              e.stage(),
              // Which stage it was is decided: where none is named, none is now.
              e.stage() == null,
              e.rejectedOn(),
              e.source(),
              e.reason(),
              e.message(),
              e.candidateName(),
              // A correction is not told once more: whom it named is named by the rejection.
              e.recruiter());
      case ApplicationReopened _ -> new Reopen(candidate, !ownWithdrawal);
      case ApplicationWithdrawn e -> new Withdraw(candidate, e.reason());
      case OfferReceived e -> new ReceiveOffer(candidate, e.receivedOn());
      case ApplicationCorrected _, ReflectionCompleted _, ConsentChanged _, SubjectErased _ -> null;
    };
  }
}

package dev.rebound.application.jobapplication;

import static dev.rebound.application.jobapplication.JobApplicationRefusal.ALREADY_REJECTED;
import static dev.rebound.application.jobapplication.JobApplicationRefusal.ALREADY_WITHDRAWN;
import static dev.rebound.application.jobapplication.JobApplicationRefusal.BEFORE_APPLICATION;
import static dev.rebound.eventstore.Decider.Decision.refuse;

import dev.rebound.application.jobapplication.JobApplication.Active;
import dev.rebound.application.jobapplication.JobApplication.Offered;
import dev.rebound.application.jobapplication.JobApplication.Rejected;
import dev.rebound.application.jobapplication.JobApplication.Submitted;
import dev.rebound.application.jobapplication.JobApplication.Withdrawn;
import dev.rebound.application.jobapplication.JobApplicationCommand.Reject;
import dev.rebound.events.ApplicationEvent;
import dev.rebound.events.ApplicationEvent.ApplicationCorrected;
import dev.rebound.events.ApplicationEvent.ApplicationRejected;
import dev.rebound.events.Recruiter;
import dev.rebound.events.StageKind;
import dev.rebound.eventstore.Decider.Decision;
import dev.rebound.eventstore.Decider.Decision.Accepted;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides whether a rejection holds, at which stage it ended, and whom to ask about it. */
final class Rejecting {

  private Rejecting() {}

  static Decision<ApplicationEvent, JobApplicationRefusal> reject(Reject command, Submitted state) {
    Details details = state.details();
    return switch (state) {
      case Rejected _ -> refuse(ALREADY_REJECTED);
      case Withdrawn _ -> refuse(ALREADY_WITHDRAWN);
      case Active _, Offered _ when command.rejectedOn().isBefore(details.appliedOn()) ->
          refuse(BEFORE_APPLICATION);
      case Active _, Offered _ -> new Accepted<>(events(command, details));
    };
  }

  private static List<ApplicationEvent> events(Reject command, Details before) {
    List<ApplicationEvent> events = new ArrayList<>();
    Details details = before;
    Recruiter named = command.recruiter();
    if (named != null && before.recruiter() == null) {
      details = before.with(new Correctable(before.posting(), before.appliedOn(), named));
      events.add(corrected(details));
    }
    StageKind stage = command.stage();
    Details tookPlace = details.until(command.rejectedOn());
    if (stage == null) {
      events.add(
          rejected(command, command.stageUnknown() ? null : tookPlace.lastStage(), tookPlace));
    } else if (details.has(stage)) {
      events.add(rejected(command, stage, tookPlace.has(stage) ? tookPlace : details));
    } else {
      Stage implied = new Stage(stage, command.rejectedOn(), null);
      events.add(details.reached(implied));
      events.add(rejected(command, stage, tookPlace.with(implied)));
    }
    return events;
  }

  private static ApplicationCorrected corrected(Details details) {
    return new ApplicationCorrected(
        details.applicationId(),
        details.candidateId(),
        details.posting(),
        details.recruiter(),
        details.appliedOn());
  }

  private static ApplicationRejected rejected(
      Reject command, @Nullable StageKind stage, Details details) {
    return new ApplicationRejected(
        details.applicationId(),
        details.candidateId(),
        stage,
        command.rejectedOn(),
        command.source(),
        command.reason(),
        command.message(),
        details.posting().summary(),
        details.stageKinds(),
        details.recruiter(),
        details.board(),
        command.candidateName());
  }
}

package dev.rebound.application.jobapplication;

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
import dev.rebound.events.StageKind;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

/** The state of one application: one record per state, and a method per transition out of it. */
public sealed interface JobApplication {

  /** The state after an event; an event that cannot follow here changes nothing. */
  default JobApplication after(ApplicationEvent event) {
    return switch (event) {
      case ApplicationSubmitted e -> this instanceof NotSubmitted it ? it.submitted(e) : this;
      case ApplicationCorrected e ->
          corrected(details -> details.with(details.correctable().after(e)));
      case StageReached e ->
          corrected(details -> details.with(new Stage(e.stage(), e.reachedOn(), e.note())));
      case ApplicationRejected e -> rejected(Rejection.of(e));
      case ApplicationReopened _ -> reopened();
      case ApplicationWithdrawn _ -> withdrawn();
      case OfferReceived e -> this instanceof Active it ? it.offered(e.receivedOn()) : this;
      case ReflectionCompleted _, ConsentChanged _, SubjectErased _ -> this;
    };
  }

  private JobApplication corrected(UnaryOperator<Details> change) {
    return this instanceof Submitted it ? it.with(change.apply(it.details())) : this;
  }

  private JobApplication rejected(Rejection rejection) {
    return switch (this) {
      case Active it -> it.rejectedWith(rejection);
      case Offered it -> it.rejectedWith(rejection);
      case NotSubmitted _, Rejected _, Withdrawn _ -> this;
    };
  }

  private JobApplication withdrawn() {
    return switch (this) {
      case Active it -> it.steppedBack();
      case Offered it -> it.steppedBack();
      case NotSubmitted _, Rejected _, Withdrawn _ -> this;
    };
  }

  private JobApplication reopened() {
    return switch (this) {
      case Rejected it -> it.takenBack();
      case Withdrawn it -> it.takenBack();
      case NotSubmitted _, Active _, Offered _ -> this;
    };
  }

  /** Nothing has happened yet. */
  record NotSubmitted() implements JobApplication {
    Active submitted(ApplicationSubmitted e) {
      return new Active(
          new Details(
              e.applicationId(),
              e.candidateId(),
              e.posting(),
              e.appliedOn(),
              e.recruiter(),
              e.board(),
              List.of()));
    }
  }

  /** Every state but the one before the beginning. */
  sealed interface Submitted extends JobApplication {

    /** What it has, whatever became of it. */
    Details details();

    /** The same without what was planned and did not take place any more. */
    default Details tookPlace() {
      return details();
    }

    /** The same state with other details. */
    Submitted with(Details details);
  }

  /** The process is under way. */
  record Active(Details details) implements Submitted {
    @Override
    public Active with(Details changed) {
      return new Active(changed);
    }

    Rejected rejectedWith(Rejection rejection) {
      return new Rejected(details, rejection);
    }

    Withdrawn steppedBack() {
      return new Withdrawn(details);
    }

    Offered offered(LocalDate receivedOn) {
      return new Offered(
          details.has(StageKind.OFFER)
              ? details
              : details.with(new Stage(StageKind.OFFER, receivedOn, null)),
          receivedOn);
    }
  }

  /** The employer said no. */
  record Rejected(Details details, Rejection rejection) implements Submitted {
    @Override
    public Details tookPlace() {
      return details.until(rejection.rejectedOn(), rejection.stage());
    }

    @Override
    public Rejected with(Details changed) {
      return new Rejected(changed, rejection);
    }

    Active takenBack() {
      return new Active(details);
    }
  }

  /** The candidate stepped back. */
  record Withdrawn(Details details) implements Submitted {
    @Override
    public Withdrawn with(Details changed) {
      return new Withdrawn(changed);
    }

    Active takenBack() {
      return new Active(details);
    }
  }

  /** The employer made an offer. */
  record Offered(Details details, LocalDate receivedOn) implements Submitted {
    @Override
    public Offered with(Details changed) {
      return new Offered(changed, receivedOn);
    }

    Rejected rejectedWith(Rejection rejection) {
      return new Rejected(details, rejection);
    }

    Withdrawn steppedBack() {
      return new Withdrawn(details);
    }
  }
}

package dev.rebound.application.spreadsheet;

import dev.rebound.application.handling.JobApplicationRequests.PostingRequest;
import dev.rebound.application.handling.JobApplicationRequests.RecruiterRequest;
import dev.rebound.application.handling.Plausible;
import dev.rebound.application.jobapplication.JobApplicationCommand;
import dev.rebound.application.jobapplication.JobApplicationCommand.ReceiveOffer;
import dev.rebound.application.jobapplication.JobApplicationCommand.Reject;
import dev.rebound.application.jobapplication.JobApplicationCommand.Submit;
import dev.rebound.application.jobapplication.JobApplicationCommand.TakeOver;
import dev.rebound.application.jobapplication.JobApplicationCommand.Withdraw;
import dev.rebound.application.jobapplication.JobApplicationDecider;
import dev.rebound.application.jobapplication.Stage;
import dev.rebound.application.timeline.ApplicationStatus;
import dev.rebound.events.RejectionReason;
import dev.rebound.events.RejectionSource;
import dev.rebound.events.StageKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a line says, within the bounds that hold for an application recorded by hand.
 *
 * @param id what the line is known by elsewhere, so that it is known again
 * @param status where it is missing, what the days tell
 * @param reason of the rejection or of the withdrawal, whichever it was
 */
record ApplicationLine(
    @Nullable @Size(max = 200) String id,
    @NotNull @Valid PostingRequest posting,
    @NotNull @Plausible LocalDate appliedOn,
    @Nullable ApplicationStatus status,
    @Nullable @Size(max = JobApplicationDecider.MAX_STAGES)
        List<@NotNull @Valid StageOfLine> stages,
    @Nullable @Plausible LocalDate offeredOn,
    @Nullable @Plausible LocalDate rejectedOn,
    @Nullable StageKind rejectionStage,
    @Nullable @Size(max = 10_000) String message,
    @Nullable @Size(max = 4_000) String reason,
    @Nullable @Valid RecruiterRequest recruiter) {

  private static final String CANDIDATE = "candidate";

  /** A stage that took place. */
  record StageOfLine(
      @NotNull StageKind kind,
      @NotNull @Plausible LocalDate reachedOn,
      @Nullable @Size(max = 4_000) String note) {}

  /** How it stands: as the line says, else as its days tell. */
  ApplicationStatus standing() {
    if (status != null) {
      return status;
    }
    if (rejectedOn != null || message != null) {
      return ApplicationStatus.REJECTED;
    }
    return offeredOn != null ? ApplicationStatus.OFFERED : ApplicationStatus.ACTIVE;
  }

  /** A cell that does not go with the status, and what is wrong with it. */
  record Misfit(Column column, String problem) {}

  /** What does not go together; null where all does. */
  @Nullable Misfit misfit() {
    ApplicationStatus standing = standing();
    boolean rejected = standing == ApplicationStatus.REJECTED;
    if (rejected && rejectedOn == null) {
      return new Misfit(Column.REJECTED_ON, "is missing: it was rejected");
    }
    if (standing == ApplicationStatus.OFFERED && offerDay() == null) {
      return new Misfit(Column.OFFERED_ON, "is missing: there is an offer");
    }
    if (!rejected && rejectedOn != null) {
      return new Misfit(Column.REJECTED_ON, "is the day of a rejection, but it is " + standing);
    }
    if (!rejected && message != null) {
      return new Misfit(Column.MESSAGE, "is the message of a rejection, but it is " + standing);
    }
    if (standing == ApplicationStatus.ACTIVE && offeredOn != null) {
      return new Misfit(Column.OFFERED_ON, "is the day of an offer, but it is " + standing);
    }
    if (reason != null && !rejected && standing != ApplicationStatus.WITHDRAWN) {
      return new Misfit(Column.REASON, "says why it ended, but it is " + standing);
    }
    return null;
  }

  /** The command that records it; only where nothing is a {@link #misfit}. */
  TakeOver command(UUID id, UUID candidate, Function<String, UUID> pseudonym) {
    return new TakeOver(
        new Submit(
            id,
            candidate,
            posting.posting(),
            appliedOn,
            recruiter == null ? null : recruiter.recruiter(pseudonym),
            null,
            null,
            null),
        reached(),
        ending(candidate));
  }

  private @Nullable JobApplicationCommand ending(UUID candidate) {
    return switch (standing()) {
      case ACTIVE -> null;
      case REJECTED ->
          new Reject(
              candidate,
              rejectionStage,
              Objects.requireNonNull(rejectedOn),
              RejectionSource.CANDIDATE,
              reason == null ? null : new RejectionReason(CANDIDATE, null, reason),
              message,
              null);
      case WITHDRAWN -> new Withdraw(candidate, reason);
      case OFFERED -> new ReceiveOffer(candidate, Objects.requireNonNull(offerDay()));
    };
  }

  /** An offer that was taken back or declined took place all the same. */
  private List<Stage> reached() {
    List<Stage> reached = new ArrayList<>();
    if (stages != null) {
      stages.forEach(it -> reached.add(new Stage(it.kind(), it.reachedOn(), it.note())));
    }
    if (offeredOn != null
        && standing() != ApplicationStatus.OFFERED
        && reached.stream().noneMatch(it -> it.kind() == StageKind.OFFER)) {
      reached.add(new Stage(StageKind.OFFER, offeredOn, null));
    }
    return reached;
  }

  private @Nullable LocalDate offerDay() {
    if (offeredOn != null || stages == null) {
      return offeredOn;
    }
    return stages.stream()
        .filter(it -> it.kind() == StageKind.OFFER)
        .map(StageOfLine::reachedOn)
        .findFirst()
        .orElse(null);
  }
}

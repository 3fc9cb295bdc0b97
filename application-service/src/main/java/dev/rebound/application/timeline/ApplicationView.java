package dev.rebound.application.timeline;

import dev.rebound.application.jobapplication.Details;
import dev.rebound.application.jobapplication.JobApplication;
import dev.rebound.application.jobapplication.JobApplication.Active;
import dev.rebound.application.jobapplication.JobApplication.NotSubmitted;
import dev.rebound.application.jobapplication.JobApplication.Offered;
import dev.rebound.application.jobapplication.JobApplication.Rejected;
import dev.rebound.application.jobapplication.JobApplication.Submitted;
import dev.rebound.application.jobapplication.JobApplication.Withdrawn;
import dev.rebound.application.jobapplication.Stage;
import dev.rebound.events.Posting;
import dev.rebound.events.Recruiter;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application as the API shows it.
 *
 * @param version the version of its stream, which is its ETag as well
 * @param timeline what happened, oldest first; only where one application is asked for
 */
public record ApplicationView(
    UUID id,
    ApplicationStatus status,
    Posting posting,
    LocalDate appliedOn,
    List<Stage> stages,
    @Nullable RejectionView rejection,
    @Nullable RecruiterView recruiter,
    @Nullable String board,
    int version,
    @Nullable List<TimelineEntry> timeline) {

  /** The view of a stream's state. */
  public static ApplicationView of(JobApplication state, int version) {
    return switch (state) {
      case Submitted it -> of(it, version, null);
      case NotSubmitted _ -> throw new IllegalArgumentException("there is no application yet");
    };
  }

  static ApplicationView of(Submitted state, int version, @Nullable List<TimelineEntry> timeline) {
    Details details = state.details();
    return new ApplicationView(
        details.applicationId(),
        status(state),
        details.posting(),
        details.appliedOn(),
        details.stages(),
        state instanceof Rejected it ? RejectionView.of(it.rejection()) : null,
        RecruiterView.of(details.recruiter()),
        details.board(),
        version,
        timeline);
  }

  private static ApplicationStatus status(Submitted state) {
    return switch (state) {
      case Active _ -> ApplicationStatus.ACTIVE;
      case Rejected _ -> ApplicationStatus.REJECTED;
      case Withdrawn _ -> ApplicationStatus.WITHDRAWN;
      case Offered _ -> ApplicationStatus.OFFERED;
    };
  }

  /** Whom to ask for feedback; the pseudonym is nobody's business outside. */
  public record RecruiterView(@Nullable String name, @Nullable String email) {
    static @Nullable RecruiterView of(@Nullable Recruiter recruiter) {
      return recruiter == null ? null : new RecruiterView(recruiter.name(), recruiter.email());
    }
  }
}

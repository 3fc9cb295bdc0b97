package dev.rebound.application.applicationlist;

import dev.rebound.application.jobapplication.Rejection;
import dev.rebound.application.jobapplication.Stage;
import dev.rebound.application.timeline.ApplicationStatus;
import dev.rebound.application.timeline.RejectionView;
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
import dev.rebound.events.Posting;
import dev.rebound.events.StageKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An application as the list shows it: like one that is asked for alone, without the posting's
 * description, the recruiter and the timeline.
 *
 * @param version the version of its stream
 */
public record ApplicationSummary(
    UUID id,
    ApplicationStatus status,
    Posting posting,
    LocalDate appliedOn,
    List<Stage> stages,
    @Nullable RejectionView rejection,
    @Nullable String board,
    int version) {

  public ApplicationSummary {
    // A list without elements is left out where the summary is kept.
    stages = stages == null ? List.of() : List.copyOf(stages);
  }

  /**
   * The summary with an event of its application.
   *
   * @param summary null before the first event
   * @param version the event's version in its stream
   * @return null where the event cannot follow, since the application's beginning is gone
   */
  static @Nullable ApplicationSummary evolve(
      @Nullable ApplicationSummary summary, ApplicationEvent event, int version) {
    if (event instanceof ApplicationSubmitted e) {
      return new ApplicationSummary(
          e.applicationId(),
          ApplicationStatus.ACTIVE,
          withoutDescription(e.posting()),
          e.appliedOn(),
          List.of(),
          null,
          e.board(),
          version);
    }
    return summary == null ? null : summary.after(event, version);
  }

  /** Whether the words of the posting contain a text, whatever the case. */
  boolean mentions(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return Stream.of(posting.title(), posting.company(), posting.location(), posting.industry())
        .filter(Objects::nonNull)
        .anyMatch(words -> words.toLowerCase(Locale.ROOT).contains(wanted));
  }

  private ApplicationSummary after(ApplicationEvent event, int at) {
    return switch (event) {
      case ApplicationSubmitted _, ReflectionCompleted _, ConsentChanged _, SubjectErased _ -> this;
      case ApplicationCorrected e ->
          new ApplicationSummary(
              id,
              status,
              withoutDescription(e.posting()),
              e.appliedOn() == null ? appliedOn : e.appliedOn(),
              stages,
              rejection,
              board,
              at);
      case StageReached e -> with(new Stage(e.stage(), e.reachedOn(), e.note()), status, at);
      case ApplicationRejected e ->
          with(ApplicationStatus.REJECTED, RejectionView.of(Rejection.of(e)), at);
      case ApplicationReopened _ -> with(ApplicationStatus.ACTIVE, null, at);
      case ApplicationWithdrawn _ -> with(ApplicationStatus.WITHDRAWN, null, at);
      case OfferReceived e ->
          stages.stream().anyMatch(stage -> stage.kind() == StageKind.OFFER)
              ? with(ApplicationStatus.OFFERED, null, at)
              : with(
                  new Stage(StageKind.OFFER, e.receivedOn(), null), ApplicationStatus.OFFERED, at);
    };
  }

  private ApplicationSummary with(
      ApplicationStatus changed, @Nullable RejectionView rejected, int at) {
    return new ApplicationSummary(id, changed, posting, appliedOn, stages, rejected, board, at);
  }

  private ApplicationSummary with(Stage stage, ApplicationStatus changed, int at) {
    List<Stage> more =
        Stream.concat(stages.stream(), Stream.of(stage)).sorted(Stage.IN_ORDER).toList();
    return new ApplicationSummary(id, changed, posting, appliedOn, more, rejection, board, at);
  }

  private static Posting withoutDescription(Posting posting) {
    return new Posting(
        posting.title(),
        posting.company(),
        null,
        posting.location(),
        posting.workplace(),
        posting.employmentType(),
        posting.seniority(),
        posting.industry(),
        posting.url(),
        posting.languages(),
        posting.salary());
  }
}

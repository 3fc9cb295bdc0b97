package dev.rebound.feedback.rejections;

import dev.rebound.events.ApplicationEvent.ApplicationCorrected;
import dev.rebound.events.ApplicationEvent.ApplicationRejected;
import dev.rebound.events.ApplicationEvent.ApplicationReopened;
import dev.rebound.events.ApplicationEvent.ApplicationSubmitted;
import dev.rebound.events.ApplicationEvent.ApplicationWithdrawn;
import dev.rebound.events.ApplicationEvent.OfferReceived;
import dev.rebound.events.ApplicationEvent.StageReached;
import dev.rebound.events.Posting;
import dev.rebound.events.StageKind;
import dev.rebound.eventstore.StoredEvent;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An application as far as this service knows it.
 *
 * @param rejection the rejection, null while it is not rejected
 */
public record KnownApplication(
    UUID applicationId, UUID candidateId, @Nullable KnownRejection rejection) {

  /**
   * A rejection.
   *
   * @param eventId the event that told of it
   * @param recruiterId whom it named, or null
   * @param posting null where the candidate's key is gone, or where it is not asked for
   */
  public record KnownRejection(
      UUID eventId,
      @Nullable UUID recruiterId,
      List<StageKind> stages,
      @Nullable String board,
      @Nullable Posting posting) {

    public KnownRejection {
      stages = List.copyOf(stages);
    }

    private KnownRejection with(Posting corrected) {
      return new KnownRejection(eventId, recruiterId, stages, board, corrected);
    }

    private KnownRejection with(StageKind stage) {
      return stages.contains(stage)
          ? this
          : new KnownRejection(
              eventId,
              recruiterId,
              Stream.concat(stages.stream(), Stream.of(stage)).sorted().toList(),
              board,
              posting);
    }
  }

  private static @Nullable KnownApplication rejected(
      @Nullable KnownApplication state, UnaryOperator<KnownRejection> change) {
    KnownRejection rejection = state == null ? null : state.rejection;
    return state == null || rejection == null
        ? state
        : new KnownApplication(state.applicationId, state.candidateId, change.apply(rejection));
  }

  /** What the application is after the event; null where the event tells of none. */
  public static @Nullable KnownApplication evolve(
      @Nullable KnownApplication state, StoredEvent stored) {
    return switch (stored.event()) {
      case ApplicationSubmitted made ->
          new KnownApplication(made.applicationId(), made.candidateId(), null);
      case ApplicationRejected rejected ->
          new KnownApplication(
              rejected.applicationId(),
              rejected.candidateId(),
              new KnownRejection(
                  stored.id(),
                  rejected.recruiter() == null ? null : rejected.recruiter().recruiterId(),
                  rejected.stages(),
                  rejected.board(),
                  rejected.posting()));
      case ApplicationReopened back ->
          new KnownApplication(back.applicationId(), back.candidateId(), null);
      case ApplicationWithdrawn back ->
          new KnownApplication(back.applicationId(), back.candidateId(), null);
      case OfferReceived offered ->
          new KnownApplication(offered.applicationId(), offered.candidateId(), null);
      case ApplicationCorrected corrected ->
          rejected(state, it -> it.with(corrected.posting().summary()));
      case StageReached reached -> rejected(state, it -> it.with(reached.stage()));
      default -> state;
    };
  }
}

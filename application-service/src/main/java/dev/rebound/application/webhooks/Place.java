package dev.rebound.application.webhooks;

import dev.rebound.application.jobapplication.Details;
import dev.rebound.application.jobapplication.JobApplication.Rejected;
import dev.rebound.application.jobapplication.JobApplication.Submitted;
import dev.rebound.application.jobapplication.JobApplication.Withdrawn;
import dev.rebound.application.jobapplication.JobApplicationCommand;
import dev.rebound.application.jobapplication.JobApplicationCommand.InTurn;
import dev.rebound.application.jobapplication.JobApplicationCommand.Reject;
import dev.rebound.application.jobapplication.JobApplicationCommand.Reopen;
import dev.rebound.application.jobapplication.JobApplicationCommand.Withdraw;
import dev.rebound.application.streams.LastWithdrawal;
import dev.rebound.events.ApplicationEvent.ApplicationRejected;
import dev.rebound.events.ApplicationEvent.ApplicationWithdrawn;
import dev.rebound.events.RejectionReason;
import dev.rebound.events.RejectionSource;
import dev.rebound.events.StageKind;
import dev.rebound.eventstore.EventStore.StreamSlice;
import dev.rebound.eventstore.StoredEvent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where an application of a board's stands, and what became of it there.
 *
 * @param application the id of its stream
 */
record Place(UUID application, Submitted state, StreamSlice slice) {

  Details details() {
    return state.details();
  }

  UUID candidate() {
    return details().candidateId();
  }

  boolean isRejected() {
    return state instanceof Rejected;
  }

  /** Whether it is rejected because a board said so; what the candidate has heard, stays theirs. */
  private boolean isRejectedByBoard() {
    return state instanceof Rejected it && it.rejection().source() == RejectionSource.BOARD;
  }

  /** Whether it is withdrawn because a board said so; the candidate's own word is final. */
  boolean isWithdrawnByBoard() {
    return state instanceof Withdrawn && LastWithdrawal.isOfBoard(slice);
  }

  /** Whether it has ended in a way that a board can take back. */
  boolean isEndedByBoard() {
    return isRejectedByBoard() || isWithdrawnByBoard();
  }

  /** Whether a board has told of a rejection; it knows then that the application is here. */
  boolean isReported() {
    return rejections()
        .anyMatch(it -> ((ApplicationRejected) it.event()).source() == RejectionSource.BOARD);
  }

  /** Whether it waits for a person to sign in. */
  boolean waitsFor(UUID person) {
    return candidate().equals(person);
  }

  /**
   * When a board was heard to say that it ended, by the clock here; null where none has, or where
   * that was taken back.
   */
  @Nullable Instant endedAt() {
    Class<?> ending =
        isRejectedByBoard()
            ? ApplicationRejected.class
            : isWithdrawnByBoard() ? ApplicationWithdrawn.class : null;
    return ending == null
        ? null
        : slice.events().stream()
            .filter(it -> ending.isInstance(it.event()))
            .map(it -> it.metadata().time())
            .reduce((_, last) -> last)
            .orElse(null);
  }

  /**
   * Whether how it ended came from a vendor's own system, so that what the vendor says of the time
   * can be compared; a withdrawal that a board told of counts as such.
   */
  boolean endedThrough(String provider) {
    return state instanceof Rejected it
        ? isOf(provider, it.rejection().reason())
        : isWithdrawnByBoard();
  }

  private static boolean isOf(String provider, @Nullable RejectionReason reason) {
    return reason != null && reason.provider().equals(provider);
  }

  /**
   * Whether it was rejected in these words on that day before, taken back since or not. Where
   * either of the two leaves a part open it may be any: it is not told by every way. The reason's
   * provider is the way, so it is not compared.
   */
  boolean wasRejectedBy(Reject rejection) {
    return rejections()
        .map(event -> (ApplicationRejected) event.event())
        .anyMatch(former ->
            former.source() == rejection.source()
                && former.rejectedOn().equals(rejection.rejectedOn())
                && areAlike(former.stage(), rejection.stage())
                && areAlike(former.reason(), rejection.reason())
                && areAlike(former.message(), rejection.message()));
  }

  private static boolean areAlike(@Nullable RejectionReason one, @Nullable RejectionReason other) {
    return one == null
        || other == null
        || areAlike(one.id(), other.id()) && areAlike(one.text(), other.text());
  }

  private static boolean areAlike(@Nullable StageKind one, @Nullable StageKind other) {
    return one == null || other == null || one == other;
  }

  private static boolean areAlike(@Nullable String one, @Nullable String other) {
    return one == null || other == null || one.equals(other);
  }

  /** Whether a board has told of a withdrawal with that reason before, taken back since or not. */
  boolean wasWithdrawnFor(@Nullable String reason) {
    return slice.events().stream()
        .filter(stored -> stored.metadata().board() != null)
        .anyMatch(stored ->
            stored.event() instanceof ApplicationWithdrawn it
                && Objects.equals(it.reason(), reason));
  }

  /** What takes back how a board said that it ended. */
  JobApplicationCommand reopening() {
    return new Reopen(candidate(), isWithdrawnByBoard());
  }

  /**
   * What records that it was the candidate who said no. Where a board has told of a rejection, its
   * reason was put right since: the two are told in turn.
   */
  JobApplicationCommand withdrawal(@Nullable String reason) {
    Withdraw withdraw = new Withdraw(candidate(), reason);
    return isRejectedByBoard() ? new InTurn(candidate(), List.of(reopening(), withdraw)) : withdraw;
  }

  /** The reverse, where a board has told of a withdrawal. */
  JobApplicationCommand insteadOfWithdrawal(Reject rejection) {
    return isWithdrawnByBoard()
        ? new InTurn(candidate(), List.of(reopening(), rejection))
        : rejection;
  }

  private Stream<StoredEvent> rejections() {
    return slice.events().stream().filter(it -> it.event() instanceof ApplicationRejected);
  }
}

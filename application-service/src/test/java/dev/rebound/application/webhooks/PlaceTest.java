package dev.rebound.application.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.application.jobapplication.JobApplication;
import dev.rebound.application.jobapplication.JobApplication.Submitted;
import dev.rebound.application.jobapplication.JobApplicationCommand.InTurn;
import dev.rebound.application.jobapplication.JobApplicationCommand.Reject;
import dev.rebound.application.jobapplication.JobApplicationCommand.Reopen;
import dev.rebound.application.jobapplication.JobApplicationCommand.Withdraw;
import dev.rebound.application.jobapplication.JobApplicationDecider;
import dev.rebound.application.streams.Streams;
import dev.rebound.events.ApplicationEvent;
import dev.rebound.events.ApplicationEvent.ApplicationRejected;
import dev.rebound.events.ApplicationEvent.ApplicationReopened;
import dev.rebound.events.ApplicationEvent.ApplicationSubmitted;
import dev.rebound.events.ApplicationEvent.ApplicationWithdrawn;
import dev.rebound.events.Posting;
import dev.rebound.events.RejectionReason;
import dev.rebound.events.RejectionSource;
import dev.rebound.events.StageKind;
import dev.rebound.eventstore.EventStore.StreamSlice;
import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.StoredEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is known of an application before something is commanded on it. */
class PlaceTest {

  private static final UUID ID = UUID.fromString("0199f000-0000-7000-8000-000000000001");
  private static final UUID ME = UUID.fromString("0199f000-0000-7000-8000-0000000000aa");
  private static final LocalDate DAY = LocalDate.of(2026, 10, 2);
  private static final Instant BEGUN = Instant.parse("2026-10-02T10:00:00Z");
  private static final RejectionReason REASON = new RejectionReason("ashby", "r-1", "Practice");
  private static final Posting POSTING =
      new Posting("Potter", "Clay", null, null, null, null, null, null, null, null, null);

  private static final ApplicationSubmitted SUBMITTED =
      new ApplicationSubmitted(ID, ME, POSTING, DAY, null, "acme", "c-77", null);
  private static final ApplicationReopened REOPENED = new ApplicationReopened(ID, ME);
  private static final ApplicationWithdrawn WITHDRAWN = new ApplicationWithdrawn(ID, ME, "moved");

  @Test
  void theSameWordsOfTheSameDayAreOneRejection() {
    Place place = place("acme", SUBMITTED, rejected(StageKind.ASSESSMENT), REOPENED);

    assertThat(place.wasRejectedBy(reject(StageKind.ASSESSMENT, DAY))).isTrue();
    assertThat(place.wasRejectedBy(reject(StageKind.ASSESSMENT, DAY.plusDays(1)))).isFalse();
    assertThat(place.wasRejectedBy(reject(StageKind.FINAL_INTERVIEW, DAY))).isFalse();
  }

  /** Where none is told, the stage that it ended at was found out here. */
  @Test
  void aStageThatIsLeftOpenIsAny() {
    assertThat(
            place("acme", SUBMITTED, rejected(StageKind.ASSESSMENT), REOPENED)
                .wasRejectedBy(reject(null, DAY)))
        .isTrue();
    assertThat(
            place("acme", SUBMITTED, rejected(null), REOPENED)
                .wasRejectedBy(reject(StageKind.ASSESSMENT, DAY)))
        .isTrue();
  }

  /** A list names the standard way where a vendor's event names the vendor. */
  @Test
  void aReasonIsTheSameByWhateverWayItIsTold() {
    Place place = place("acme", SUBMITTED, rejected(null), REOPENED);

    assertThat(place.wasRejectedBy(told("standard", "r-1", "Practice"))).isTrue();
    assertThat(place.wasRejectedBy(told("standard", "r-1", null))).isTrue();
    assertThat(place.wasRejectedBy(told("standard", null, "Practice"))).isTrue();
    assertThat(place.wasRejectedBy(worded(null, null))).isTrue();
    assertThat(place.wasRejectedBy(told("ashby", "r-2", "Practice"))).isFalse();
    assertThat(place.wasRejectedBy(told("ashby", "r-1", "Glazes"))).isFalse();
  }

  @Test
  void aMessageThatOneSideLacksIsAny() {
    Place silent = place("acme", SUBMITTED, rejected(null), REOPENED);
    Place outspoken = place("acme", SUBMITTED, rejected(null, "Sorry."), REOPENED);

    assertThat(silent.wasRejectedBy(worded(REASON, "Sorry."))).isTrue();
    assertThat(outspoken.wasRejectedBy(worded(REASON, null))).isTrue();
    assertThat(outspoken.wasRejectedBy(worded(REASON, "Sorry."))).isTrue();
    assertThat(outspoken.wasRejectedBy(worded(REASON, "No."))).isFalse();
  }

  @Test
  void aBoardsWithdrawalIsToldFromTheCandidatesOwn() {
    assertThat(place("acme", SUBMITTED, WITHDRAWN).isWithdrawnByBoard()).isTrue();
    assertThat(place(null, SUBMITTED, WITHDRAWN).isWithdrawnByBoard()).isFalse();
    assertThat(place("acme", SUBMITTED, WITHDRAWN, REOPENED).isWithdrawnByBoard()).isFalse();
    assertThat(place("acme", SUBMITTED, WITHDRAWN).reopening()).isEqualTo(new Reopen(ME, true));
    assertThat(place(null, SUBMITTED, WITHDRAWN).reopening()).isEqualTo(new Reopen(ME, false));
  }

  @Test
  void whatWasWithdrawnBeforeIsKnownByItsReason() {
    Place place = place("acme", SUBMITTED, WITHDRAWN, REOPENED);

    assertThat(place.wasWithdrawnFor("moved")).isTrue();
    assertThat(place.wasWithdrawnFor("another offer")).isFalse();
    assertThat(place(null, SUBMITTED, WITHDRAWN).wasWithdrawnFor("moved")).isFalse();
  }

  @Test
  void aReasonThatWasPutRightTakesBackWhatItSaidBefore() {
    Reject reject = reject(null, DAY);

    assertThat(place("acme", SUBMITTED, rejected(null)).withdrawal("moved"))
        .isEqualTo(new InTurn(ME, List.of(new Reopen(ME), new Withdraw(ME, "moved"))));
    assertThat(place("acme", SUBMITTED).withdrawal("moved")).isEqualTo(new Withdraw(ME, "moved"));
    assertThat(place("acme", SUBMITTED, WITHDRAWN).insteadOfWithdrawal(reject))
        .isEqualTo(new InTurn(ME, List.of(new Reopen(ME, true), reject)));
    assertThat(place(null, SUBMITTED, WITHDRAWN).insteadOfWithdrawal(reject)).isEqualTo(reject);
  }

  @Test
  void itIsKnownWhenAnEndingWasHeardOf() {
    assertThat(place("acme", SUBMITTED, rejected(null)).endedAt()).isEqualTo(at(1));
    assertThat(place("acme", SUBMITTED, rejected(null), REOPENED).endedAt()).isNull();
    assertThat(place("acme", SUBMITTED, rejected(null), REOPENED, rejected(null)).endedAt())
        .isEqualTo(at(3));
    assertThat(place("acme", SUBMITTED, WITHDRAWN).endedAt()).isEqualTo(at(1));
    assertThat(place(null, SUBMITTED, WITHDRAWN).endedAt()).isNull();
  }

  /** A board would else undo what the candidate has heard by phone, and call back who was asked. */
  @Test
  void aRejectionThatTheCandidateRecordedIsNotTheBoardsToTakeBack() {
    Place place = place(null, SUBMITTED, rejectedByHand());

    assertThat(place.isRejected()).isTrue();
    assertThat(place.isEndedByBoard()).isFalse();
    assertThat(place.endedAt()).isNull();
    assertThat(place("acme", SUBMITTED, rejected(null)).isEndedByBoard()).isTrue();
    assertThat(place("acme", SUBMITTED, rejected(null), REOPENED, rejectedByHand()).endedAt())
        .isNull();
  }

  @Test
  void andByWhatWay() {
    assertThat(place("acme", SUBMITTED, rejected(null)).endedThrough("ashby")).isTrue();
    assertThat(place("acme", SUBMITTED, rejected(null)).endedThrough("standard")).isFalse();
    assertThat(place("acme", SUBMITTED, WITHDRAWN).endedThrough("ashby")).isTrue();
    assertThat(place("acme", SUBMITTED).endedThrough("ashby")).isFalse();
  }

  private static ApplicationRejected rejected(@Nullable StageKind stage) {
    return rejected(stage, null);
  }

  private static ApplicationRejected rejected(@Nullable StageKind stage, @Nullable String message) {
    return rejected(stage, RejectionSource.BOARD, message);
  }

  private static ApplicationRejected rejectedByHand() {
    return rejected(null, RejectionSource.CANDIDATE, null);
  }

  private static ApplicationRejected rejected(
      @Nullable StageKind stage, RejectionSource source, @Nullable String message) {
    return new ApplicationRejected(
        ID, ME, stage, DAY, source, REASON, message, POSTING, List.of(), null, "acme", null);
  }

  private static Reject reject(@Nullable StageKind stage, LocalDate day) {
    return new Reject(ME, stage, day, RejectionSource.BOARD, REASON, null, null);
  }

  private static Reject told(String provider, @Nullable String id, @Nullable String text) {
    return worded(new RejectionReason(provider, id, text), null);
  }

  private static Reject worded(@Nullable RejectionReason reason, @Nullable String message) {
    return new Reject(ME, null, DAY, RejectionSource.BOARD, reason, message, null);
  }

  /** Events a minute apart, all commanded through a board or by the candidate. */
  private static Place place(@Nullable String board, ApplicationEvent... events) {
    JobApplicationDecider decider = new JobApplicationDecider();
    JobApplication state = decider.initial();
    List<StoredEvent> stored = new ArrayList<>();
    for (ApplicationEvent event : events) {
      state = decider.evolve(state, event);
      int version = stored.size() + 1;
      stored.add(
          new StoredEvent(
              new UUID(0, version),
              Streams.application(ID),
              version,
              new Metadata(at(version - 1), ME, null, board),
              event));
    }
    return new Place(ID, (Submitted) state, new StreamSlice(Streams.application(ID), stored));
  }

  private static Instant at(int minutes) {
    return BEGUN.plusSeconds(60L * minutes);
  }
}

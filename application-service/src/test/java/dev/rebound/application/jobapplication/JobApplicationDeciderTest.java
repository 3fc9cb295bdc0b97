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
import static dev.rebound.events.StageKind.ASSESSMENT;
import static dev.rebound.events.StageKind.FINAL_INTERVIEW;
import static dev.rebound.events.StageKind.OFFER;
import static dev.rebound.events.StageKind.RECRUITER_SCREEN;
import static dev.rebound.events.StageKind.TECHNICAL_INTERVIEW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.application.jobapplication.JobApplication.Active;
import dev.rebound.application.jobapplication.JobApplication.NotSubmitted;
import dev.rebound.application.jobapplication.JobApplication.Offered;
import dev.rebound.application.jobapplication.JobApplication.Rejected;
import dev.rebound.application.jobapplication.JobApplication.Withdrawn;
import dev.rebound.application.jobapplication.JobApplicationCommand.Correct;
import dev.rebound.application.jobapplication.JobApplicationCommand.InTurn;
import dev.rebound.application.jobapplication.JobApplicationCommand.ReachStage;
import dev.rebound.application.jobapplication.JobApplicationCommand.ReceiveOffer;
import dev.rebound.application.jobapplication.JobApplicationCommand.Reject;
import dev.rebound.application.jobapplication.JobApplicationCommand.Reopen;
import dev.rebound.application.jobapplication.JobApplicationCommand.Report;
import dev.rebound.application.jobapplication.JobApplicationCommand.Submit;
import dev.rebound.application.jobapplication.JobApplicationCommand.TakeOver;
import dev.rebound.application.jobapplication.JobApplicationCommand.Withdraw;
import dev.rebound.events.ApplicationEvent;
import dev.rebound.events.ApplicationEvent.ApplicationCorrected;
import dev.rebound.events.ApplicationEvent.ApplicationRejected;
import dev.rebound.events.ApplicationEvent.ApplicationReopened;
import dev.rebound.events.ApplicationEvent.ApplicationSubmitted;
import dev.rebound.events.ApplicationEvent.ApplicationWithdrawn;
import dev.rebound.events.ApplicationEvent.OfferReceived;
import dev.rebound.events.ApplicationEvent.StageReached;
import dev.rebound.events.Posting;
import dev.rebound.events.Recruiter;
import dev.rebound.events.RejectionSource;
import dev.rebound.events.StageKind;
import dev.rebound.testkit.DeciderSpecification;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JobApplicationDeciderTest {

  private static final UUID ID = UUID.fromString("0199f000-0000-7000-8000-000000000001");
  private static final UUID ME = UUID.fromString("0199f000-0000-7000-8000-0000000000aa");
  private static final UUID SOMEBODY = UUID.fromString("0199f000-0000-7000-8000-0000000000bb");
  private static final Recruiter RECRUITER = new Recruiter(SOMEBODY, "Ina", "ina@example.net");
  private static final Posting POSTING = posting("Lighthouse keeper", "Keep the light burning.");
  private static final LocalDate APPLIED = day(1);

  private static final ApplicationSubmitted SUBMITTED =
      new ApplicationSubmitted(ID, ME, POSTING, APPLIED, RECRUITER, null, null, null);
  private static final ApplicationRejected REJECTED = rejected(null, 20, List.of());
  private static final ApplicationReopened REOPENED = new ApplicationReopened(ID, ME);
  private static final ApplicationWithdrawn WITHDRAWN = new ApplicationWithdrawn(ID, ME, "moved");
  private static final OfferReceived OFFERED = new OfferReceived(ID, ME, day(15));

  @Test
  void submits() {
    given().when(new Submit(ID, ME, POSTING, APPLIED, RECRUITER, null, null, null)).then(SUBMITTED);
  }

  @Test
  void aBoardReportsTheWholeAtOnce() {
    given()
        .when(
            report(
                List.of(
                    new Stage(ASSESSMENT, day(9), null),
                    new Stage(RECRUITER_SCREEN, day(3), null))))
        .then(
            new ApplicationSubmitted(ID, ME, POSTING, APPLIED, RECRUITER, "acme", "c-77", null),
            new StageReached(ID, ME, RECRUITER_SCREEN, day(3), null),
            new StageReached(ID, ME, ASSESSMENT, day(9), null),
            new StageReached(ID, ME, FINAL_INTERVIEW, day(20), null),
            new ApplicationRejected(
                ID,
                ME,
                FINAL_INTERVIEW,
                day(20),
                RejectionSource.BOARD,
                null,
                "No.",
                POSTING.summary(),
                List.of(RECRUITER_SCREEN, ASSESSMENT, FINAL_INTERVIEW),
                RECRUITER,
                "acme",
                null));
  }

  @Test
  void whatABoardReportedIsThere() {
    given(SUBMITTED).when(report(List.of())).thenRefused(ALREADY_SUBMITTED);
    given(SUBMITTED, REJECTED).when(report(List.of())).thenRefused(ALREADY_SUBMITTED);
  }

  @Test
  void aReportHoldsAsAWholeOrNotAtAll() {
    Stage stage = new Stage(ASSESSMENT, day(9), null);
    given().when(report(List.of(stage, stage))).thenRefused(STAGE_ALREADY_RECORDED);
    given()
        .when(report(List.of(new Stage(ASSESSMENT, APPLIED.minusDays(1), null))))
        .thenRefused(BEFORE_APPLICATION);
    given()
        .when(report(List.of(new Stage(ASSESSMENT, day(21), null))))
        .thenRefused(STAGE_AFTER_REJECTION);
  }

  @Test
  void whatIsTakenOverAsksNobody() {
    given()
        .when(
            takeOver(
                List.of(new Stage(ASSESSMENT, day(9), "tired")),
                new Reject(ME, null, day(20), RejectionSource.CANDIDATE, null, "No.", null)))
        .then(
            new ApplicationSubmitted(ID, ME, POSTING, APPLIED, null, null, null, null),
            new StageReached(ID, ME, ASSESSMENT, day(9), "tired"),
            new ApplicationRejected(
                ID,
                ME,
                ASSESSMENT,
                day(20),
                RejectionSource.CANDIDATE,
                null,
                "No.",
                POSTING.summary(),
                List.of(ASSESSMENT),
                null,
                null,
                null),
            new ApplicationCorrected(ID, ME, POSTING, RECRUITER, APPLIED));
  }

  @Test
  void whatIsTakenOverStandsAsItStood() {
    given()
        .when(takeOver(List.of(), null))
        .then(new ApplicationSubmitted(ID, ME, POSTING, APPLIED, RECRUITER, null, null, null));
    given()
        .when(takeOver(List.of(), new Withdraw(ME, "too far")))
        .then(
            new ApplicationSubmitted(ID, ME, POSTING, APPLIED, RECRUITER, null, null, null),
            new ApplicationWithdrawn(ID, ME, "too far"));
    given()
        .when(takeOver(List.of(new Stage(OFFER, day(9), null)), new ReceiveOffer(ME, day(9))))
        .then(
            new ApplicationSubmitted(ID, ME, POSTING, APPLIED, RECRUITER, null, null, null),
            new StageReached(ID, ME, OFFER, day(9), null),
            new OfferReceived(ID, ME, day(9)));
  }

  @Test
  void whatIsTakenOverHoldsAsAWholeOrNotAtAll() {
    Reject rejection = new Reject(ME, null, day(20), RejectionSource.CANDIDATE, null, null, null);
    given()
        .when(takeOver(List.of(new Stage(ASSESSMENT, APPLIED.minusDays(1), null)), null))
        .thenRefused(BEFORE_APPLICATION);
    given(SUBMITTED).when(takeOver(List.of(), rejection)).thenRefused(ALREADY_SUBMITTED);
  }

  private static TakeOver takeOver(List<Stage> stages, @Nullable JobApplicationCommand ending) {
    return new TakeOver(
        new Submit(ID, ME, POSTING, APPLIED, RECRUITER, null, null, null), stages, ending);
  }

  private static Report report(List<Stage> stages) {
    return new Report(
        new Submit(ID, ME, POSTING, APPLIED, RECRUITER, "acme", "c-77", null),
        stages,
        new Reject(ME, FINAL_INTERVIEW, day(20), RejectionSource.BOARD, null, "No.", null));
  }

  @Test
  void anIdIsTakenOnce() {
    given(SUBMITTED)
        .when(new Submit(ID, ME, POSTING, APPLIED, null, null, null, null))
        .thenRefused(ALREADY_SUBMITTED);
  }

  static Stream<JobApplicationCommand> commandsOfSomebodyElse() {
    Correctable now = new Correctable(POSTING, APPLIED, RECRUITER);
    return Stream.of(
        new Correct(SOMEBODY, now, now),
        new ReachStage(SOMEBODY, new Stage(ASSESSMENT, day(2), null)),
        new Reject(SOMEBODY, null, day(3), RejectionSource.CANDIDATE, null, null, null),
        new Reopen(SOMEBODY),
        new Reopen(SOMEBODY, true),
        new Withdraw(SOMEBODY, null),
        new ReceiveOffer(SOMEBODY, day(3)));
  }

  @ParameterizedTest
  @MethodSource("commandsOfSomebodyElse")
  void anApplicationIsUnknownToEverybodyElse(JobApplicationCommand command) {
    given(SUBMITTED).when(command).thenRefused(UNKNOWN_APPLICATION);
  }

  @ParameterizedTest
  @MethodSource("commandsOfSomebodyElse")
  void whatWasNeverSubmittedIsUnknown(JobApplicationCommand command) {
    given().when(command).thenRefused(UNKNOWN_APPLICATION);
  }

  @Test
  void recordsAStage() {
    given(SUBMITTED)
        .when(reach(ASSESSMENT, 5, "two tasks"))
        .then(new StageReached(ID, ME, ASSESSMENT, day(5), "two tasks"));
  }

  @Test
  void aKindOfStageMayComeTwiceOnDifferentDays() {
    given(SUBMITTED, reached(TECHNICAL_INTERVIEW, 5))
        .when(reach(TECHNICAL_INTERVIEW, 9, null))
        .then(reached(TECHNICAL_INTERVIEW, 9));
  }

  @Test
  void theSameStageIsRecordedOnce() {
    given(SUBMITTED, reached(ASSESSMENT, 5))
        .when(reach(ASSESSMENT, 5, "again"))
        .thenRefused(STAGE_ALREADY_RECORDED);
  }

  @Test
  void noStageTakesPlaceBeforeTheApplication() {
    given(SUBMITTED).when(reach(ASSESSMENT, -3, null)).thenRefused(BEFORE_APPLICATION);
  }

  @Test
  void stagesAreBounded() {
    ApplicationEvent[] history =
        Stream.concat(
                Stream.of(SUBMITTED),
                IntStream.range(0, JobApplicationDecider.MAX_STAGES)
                    .mapToObj(i -> reached(ASSESSMENT, 2 + i)))
            .toArray(ApplicationEvent[]::new);
    given(history).when(reach(OFFER, 2, null)).thenRefused(TOO_MANY_STAGES);
  }

  @Test
  void aStageMayBeRecordedAfterAnOffer() {
    given(SUBMITTED, OFFERED)
        .when(reach(FINAL_INTERVIEW, 14, null))
        .then(reached(FINAL_INTERVIEW, 14));
  }

  @Test
  void aForgottenStageMayBeRecordedAfterARejection() {
    given(SUBMITTED, REJECTED)
        .when(reach(RECRUITER_SCREEN, 10, null))
        .then(reached(RECRUITER_SCREEN, 10));
  }

  @Test
  void noStageTakesPlaceAfterARejection() {
    given(SUBMITTED, REJECTED)
        .when(reach(RECRUITER_SCREEN, 21, null))
        .thenRefused(ALREADY_REJECTED);
  }

  @Test
  void noStageIsRecordedAfterAWithdrawal() {
    given(SUBMITTED, WITHDRAWN)
        .when(reach(RECRUITER_SCREEN, 5, null))
        .thenRefused(ALREADY_WITHDRAWN);
  }

  @Test
  void aRejectionSumsUpWhatOthersNeed() {
    given(SUBMITTED, reached(TECHNICAL_INTERVIEW, 12), reached(RECRUITER_SCREEN, 5))
        .when(reject(TECHNICAL_INTERVIEW, 20))
        .then(rejected(TECHNICAL_INTERVIEW, 20, List.of(RECRUITER_SCREEN, TECHNICAL_INTERVIEW)));
  }

  @Test
  void aRejectionThatNamesAnUnrecordedStageImpliesIt() {
    given(SUBMITTED, reached(RECRUITER_SCREEN, 5))
        .when(reject(ASSESSMENT, 20))
        .then(
            reached(ASSESSMENT, 20),
            rejected(ASSESSMENT, 20, List.of(RECRUITER_SCREEN, ASSESSMENT)));
  }

  @Test
  void aRejectionThatNamesNoStageEndedAtTheLast() {
    given(SUBMITTED, reached(RECRUITER_SCREEN, 5))
        .when(reject(null, 20))
        .then(rejected(RECRUITER_SCREEN, 20, List.of(RECRUITER_SCREEN)));
  }

  @Test
  void aRejectionThatNamesAStageNobodyKnowsEndedAtNoneOfTheOthers() {
    given(SUBMITTED, reached(RECRUITER_SCREEN, 5))
        .when(
            new Reject(ME, null, true, day(20), RejectionSource.CANDIDATE, null, "no", null, null))
        .then(rejected(null, 20, List.of(RECRUITER_SCREEN)));
  }

  /** Else nobody would be asked for feedback. */
  @Test
  void aRejectionNamesWhomToAskWhereNobodyIsKnown() {
    Recruiter kim = new Recruiter(ID, "Kim", "kim@example.net");
    ApplicationSubmitted unnamed =
        new ApplicationSubmitted(ID, ME, POSTING, APPLIED, null, "acme", "c-77", null);
    given(unnamed)
        .when(boardsReject(kim))
        .then(
            new ApplicationCorrected(ID, ME, POSTING, kim, APPLIED),
            reached(ASSESSMENT, 20),
            boardsRejected(kim, "acme"));
    given(SUBMITTED)
        .when(boardsReject(kim))
        .then(reached(ASSESSMENT, 20), boardsRejected(RECRUITER, null));
  }

  private static Reject boardsReject(Recruiter recruiter) {
    return new Reject(
        ME, ASSESSMENT, false, day(20), RejectionSource.BOARD, null, "No.", "Sam", recruiter);
  }

  private static ApplicationRejected boardsRejected(Recruiter recruiter, @Nullable String board) {
    return new ApplicationRejected(
        ID,
        ME,
        ASSESSMENT,
        day(20),
        RejectionSource.BOARD,
        null,
        "No.",
        POSTING.summary(),
        List.of(ASSESSMENT),
        recruiter,
        board,
        "Sam");
  }

  @Test
  void whereNoStageIsKnownTheRejectionNamesNone() {
    given(SUBMITTED).when(reject(null, 20)).then(rejected(null, 20, List.of()));
  }

  @Test
  void anOfferCanBeTakenBack() {
    given(SUBMITTED, OFFERED).when(reject(null, 20)).then(rejected(OFFER, 20, List.of(OFFER)));
  }

  @Test
  void aRejectionCarriesTheCorrectedPosting() {
    Posting corrected = posting("Light keeper", null);
    ApplicationRejected expected =
        new ApplicationRejected(
            ID,
            ME,
            null,
            day(20),
            RejectionSource.CANDIDATE,
            null,
            "no",
            corrected,
            List.of(),
            null,
            null,
            null);
    given(SUBMITTED, new ApplicationCorrected(ID, ME, corrected, null, null))
        .when(reject(null, 20))
        .then(expected);
  }

  @Test
  void noRejectionComesBeforeTheApplication() {
    given(SUBMITTED).when(reject(null, -1)).thenRefused(BEFORE_APPLICATION);
  }

  /** Interviews are written down ahead. */
  @Test
  void aRejectionMayComeBeforeAStageThatWasPlanned() {
    given(SUBMITTED, reached(RECRUITER_SCREEN, 5), reached(FINAL_INTERVIEW, 10))
        .when(reject(null, 9))
        .then(rejected(RECRUITER_SCREEN, 9, List.of(RECRUITER_SCREEN)));
  }

  @Test
  void aRejectionMayComeOnTheDayOfTheLastStage() {
    given(SUBMITTED, reached(FINAL_INTERVIEW, 10))
        .when(reject(null, 10))
        .then(rejected(FINAL_INTERVIEW, 10, List.of(FINAL_INTERVIEW)));
  }

  /** Whoever reports it could not put it right, and it would be lost. */
  @Test
  void aBoardsRejectionIsTakenOnWhateverDayItNames() {
    Reject late = new Reject(ME, null, day(9), RejectionSource.BOARD, null, "No.", null);

    JobApplication after = given(SUBMITTED, reached(FINAL_INTERVIEW, 10)).when(late).state();

    assertThat(after).isInstanceOf(Rejected.class);
  }

  @Test
  void anApplicationIsRejectedOnce() {
    given(SUBMITTED, REJECTED).when(reject(null, 21)).thenRefused(ALREADY_REJECTED);
  }

  @Test
  void afterAWithdrawalNothingIsARejection() {
    given(SUBMITTED, WITHDRAWN).when(reject(null, 21)).thenRefused(ALREADY_WITHDRAWN);
  }

  @Test
  void aRejectionCanBeTakenBack() {
    given(SUBMITTED, REJECTED).when(new Reopen(ME)).then(REOPENED);
  }

  @Test
  void andComeAgain() {
    given(SUBMITTED, REJECTED, REOPENED).when(reject(null, 20)).then(REJECTED);
  }

  static Stream<List<ApplicationEvent>> notRejected() {
    return Stream.of(
        List.of(SUBMITTED),
        List.of(SUBMITTED, WITHDRAWN),
        List.of(SUBMITTED, OFFERED),
        List.of(SUBMITTED, REJECTED, REOPENED));
  }

  @ParameterizedTest
  @MethodSource("notRejected")
  void onlyARejectionIsTakenBack(List<ApplicationEvent> history) {
    given(history.toArray(ApplicationEvent[]::new)).when(new Reopen(ME)).thenRefused(NOT_REJECTED);
  }

  @Test
  void aWithdrawalThatABoardToldOfIsTakenBackAsWell() {
    given(SUBMITTED, WITHDRAWN).when(new Reopen(ME, true)).then(REOPENED);
    given(SUBMITTED, WITHDRAWN, REOPENED).when(reject(null, 20)).then(REJECTED);
    given(SUBMITTED).when(new Reopen(ME, true)).thenRefused(NOT_REJECTED);
  }

  @Test
  void anEndingThatWasPutRightIsToldInTurn() {
    given(SUBMITTED, REJECTED)
        .when(new InTurn(ME, List.of(new Reopen(ME), new Withdraw(ME, "moved"))))
        .then(REOPENED, WITHDRAWN);
    given(SUBMITTED, WITHDRAWN)
        .when(new InTurn(ME, List.of(new Reopen(ME, true), reject(null, 20))))
        .then(REOPENED, REJECTED);
  }

  @Test
  void whatIsToldInTurnHoldsAsAWholeOrNotAtAll() {
    given(SUBMITTED, REJECTED)
        .when(new InTurn(ME, List.of(new Reopen(ME), reject(null, -1))))
        .thenRefused(BEFORE_APPLICATION);
    given(SUBMITTED, REJECTED)
        .when(new InTurn(SOMEBODY, List.of(new Reopen(SOMEBODY))))
        .thenRefused(UNKNOWN_APPLICATION);
  }

  @Test
  void withdraws() {
    given(SUBMITTED).when(new Withdraw(ME, "moved")).then(WITHDRAWN);
  }

  @Test
  void anOfferMayBeDeclined() {
    given(SUBMITTED, OFFERED).when(new Withdraw(ME, "moved")).then(WITHDRAWN);
  }

  @Test
  void whatWasRejectedIsNotWithdrawn() {
    given(SUBMITTED, REJECTED).when(new Withdraw(ME, null)).thenRefused(ALREADY_REJECTED);
  }

  @Test
  void withdrawsOnce() {
    given(SUBMITTED, WITHDRAWN).when(new Withdraw(ME, null)).thenRefused(ALREADY_WITHDRAWN);
  }

  @Test
  void receivesAnOffer() {
    given(SUBMITTED).when(new ReceiveOffer(ME, day(15))).then(OFFERED);
  }

  @Test
  void noOfferComesBeforeTheApplication() {
    given(SUBMITTED).when(new ReceiveOffer(ME, day(-2))).thenRefused(BEFORE_APPLICATION);
  }

  @Test
  void noOfferFollowsARejection() {
    given(SUBMITTED, REJECTED).when(new ReceiveOffer(ME, day(25))).thenRefused(ALREADY_REJECTED);
  }

  @Test
  void noOfferFollowsAWithdrawal() {
    given(SUBMITTED, WITHDRAWN).when(new ReceiveOffer(ME, day(25))).thenRefused(ALREADY_WITHDRAWN);
  }

  @Test
  void anOfferComesOnce() {
    given(SUBMITTED, OFFERED).when(new ReceiveOffer(ME, day(25))).thenRefused(ALREADY_OFFERED);
  }

  @Test
  void correctsAtAnyTime() {
    Correctable after = new Correctable(posting("Light keeper", null), day(-7), null);
    given(SUBMITTED, REJECTED)
        .when(new Correct(ME, new Correctable(POSTING, APPLIED, RECRUITER), after))
        .then(new ApplicationCorrected(ID, ME, after.posting(), null, day(-7)));
  }

  @Test
  void theDayIsPutRightUpToWhatFollowed() {
    given(SUBMITTED, reached(ASSESSMENT, 9))
        .when(correctDay(9))
        .then(new ApplicationCorrected(ID, ME, POSTING, RECRUITER, day(9)));
    given(SUBMITTED, reached(ASSESSMENT, 9)).when(correctDay(10)).thenRefused(BEFORE_APPLICATION);
    given(SUBMITTED, REJECTED).when(correctDay(21)).thenRefused(BEFORE_APPLICATION);
    given(SUBMITTED, OFFERED).when(correctDay(16)).thenRefused(BEFORE_APPLICATION);
  }

  @Test
  void whatCameBeforeIsRecordedOnceTheDayIsRight() {
    given(SUBMITTED, new ApplicationCorrected(ID, ME, POSTING, RECRUITER, day(-7)))
        .when(reach(ASSESSMENT, -3, null))
        .then(reached(ASSESSMENT, -3));
  }

  @Test
  void aCorrectionThatSaysNothingOfTheDayLeavesIt() {
    given(SUBMITTED, new ApplicationCorrected(ID, ME, POSTING, RECRUITER, null))
        .when(reach(ASSESSMENT, -3, null))
        .thenRefused(BEFORE_APPLICATION);
  }

  @Test
  void aCorrectionThatChangesNothingIsNoEvent() {
    Correctable now = new Correctable(POSTING, APPLIED, RECRUITER);
    given(SUBMITTED).when(new Correct(ME, now, now)).thenNothing();
  }

  @Test
  void aCorrectionUndoesNobodyElses() {
    Correctable stale = new Correctable(posting("Old title", null), APPLIED, RECRUITER);
    given(SUBMITTED)
        .when(new Correct(ME, stale, new Correctable(POSTING, APPLIED, null)))
        .thenRefused(CHANGED_MEANWHILE);
  }

  @Test
  void eachEventLeadsToItsState() {
    assertThat(stateAfter()).isInstanceOf(NotSubmitted.class);
    assertThat(stateAfter(SUBMITTED)).isInstanceOf(Active.class);
    assertThat(stateAfter(SUBMITTED, REJECTED)).isInstanceOf(Rejected.class);
    assertThat(stateAfter(SUBMITTED, REJECTED, REOPENED)).isInstanceOf(Active.class);
    assertThat(stateAfter(SUBMITTED, WITHDRAWN)).isInstanceOf(Withdrawn.class);
    assertThat(stateAfter(SUBMITTED, WITHDRAWN, REOPENED)).isInstanceOf(Active.class);
    assertThat(stateAfter(SUBMITTED, OFFERED)).isInstanceOf(Offered.class);
    assertThat(stateAfter(SUBMITTED, OFFERED, REJECTED)).isInstanceOf(Rejected.class);
    assertThat(stateAfter(SUBMITTED, OFFERED, WITHDRAWN)).isInstanceOf(Withdrawn.class);
  }

  @Test
  void historyIsNeverRefused() {
    assertThat(stateAfter(REJECTED, REOPENED, WITHDRAWN, OFFERED)).isEqualTo(new NotSubmitted());
    assertThat(stateAfter(SUBMITTED, WITHDRAWN, REJECTED)).isInstanceOf(Withdrawn.class);
  }

  private static JobApplication stateAfter(ApplicationEvent... history) {
    JobApplicationDecider decider = new JobApplicationDecider();
    JobApplication state = decider.initial();
    for (ApplicationEvent event : history) {
      state = decider.evolve(state, event);
    }
    return state;
  }

  private static DeciderSpecification<
          JobApplicationCommand, JobApplication, ApplicationEvent, JobApplicationRefusal>
      given(ApplicationEvent... history) {
    return DeciderSpecification.specification(new JobApplicationDecider()).given(history);
  }

  private static Correct correctDay(int day) {
    return new Correct(
        ME,
        new Correctable(POSTING, APPLIED, RECRUITER),
        new Correctable(POSTING, day(day), RECRUITER));
  }

  private static ReachStage reach(StageKind kind, int day, @Nullable String note) {
    return new ReachStage(ME, new Stage(kind, day(day), note));
  }

  private static StageReached reached(StageKind kind, int day) {
    return new StageReached(ID, ME, kind, day(day), null);
  }

  private static Reject reject(@Nullable StageKind stage, int day) {
    return new Reject(ME, stage, day(day), RejectionSource.CANDIDATE, null, "no", null);
  }

  private static ApplicationRejected rejected(
      @Nullable StageKind stage, int day, List<StageKind> stages) {
    return new ApplicationRejected(
        ID,
        ME,
        stage,
        day(day),
        RejectionSource.CANDIDATE,
        null,
        "no",
        POSTING.summary(),
        stages,
        RECRUITER,
        null,
        null);
  }

  private static Posting posting(String title, @Nullable String description) {
    return new Posting(
        title, "Coast", description, null, null, null, null, null, null, List.of("Danish"), null);
  }

  /** A day of the process; 1 is the day of the application. */
  private static LocalDate day(int day) {
    return LocalDate.of(2026, 3, 1).plusDays(day - 1L);
  }
}

package dev.rebound.feedback.feedbackrequest;

import static dev.rebound.testkit.DeciderSpecification.specification;

import dev.rebound.events.FeedbackEvent;
import dev.rebound.events.FeedbackEvent.FeedbackDeclined;
import dev.rebound.events.FeedbackEvent.FeedbackDetailRequested;
import dev.rebound.events.FeedbackEvent.FeedbackReceived;
import dev.rebound.events.FeedbackEvent.FeedbackReminded;
import dev.rebound.events.FeedbackEvent.FeedbackRequestCancelled;
import dev.rebound.events.FeedbackEvent.FeedbackRequestExpired;
import dev.rebound.events.FeedbackEvent.FeedbackRequested;
import dev.rebound.events.FeedbackSource;
import dev.rebound.events.FeedbackSpecificity;
import dev.rebound.events.MissingPart;
import dev.rebound.events.Posting;
import dev.rebound.events.Recruiter;
import dev.rebound.events.RequestOrigin;
import dev.rebound.events.SpecificityLevel;
import dev.rebound.events.StageKind;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand.Answer;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand.Cancel;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand.Decline;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand.ExpireWhenDue;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand.Open;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand.Remind;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand.RemindWhenDue;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestRefusal.AlreadyOpened;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestRefusal.Closed;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestRefusal.NoSuchRequest;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestRefusal.NotDue;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestRefusal.OtherRound;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestRefusal.RemindedLately;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestRefusal.RemindedOftenEnough;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestRefusal.TimeIsUp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedbackRequestDeciderTest {

  private static final Instant MONDAY = Instant.parse("2026-09-07T09:00:00Z");
  private static final UUID REQUEST = UUID.fromString("0199c000-0000-7000-8000-000000000001");
  private static final UUID APPLICATION = UUID.fromString("0199c000-0000-7000-8000-000000000002");
  private static final UUID CANDIDATE = UUID.fromString("0199c000-0000-7000-8000-000000000003");
  private static final UUID FEEDBACK = UUID.fromString("0199c000-0000-7000-8000-000000000004");
  private static final Posting POSTING =
      new Posting(
          "Baker", "Kneads", null, null, null, null, null, null, null, List.of("Dutch"), null);
  private static final Recruiter RECRUITER =
      new Recruiter(new UUID(7, 7), "Rika", "rika@kneads.example");
  private static final RequestFacts FACTS =
      new RequestFacts(
          REQUEST,
          APPLICATION,
          CANDIDATE,
          RequestOrigin.CANDIDATE,
          RECRUITER,
          POSTING,
          List.of(StageKind.ASSESSMENT),
          "Anything helps.",
          "Kit Marlowe",
          "acme");
  private static final GivenAnswer GENERIC =
      answer(SpecificityLevel.GENERIC, List.of(MissingPart.THEME, MissingPart.EXAMPLE));
  private static final GivenAnswer PARTIAL =
      answer(SpecificityLevel.PARTIAL, List.of(MissingPart.EXAMPLE));

  private static final FeedbackRequestDecider DECIDER = new FeedbackRequestDecider(Terms.STANDARD);

  private static GivenAnswer answer(SpecificityLevel level, List<MissingPart> missing) {
    return new GivenAnswer(
        "The loaf.",
        List.of(),
        List.of(),
        List.of(),
        new FeedbackSpecificity(level, 0.2, missing, "test"));
  }

  private static Instant day(int days) {
    return MONDAY.plus(Duration.ofDays(days));
  }

  private static FeedbackEvent requested() {
    return new FeedbackRequested(
        REQUEST,
        APPLICATION,
        CANDIDATE,
        RequestOrigin.CANDIDATE,
        RECRUITER,
        POSTING,
        List.of(StageKind.ASSESSMENT),
        "Anything helps.",
        "acme",
        day(14),
        "Kit Marlowe");
  }

  private static FeedbackEvent received(int round, GivenAnswer answer, String on) {
    return new FeedbackReceived(
        FEEDBACK,
        REQUEST,
        APPLICATION,
        CANDIDATE,
        FeedbackSource.RECRUITER,
        LocalDate.parse(on),
        round,
        answer.comments(),
        answer.ratings(),
        answer.stages(),
        answer.decisive(),
        answer.specificity());
  }

  private static FeedbackEvent detailRequested(Instant expiresAt) {
    return new FeedbackDetailRequested(
        REQUEST,
        APPLICATION,
        CANDIDATE,
        2,
        List.of(MissingPart.THEME, MissingPart.EXAMPLE),
        expiresAt);
  }

  private static FeedbackEvent reminded(int round, Instant at) {
    return new FeedbackReminded(REQUEST, APPLICATION, CANDIDATE, round, at);
  }

  private static FeedbackEvent[] askedAgainOnDay2() {
    return new FeedbackEvent[] {
      requested(), received(1, GENERIC, "2026-09-09"), detailRequested(day(16))
    };
  }

  @Nested
  class Opening {
    @Test
    void asksTheRecruiterForTwoWeeks() {
      specification(DECIDER).when(new Open(FACTS, MONDAY)).then(requested());
    }

    @Test
    void isRefusedWhereItWasOpenedBefore() {
      specification(DECIDER)
          .given(requested())
          .when(new Open(FACTS, MONDAY))
          .thenRefused(new AlreadyOpened());
    }

    @Test
    void isRefusedWhereTheRecruiterHasDeclined() {
      var declined = new FeedbackDeclined(REQUEST, APPLICATION, CANDIDATE, null);

      specification(DECIDER)
          .given(requested(), declined)
          .when(new Open(FACTS, MONDAY))
          .thenRefused(new Closed(RequestStatus.DECLINED));
    }

    @Test
    void isRefusedAfterItExpired() {
      var expired = new FeedbackRequestExpired(REQUEST, APPLICATION, CANDIDATE);

      specification(DECIDER)
          .given(requested(), expired)
          .when(new Open(FACTS, MONDAY))
          .thenRefused(new AlreadyOpened());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isRefusedAsAnsweredWhereAFirstAnswerCameBeforeTheEnd(boolean cancelled) {
      FeedbackEvent end =
          cancelled
              ? new FeedbackRequestCancelled(REQUEST, APPLICATION, CANDIDATE)
              : new FeedbackRequestExpired(REQUEST, APPLICATION, CANDIDATE);

      specification(DECIDER)
          .given(requested(), received(1, GENERIC, "2026-09-09"), detailRequested(day(16)), end)
          .when(new Open(FACTS, MONDAY))
          .thenRefused(new Closed(RequestStatus.RECEIVED));
    }
  }

  @Nested
  class Answering {
    @Test
    void closesTheRequestWhereACauseIsNamed() {
      specification(DECIDER)
          .given(requested())
          .when(new Answer(FEEDBACK, 1, PARTIAL, day(3)))
          .then(received(1, PARTIAL, "2026-09-10"));
    }

    @Test
    void isFollowedByTheQuestionForWhatIsMissingWhereItIsGeneric() {
      specification(DECIDER)
          .given(requested())
          .when(new Answer(FEEDBACK, 1, GENERIC, day(2)))
          .then(received(1, GENERIC, "2026-09-09"), detailRequested(day(16)));
    }

    @Test
    void staysGenericAfterTwoRounds() {
      specification(DECIDER)
          .given(askedAgainOnDay2())
          .when(new Answer(FEEDBACK, 2, GENERIC, day(4)))
          .then(received(2, GENERIC, "2026-09-11"));
    }

    @Test
    void isRefusedForTheFormerRound() {
      specification(DECIDER)
          .given(askedAgainOnDay2())
          .when(new Answer(FEEDBACK, 1, PARTIAL, day(4)))
          .thenRefused(new OtherRound(2));
    }

    @Test
    void isRefusedFromTheLastInstantOn() {
      specification(DECIDER)
          .given(requested())
          .when(new Answer(FEEDBACK, 1, PARTIAL, day(14)))
          .thenRefused(new TimeIsUp(day(14)));
    }

    @Test
    void hasTwoWeeksInTheSecondRoundToo() {
      specification(DECIDER)
          .given(askedAgainOnDay2())
          .when(new Answer(FEEDBACK, 2, PARTIAL, day(15)))
          .then(received(2, PARTIAL, "2026-09-22"));
    }

    @Test
    void isDatedInUtc() {
      Instant lateInTheEvening = Instant.parse("2026-09-09T23:59:59Z");

      specification(DECIDER)
          .given(requested())
          .when(new Answer(FEEDBACK, 1, PARTIAL, lateInTheEvening))
          .then(received(1, PARTIAL, "2026-09-09"));
    }
  }

  @Nested
  class Reminding {
    @Test
    void byHandWorksAtOnce() {
      specification(DECIDER).given(requested()).when(new Remind(day(1))).then(reminded(1, day(1)));
    }

    @Test
    void byHandIsLimitedToOneADay() {
      specification(DECIDER)
          .given(requested(), reminded(1, day(1)))
          .when(new Remind(day(2).minusSeconds(1)))
          .thenRefused(new RemindedLately(day(2)));
    }

    @Test
    void byHandWorksAgainAfterADay() {
      specification(DECIDER)
          .given(requested(), reminded(1, day(1)))
          .when(new Remind(day(2)))
          .then(reminded(1, day(2)));
    }

    @Test
    void endsAfterThreeInARound() {
      specification(DECIDER)
          .given(requested(), reminded(1, day(1)), reminded(1, day(2)), reminded(1, day(3)))
          .when(new Remind(day(5)))
          .thenRefused(new RemindedOftenEnough(3));
    }

    @Test
    void countsAnewInTheSecondRound() {
      specification(DECIDER)
          .given(
              requested(),
              reminded(1, day(1)),
              received(1, GENERIC, "2026-09-09"),
              detailRequested(day(16)))
          .when(new Remind(day(2)))
          .then(reminded(2, day(2)));
    }

    @Test
    void byScheduleComesAfterSevenDays() {
      specification(DECIDER)
          .given(requested())
          .when(new RemindWhenDue(day(7)))
          .then(reminded(1, day(7)));
    }

    @Test
    void byScheduleDoesNotComeEarlier() {
      specification(DECIDER)
          .given(requested())
          .when(new RemindWhenDue(day(7).minusMillis(1)))
          .thenRefused(new NotDue());
    }

    @Test
    void byScheduleComesOnceARound() {
      specification(DECIDER)
          .given(requested(), reminded(1, day(7)))
          .when(new RemindWhenDue(day(9)))
          .thenRefused(new NotDue());
    }

    @Test
    void byScheduleComesInTheSecondRoundToo() {
      specification(DECIDER)
          .given(askedAgainOnDay2())
          .when(new RemindWhenDue(day(9)))
          .then(reminded(2, day(9)));
    }

    @Test
    void byScheduleWaitsWhereTheCandidateWasJustThere() {
      specification(DECIDER)
          .given(requested(), reminded(1, day(7).minusSeconds(60)))
          .when(new RemindWhenDue(day(7)))
          .thenRefused(new NotDue());
    }
  }

  @Nested
  class Ending {
    @Test
    void expiresAfterFourteenDays() {
      specification(DECIDER)
          .given(requested())
          .when(new ExpireWhenDue(day(14)))
          .then(new FeedbackRequestExpired(REQUEST, APPLICATION, CANDIDATE));
    }

    @Test
    void doesNotExpireEarlier() {
      specification(DECIDER)
          .given(requested())
          .when(new ExpireWhenDue(day(14).minusMillis(1)))
          .thenRefused(new NotDue());
    }

    @Test
    void canBeDeclinedInTheOpenRound() {
      specification(DECIDER)
          .given(requested())
          .when(new Decline(1, "Policy.", day(1)))
          .then(new FeedbackDeclined(REQUEST, APPLICATION, CANDIDATE, "Policy."));
    }

    @Test
    void canBeCancelledInEitherRound() {
      specification(DECIDER)
          .given(askedAgainOnDay2())
          .when(new Cancel(day(3)))
          .then(new FeedbackRequestCancelled(REQUEST, APPLICATION, CANDIDATE));
    }

    @Test
    void isCancelledOnce() {
      var cancelled = new FeedbackRequestCancelled(REQUEST, APPLICATION, CANDIDATE);

      specification(DECIDER).given(requested(), cancelled).when(new Cancel(day(4))).thenNothing();
    }
  }

  private static Stream<FeedbackRequestCommand> everythingButOpening() {
    return Stream.of(
        new Answer(FEEDBACK, 1, PARTIAL, day(1)),
        new Decline(1, null, day(1)),
        new Remind(day(1)),
        new RemindWhenDue(day(8)),
        new ExpireWhenDue(day(15)),
        new Cancel(day(1)));
  }

  @ParameterizedTest
  @MethodSource("everythingButOpening")
  void nothingHoldsOnARequestThatIsNotThere(FeedbackRequestCommand command) {
    specification(DECIDER).when(command).thenRefused(new NoSuchRequest());
  }

  @ParameterizedTest
  @MethodSource("everythingButOpening")
  void nothingHoldsAfterTheAnswer(FeedbackRequestCommand command) {
    specification(DECIDER)
        .given(requested(), received(1, PARTIAL, "2026-09-08"))
        .when(command)
        .thenRefused(new Closed(RequestStatus.RECEIVED));
  }

  @ParameterizedTest
  @MethodSource("everythingButOpening")
  void nothingHoldsAfterTheExpiry(FeedbackRequestCommand command) {
    var expired = new FeedbackRequestExpired(REQUEST, APPLICATION, CANDIDATE);

    specification(DECIDER)
        .given(requested(), expired)
        .when(command)
        .thenRefused(new Closed(RequestStatus.EXPIRED));
  }
}

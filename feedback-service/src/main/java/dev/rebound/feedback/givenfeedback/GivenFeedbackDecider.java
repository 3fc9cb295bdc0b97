package dev.rebound.feedback.givenfeedback;

import static dev.rebound.eventstore.Decider.Decision.accept;
import static dev.rebound.eventstore.Decider.Decision.refuse;

import dev.rebound.events.FeedbackEvent;
import dev.rebound.events.FeedbackEvent.FeedbackReceived;
import dev.rebound.eventstore.Decider;
import dev.rebound.eventstore.Decider.Decision;
import dev.rebound.feedback.givenfeedback.GivenFeedback.Given;
import dev.rebound.feedback.givenfeedback.GivenFeedback.NotGiven;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Decides whether a piece of feedback is recorded. */
public final class GivenFeedbackDecider
    implements Decider<RecordFeedback, GivenFeedback, FeedbackEvent, GivenFeedbackRefusal> {

  @Override
  public GivenFeedback initial() {
    return new NotGiven();
  }

  @Override
  public Decision<FeedbackEvent, GivenFeedbackRefusal> decide(
      RecordFeedback command, GivenFeedback state) {
    return switch (state) {
      case Given _ -> refuse(GivenFeedbackRefusal.ALREADY_RECORDED);
      case NotGiven _ ->
          command.receivedOn().isAfter(latestToday(command))
              ? refuse(GivenFeedbackRefusal.NOT_YET_GIVEN)
              : accept(received(command));
    };
  }

  /** Today where the day begins first, which is 14 hours ahead of UTC. */
  private static LocalDate latestToday(RecordFeedback command) {
    return LocalDate.ofInstant(command.at(), ZoneOffset.ofHours(14));
  }

  private static FeedbackEvent received(RecordFeedback command) {
    return new FeedbackReceived(
        command.feedbackId(),
        null,
        command.applicationId(),
        command.candidateId(),
        command.source(),
        command.receivedOn(),
        1,
        command.comments(),
        command.ratings(),
        List.of(),
        List.of(),
        command.specificity());
  }

  @Override
  public GivenFeedback evolve(GivenFeedback state, FeedbackEvent event) {
    return event instanceof FeedbackReceived received ? new Given(received) : state;
  }
}

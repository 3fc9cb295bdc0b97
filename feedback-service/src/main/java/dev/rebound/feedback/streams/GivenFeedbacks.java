package dev.rebound.feedback.streams;

import dev.rebound.events.FeedbackEvent;
import dev.rebound.eventstore.CommandHandler;
import dev.rebound.eventstore.EventStore;
import dev.rebound.eventstore.StreamId;
import dev.rebound.feedback.givenfeedback.GivenFeedback;
import dev.rebound.feedback.givenfeedback.GivenFeedbackDecider;
import dev.rebound.feedback.givenfeedback.GivenFeedbackRefusal;
import dev.rebound.feedback.givenfeedback.RecordFeedback;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** The streams of feedback that candidates record. */
@ApplicationScoped
public class GivenFeedbacks {

  private final CommandHandler<RecordFeedback, GivenFeedback, FeedbackEvent, GivenFeedbackRefusal>
      handler;

  /** Wired by the container. */
  @Inject
  public GivenFeedbacks(EventStore store) {
    this.handler = new CommandHandler<>(new GivenFeedbackDecider(), FeedbackEvent.class, store);
  }

  /** Carries commands of the API to their streams. */
  public CommandHandler<RecordFeedback, GivenFeedback, FeedbackEvent, GivenFeedbackRefusal>
      handler() {
    return handler;
  }

  /** The stream of a piece of feedback. */
  public static StreamId stream(UUID feedbackId) {
    return new StreamId("feedback", feedbackId);
  }
}

package dev.rebound.feedback.adopting;

import dev.rebound.events.FeedbackEvent;
import dev.rebound.events.FeedbackEvent.FeedbackDeclined;
import dev.rebound.events.FeedbackEvent.FeedbackDetailRequested;
import dev.rebound.events.FeedbackEvent.FeedbackReceived;
import dev.rebound.events.FeedbackEvent.FeedbackReminded;
import dev.rebound.events.FeedbackEvent.FeedbackRequestCancelled;
import dev.rebound.events.FeedbackEvent.FeedbackRequestExpired;
import dev.rebound.events.FeedbackEvent.FeedbackRequested;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand.Answer;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand.Cancel;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand.Decline;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand.ExpireWhenDue;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand.Open;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand.Remind;
import dev.rebound.feedback.feedbackrequest.GivenAnswer;
import dev.rebound.feedback.feedbackrequest.RequestFacts;
import dev.rebound.feedback.streams.RequestIds;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The command that leads to an event like another, on another request. */
final class Reissued {

  private Reissued() {}

  /**
   * The command.
   *
   * @param at when the event was
   * @param round that was under way
   * @return null where another command leads to it, or where its words are erased
   */
  static @Nullable FeedbackRequestCommand of(
      FeedbackEvent event, Instant at, int round, RequestFacts facts) {
    return switch (event) {
      case FeedbackRequested _ -> new Open(facts, at);
      case FeedbackReceived e -> answer(e, at);
      case FeedbackReminded e -> new Remind(e.remindedAt());
      case FeedbackDeclined e -> new Decline(round, e.reason(), at);
      case FeedbackRequestExpired _ -> new ExpireWhenDue(at);
      case FeedbackRequestCancelled _ -> new Cancel(at);
      // Follows from the answer.
      case FeedbackDetailRequested _ -> null;
    };
  }

  private static @Nullable Answer answer(FeedbackReceived e, Instant at) {
    String comments = e.comments();
    return comments == null
        ? null
        : new Answer(
            RequestIds.adopted(e.feedbackId()),
            e.round(),
            new GivenAnswer(comments, e.ratings(), e.stages(), e.decisive(), e.specificity()),
            at);
  }
}

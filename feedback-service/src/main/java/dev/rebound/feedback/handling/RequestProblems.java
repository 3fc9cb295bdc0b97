package dev.rebound.feedback.handling;

import dev.rebound.chassis.http.Problems;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestRefusal;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestRefusal.AlreadyOpened;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestRefusal.Closed;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestRefusal.NoSuchRequest;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestRefusal.NotDue;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestRefusal.OtherRound;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestRefusal.RemindedLately;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestRefusal.RemindedOftenEnough;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestRefusal.TimeIsUp;
import dev.rebound.feedback.feedbackrequest.RequestStatus;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import java.time.Instant;

/** What the refusals of a feedback request are called over HTTP. */
final class RequestProblems {

  private RequestProblems() {}

  static HttpProblem of(FeedbackRequestRefusal refusal, Instant now) {
    return switch (refusal) {
      case AlreadyOpened _ ->
          Problems.conflict(
              "already-asked", "This recruiter has been asked about this application already.");
      case NoSuchRequest _ -> Problems.notFound();
      case Closed(RequestStatus status) -> Problems.conflict("request-closed", closed(status));
      case OtherRound _ ->
          Problems.conflict("other-round", "Another answer came in meanwhile. Please look again.");
      case TimeIsUp _ -> Problems.conflict("request-closed", closed(RequestStatus.EXPIRED));
      case RemindedLately(Instant again) ->
          Problems.tooManyRequests(Duration.between(now, again).toSeconds() + 1);
      case RemindedOftenEnough(int most) ->
          Problems.conflict(
              "reminded-enough",
              "The recruiter was reminded %d times, as often as is kind.".formatted(most));
      case NotDue _ -> Problems.conflict("not-due", "It is not time for that yet.");
    };
  }

  private static String closed(RequestStatus status) {
    return switch (status) {
      case REQUESTED, DETAIL_REQUESTED -> "The request is open.";
      case RECEIVED -> "The request has been answered.";
      case DECLINED -> "The recruiter has declined to answer.";
      case EXPIRED -> "The time to answer is over.";
      case CANCELLED -> "The request was cancelled.";
    };
  }
}

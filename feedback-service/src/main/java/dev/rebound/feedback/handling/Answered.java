package dev.rebound.feedback.handling;

import dev.rebound.analysis.DepthQuestions;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.DetailRequested;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.Opened;
import dev.rebound.feedback.feedbackrequest.RequestStatus;
import dev.rebound.feedback.specificity.Specificity;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * What a recruiter hears back.
 *
 * @param status RECEIVED, or DETAIL_REQUESTED where a second letter is on its way
 * @param questions what the second letter asks, two to four; none where none is sent
 */
public record Answered(Specificity specificity, RequestStatus status, List<String> questions) {

  public Answered {
    questions = List.copyOf(questions);
  }

  /**
   * What to say about an answer that led to this state. It quotes what is better not sent; a repeat
   * does not, since its answer outlasts the candidate's key.
   */
  public static dev.rebound.chassis.http.Answer of(Specificity specificity, FeedbackRequest state) {
    Answered answered =
        new Answered(
            specificity,
            state instanceof Opened opened ? opened.status() : RequestStatus.RECEIVED,
            state instanceof DetailRequested again
                ? DepthQuestions.standard()
                    .about(again.missing(), again.facts().stages(), again.themes())
                : List.of());
    return new dev.rebound.chassis.http.Answer(
            Response.Status.CREATED.getStatusCode(), null, answered)
        .keeping(
            new Answered(specificity.withoutWarnings(), answered.status(), answered.questions()));
  }
}

package dev.rebound.feedback.invitations;

import dev.rebound.analysis.DepthQuestions;
import dev.rebound.events.StageKind;
import dev.rebound.events.Theme;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.DetailRequested;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.Requested;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.Waiting;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a recruiter sees when they open an invitation.
 *
 * @param candidate who asks
 * @param stages the stages that took place
 * @param themes the codes that can be rated or marked as decisive
 * @param questions in round 1 a few to start from, in round 2 about what is missing
 * @param message the candidate's own words
 */
public record OpenInvitation(
    PostingName posting,
    CandidateName candidate,
    List<StageKind> stages,
    List<Theme> themes,
    int round,
    List<String> questions,
    @Nullable String message,
    Instant expiresAt) {

  private static final List<Theme> THEMES =
      Arrays.stream(Theme.values()).filter(theme -> theme != Theme.UNSPECIFIED).toList();

  private static final List<String> FIRST_QUESTIONS =
      List.of(
          "What decided it?",
          "What did you see or hear that led to it? One example is enough.",
          "What went well?",
          "What is one thing to work on before the next interview?");

  /** What the application was for. */
  public record PostingName(@Nullable String title, @Nullable String company) {}

  /** The candidate's name, where it is told. */
  public record CandidateName(@Nullable String name) {}

  static OpenInvitation of(Waiting request) {
    return new OpenInvitation(
        new PostingName(request.facts().posting().title(), request.facts().posting().company()),
        new CandidateName(request.facts().candidateName()),
        request.facts().stages(),
        THEMES,
        request.round(),
        questions(request),
        request.facts().message(),
        request.expiresAt());
  }

  private static List<String> questions(Waiting request) {
    return switch (request) {
      case Requested _ -> FIRST_QUESTIONS;
      case DetailRequested again ->
          DepthQuestions.standard().about(again.missing(), again.facts().stages(), again.themes());
    };
  }
}

package dev.rebound.feedback.inviting;

import dev.rebound.analysis.DepthQuestions;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.DetailRequested;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.Requested;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.Waiting;
import dev.rebound.feedback.feedbackrequest.RequestFacts;
import dev.rebound.feedback.mail.Letter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The letters to recruiters: short, plain, kind. Words that a candidate typed stand on lines of
 * their own behind a mark, and after the link, so that they cannot pass for ours. Names and titles
 * alone stand among ours, as {@link TypedWords}.
 */
final class InvitationLetter {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private InvitationLetter() {}

  /**
   * Writes a letter.
   *
   * @param email the recruiter's address
   * @param link opens the invitation
   */
  static Letter write(Occasion occasion, Waiting request, String email, String link) {
    String role = role(request.facts());
    String who = who(request.facts().candidateName());
    return switch (occasion) {
      case INVITATION ->
          new Letter(
              email,
              who + " asks for your feedback: " + role,
              letter(
                  request,
                  "%s applied for %s, was turned down, and would like to learn from it."
                      .formatted(who, role),
                  "Two minutes of your time help: what decided it, and what could be better.",
                  link));
      case DEPTH ->
          new Letter(
              email,
              "Thank you, and a short question: " + role,
              letter(
                  request,
                  "Thank you for your answer. %s applied for %s.".formatted(who, role),
                  "A little more would make it something to work with:\n" + questions(request),
                  link));
      case REMINDER ->
          new Letter(
              email,
              "A reminder: %s hopes for your feedback, %s".formatted(who, role),
              letter(
                  request,
                  "%s applied for %s and still hopes for your feedback.".formatted(who, role),
                  reminder(request),
                  link));
    };
  }

  private static String letter(Waiting request, String opening, String wish, String link) {
    return """
    %s

    %s

    %s

    %s

    The link works without an account until %s, for one answer. You can also use it to decline; then you will not be asked about this application again.
    %s\
    """
        .formatted(
            greeting(request.facts().recruiter().name()),
            opening,
            wish,
            link,
            DAY.format(request.expiresAt().atOffset(ZoneOffset.UTC)),
            message(request.facts().message()));
  }

  private static String greeting(@Nullable String name) {
    String known = TypedWords.name(name);
    return known.isEmpty() ? "Hello," : "Hello " + known + ",";
  }

  private static String who(@Nullable String name) {
    String known = TypedWords.name(name);
    return known.isEmpty() ? "A candidate" : known;
  }

  private static String role(RequestFacts facts) {
    String title =
        TypedWords.title(Objects.requireNonNullElse(facts.posting().title(), "a position"));
    String company = facts.posting().company();
    return company == null ? title : title + " at " + TypedWords.title(company);
  }

  private static String reminder(Waiting request) {
    return switch (request) {
      case Requested _ -> "It takes two minutes, and one honest sentence is worth more than none.";
      case DetailRequested _ ->
          "Thank you for what you wrote. What would help most now:\n" + questions(request);
    };
  }

  private static String questions(Waiting request) {
    return request instanceof DetailRequested asked
        ? DepthQuestions.standard()
            .about(asked.missing(), asked.facts().stages(), asked.themes())
            .stream()
            .map(question -> "- " + question)
            .collect(Collectors.joining("\n"))
        : "";
  }

  private static String message(@Nullable String words) {
    return words == null
        ? ""
        : "\nThe candidate adds:\n"
            + words.lines().map(line -> "> " + line).collect(Collectors.joining("\n", "", "\n"));
  }
}

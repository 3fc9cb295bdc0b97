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
 * their own behind a mark, and after the link, so that they cannot pass for ours.
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
    return switch (occasion) {
      case INVITATION ->
          new Letter(
              email,
              "A candidate asks for your feedback: " + role,
              letter(
                  request,
                  "A candidate you turned down for %s would like to learn from it.".formatted(role),
                  "Two minutes of your time help: what decided it, and what could be better.",
                  link));
      case DEPTH ->
          new Letter(
              email,
              "Thank you, and a short question: " + role,
              letter(
                  request,
                  "Thank you for your answer about %s.".formatted(role),
                  "A little more would make it something to work with:\n" + questions(request),
                  link));
      case REMINDER ->
          new Letter(
              email,
              "A reminder: feedback for a candidate, " + role,
              letter(
                  request,
                  "A candidate for %s still hopes for your feedback.".formatted(role),
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
    return name == null ? "Hello," : "Hello " + oneLine(name) + ",";
  }

  private static String role(RequestFacts facts) {
    String title = Objects.requireNonNullElse(facts.posting().title(), "a position");
    String company = facts.posting().company();
    return oneLine(company == null ? title : title + " at " + company);
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

  /** A subject and a greeting are one line, whatever was typed. */
  private static String oneLine(String words) {
    return words.replaceAll("\\s+", " ").strip();
  }
}

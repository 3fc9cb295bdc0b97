package dev.rebound.feedback.requests;

import dev.rebound.analysis.DepthQuestions;
import dev.rebound.events.RequestOrigin;
import dev.rebound.events.StageKind;
import dev.rebound.feedback.feedbackrequest.RequestFacts;
import dev.rebound.feedback.feedbackrequest.RequestStatus;
import dev.rebound.feedback.requests.RequestRow.Judged;
import dev.rebound.feedback.requests.RequestWords.Asked;
import dev.rebound.feedback.requests.RequestWords.Contact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as the API shows it.
 *
 * @param round the latest round, 1 or 2
 * @param reminders how often the recruiter was reminded in this round
 * @param specificity how specific the latest answer was, null before the first
 * @param questions what is asked while more depth is waited for
 */
public record RequestView(
    UUID id,
    UUID applicationId,
    RequestStatus status,
    RequestOrigin origin,
    int round,
    PostingName posting,
    CandidateView candidate,
    ContactView recruiter,
    @Nullable String message,
    List<StageKind> stages,
    Instant requestedAt,
    Instant expiresAt,
    int reminders,
    @Nullable Specific specificity,
    List<String> questions,
    int version) {

  /** What the application was for. */
  public record PostingName(@Nullable String title, @Nullable String company) {}

  /** Who asks. */
  public record CandidateView(@Nullable String name) {}

  /** Who was asked. */
  public record ContactView(@Nullable String name, @Nullable String email) {}

  /**
   * How specific an answer was, as it was judged when it came in.
   *
   * @param reader the version of the reader that judged it; null where that was not kept
   */
  public record Specific(
      String level, double score, List<String> missing, @Nullable String reader) {}

  /** A request that was opened just now. */
  public static RequestView opened(
      RequestFacts facts, Instant requestedAt, Instant expiresAt, int version) {
    RequestWords words = RequestWords.of(facts);
    return new RequestView(
        facts.requestId(),
        facts.applicationId(),
        RequestStatus.REQUESTED,
        facts.origin(),
        1,
        posting(words.asked()),
        new CandidateView(words.asked().name()),
        contact(words.contact()),
        facts.message(),
        facts.stages(),
        requestedAt,
        expiresAt,
        0,
        null,
        List.of(),
        version);
  }

  static RequestView of(RequestRow row, RequestWords words) {
    return new RequestView(
        row.requestId(),
        row.applicationId(),
        row.status(),
        row.origin(),
        row.round(),
        posting(words.asked()),
        new CandidateView(words.asked().name()),
        contact(words.contact()),
        words.asked().message(),
        row.stages(),
        row.requestedAt(),
        row.expiresAt(),
        row.reminders(),
        specific(row.judged()),
        questions(row),
        row.version());
  }

  private static List<String> questions(RequestRow row) {
    Judged judged = row.judged();
    return judged == null || row.status() != RequestStatus.DETAIL_REQUESTED
        ? List.of()
        : DepthQuestions.standard().about(judged.missing(), row.stages(), judged.themes());
  }

  private static PostingName posting(Asked asked) {
    return new PostingName(asked.title(), asked.company());
  }

  private static ContactView contact(Contact contact) {
    return new ContactView(contact.name(), contact.email());
  }

  private static @Nullable Specific specific(@Nullable Judged judged) {
    return judged == null
        ? null
        : new Specific(
            judged.level().name(),
            judged.score(),
            judged.missing().stream().map(Enum::name).toList(),
            judged.reader());
  }
}

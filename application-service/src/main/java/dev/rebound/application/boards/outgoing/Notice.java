package dev.rebound.application.boards.outgoing;

import dev.rebound.events.ApplicationEvent.ApplicationSubmitted;
import dev.rebound.events.ApplicationEvent.ConsentChanged;
import dev.rebound.events.FeedbackEvent.FeedbackReceived;
import dev.rebound.events.FeedbackEvent.FeedbackRequested;
import dev.rebound.events.InsightsEvent.RefinementAccepted;
import dev.rebound.events.SpecificityLevel;
import dev.rebound.eventstore.StoredEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a board is told.
 *
 * @param candidate whom it tells of, and under whose key it is kept; null where it tells that there
 *     is no such key any more
 * @param at when it happened
 * @param data ids, codes, numbers and days; nothing that describes a person
 */
record Notice(
    NoticeType type, String board, @Nullable UUID candidate, Instant at, Map<String, Object> data) {

  /** What an event about feedback tells a board: nothing, one thing, or several. */
  static List<Notice> ofFeedback(StoredEvent stored) {
    String board = stored.metadata().board();
    if (board == null) {
      return List.of();
    }
    Instant at = stored.metadata().time();
    UUID candidate = stored.event().candidateId();
    if (stored.event() instanceof FeedbackRequested asked) {
      return List.of(new Notice(NoticeType.FEEDBACK_REQUESTED, board, candidate, at, asked(asked)));
    }
    // What a candidate recorded alone is none of a board's business. An answer that something led
    // to was given before: it is handed over to whom it waited for, and the board knows it.
    if (stored.event() instanceof FeedbackReceived answer
        && answer.requestId() != null
        && stored.metadata().causationId() == null) {
      Map<String, Object> data = answered(answer, answer.requestId());
      Notice received = new Notice(NoticeType.FEEDBACK_RECEIVED, board, candidate, at, data);
      return answer.specificity().level() == SpecificityLevel.GENERIC
          ? List.of(received, new Notice(NoticeType.FEEDBACK_GENERIC, board, candidate, at, data))
          : List.of(received);
    }
    return List.of();
  }

  /** That a candidate lets the board apply their search from now on, or no longer. */
  static Notice consent(StoredEvent stored, ConsentChanged changed) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("shareSearch", changed.shareSearch());
    data.put("eventId", stored.id().toString());
    return new Notice(
        NoticeType.CONSENT_CHANGED,
        changed.board(),
        changed.candidateId(),
        stored.metadata().time(),
        data);
  }

  /**
   * That a candidate has changed their search, and by which suggestion where it was one; by which
   * word is the candidate's own.
   */
  static Notice refined(StoredEvent stored, String board) {
    Map<String, Object> data = new LinkedHashMap<>();
    if (stored.event() instanceof RefinementAccepted accepted) {
      data.put("refinementId", accepted.refinementId().toString());
      data.put("kind", accepted.kind().name());
    }
    data.put("eventId", stored.id().toString());
    return new Notice(
        NoticeType.SEARCH_REFINED,
        board,
        stored.event().candidateId(),
        stored.metadata().time(),
        data);
  }

  /** That a candidate is erased here; of whom nothing may be kept, so it is under nobody's key. */
  static Notice erased(StoredEvent stored, String board) {
    Instant at = stored.metadata().time();
    return new Notice(
        NoticeType.SUBJECT_ERASED, board, null, at, Map.of("erasedAt", at.toString()));
  }

  /**
   * The same, with the ids by which the board knows the candidate; as it is where it knows none.
   */
  Notice about(List<String> externalIds) {
    return externalIds.isEmpty() ? this : naming("candidate", Map.of("externalIds", externalIds));
  }

  /** The same, with the ids under which the board has reported the application. */
  Notice about(ApplicationSubmitted reported) {
    Notice named =
        about(reported.boardCandidate() == null ? List.of() : List.of(reported.boardCandidate()));
    String application = reported.boardApplication();
    return application == null
        ? named
        : named.naming("application", Map.of("externalId", application));
  }

  /** The same with one thing more, which comes before all else. */
  private Notice naming(String name, Map<String, Object> ids) {
    Map<String, Object> more = new LinkedHashMap<>();
    more.put(name, ids);
    more.putAll(data);
    return new Notice(type, board, candidate, at, more);
  }

  /** The document that is sent; a type, a time and the data, as Standard Webhooks recommends. */
  Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", type.code());
    document.put("timestamp", at.toString());
    document.put("data", data);
    return document;
  }

  private static Map<String, Object> asked(FeedbackRequested asked) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("requestId", asked.requestId().toString());
    data.put("applicationId", asked.applicationId().toString());
    data.put("expiresAt", asked.expiresAt().toString());
    return data;
  }

  private static Map<String, Object> answered(FeedbackReceived answer, UUID requestId) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("feedbackId", answer.feedbackId().toString());
    data.put("requestId", requestId.toString());
    if (answer.applicationId() != null) {
      data.put("applicationId", answer.applicationId().toString());
    }
    data.put("receivedOn", answer.receivedOn().toString());
    data.put("round", answer.round());
    data.put("level", answer.specificity().level().name());
    data.put("score", answer.specificity().score());
    return data;
  }
}

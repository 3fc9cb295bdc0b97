package dev.rebound.application.boards.outgoing;

import dev.rebound.events.FeedbackEvent.FeedbackReceived;
import dev.rebound.events.FeedbackEvent.FeedbackRequested;
import dev.rebound.events.SpecificityLevel;
import dev.rebound.eventstore.StoredEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a board is told.
 *
 * @param at when it happened
 * @param data ids, codes, numbers and days; nothing that names or describes a person
 */
record Notice(NoticeType type, String board, Instant at, Map<String, Object> data) {

  /** What an event tells a board: nothing, one thing, or several. */
  static List<Notice> of(StoredEvent stored) {
    String board = stored.metadata().board();
    if (board == null) {
      return List.of();
    }
    Instant at = stored.metadata().time();
    return switch (stored.event()) {
      case FeedbackRequested asked ->
          List.of(new Notice(NoticeType.FEEDBACK_REQUESTED, board, at, asked(asked)));
      // What a candidate recorded alone is none of a board's business.
      case FeedbackReceived answer when answer.requestId() != null -> {
        Notice received = new Notice(NoticeType.FEEDBACK_RECEIVED, board, at, answered(answer));
        yield answer.specificity().level() == SpecificityLevel.GENERIC
            ? List.of(received, received.as(NoticeType.FEEDBACK_GENERIC))
            : List.of(received);
      }
      default -> List.of();
    };
  }

  private Notice as(NoticeType other) {
    return new Notice(other, board, at, data);
  }

  private static Map<String, Object> asked(FeedbackRequested asked) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("requestId", asked.requestId().toString());
    data.put("applicationId", asked.applicationId().toString());
    data.put("expiresAt", asked.expiresAt().toString());
    return data;
  }

  private static Map<String, Object> answered(FeedbackReceived answer) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("feedbackId", answer.feedbackId().toString());
    data.put("requestId", String.valueOf(answer.requestId()));
    if (answer.applicationId() != null) {
      data.put("applicationId", answer.applicationId().toString());
    }
    data.put("receivedOn", answer.receivedOn().toString());
    data.put("round", answer.round());
    data.put("level", answer.specificity().level().name());
    data.put("score", answer.specificity().score());
    return data;
  }

  /** The document that is sent; a type, a time and the data, as Standard Webhooks recommends. */
  Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", type.code());
    document.put("timestamp", at.toString());
    document.put("data", data);
    return document;
  }
}

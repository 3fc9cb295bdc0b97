package dev.rebound.insights.feedbackquality;

import dev.rebound.events.FeedbackEvent.FeedbackReceived;
import dev.rebound.events.FeedbackEvent.FeedbackRequested;
import dev.rebound.events.FeedbackSpecificity;
import dev.rebound.events.Theme;
import dev.rebound.eventstore.StoredEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of events says of one request.
 *
 * @param asked whom it concerns and since when; null where the batch does not say
 * @param answeredAt the first answer in the batch
 * @param specific whether one of the answers named a cause, however thinly
 */
record Outcome(
    UUID requestId, @Nullable Asked asked, @Nullable Instant answeredAt, boolean specific) {

  /**
   * A request of a board.
   *
   * @param event that says so
   * @param cause of that event; where it was handed over to whom it waited for, the former request
   */
  record Asked(String board, UUID candidateId, Instant at, UUID event, @Nullable UUID cause) {}

  /** What a batch says, request by request; requests without a board are nobody's. */
  static Collection<Outcome> of(List<StoredEvent> batch) {
    Map<UUID, Outcome> outcomes = new LinkedHashMap<>();
    for (StoredEvent stored : batch) {
      Instant at = stored.metadata().time();
      switch (stored.event()) {
        case FeedbackRequested asked when asked.board() != null ->
            outcomes.put(
                asked.requestId(),
                new Outcome(
                    asked.requestId(),
                    new Asked(
                        asked.board(),
                        asked.candidateId(),
                        at,
                        stored.id(),
                        stored.metadata().causationId()),
                    null,
                    false));
        case FeedbackReceived answer when answer.requestId() != null ->
            outcomes.merge(
                answer.requestId(),
                new Outcome(answer.requestId(), null, at, namesCause(answer)),
                Outcome::and);
        default -> {
          // Says nothing about how a request was answered.
        }
      }
    }
    return outcomes.values();
  }

  /**
   * Words that nobody could read are stored as PARTIAL as well, with nothing found and nothing
   * missing: then only what was ticked names a cause.
   */
  private static boolean namesCause(FeedbackReceived answer) {
    FeedbackSpecificity judged = answer.specificity();
    return switch (judged.level()) {
      case SPECIFIC -> true;
      case PARTIAL ->
          judged.score() > 0
              || !judged.missing().isEmpty()
              || answer.decisive().stream().anyMatch(Theme::namesCause);
      case GENERIC -> false;
    };
  }

  private Outcome and(Outcome later) {
    return new Outcome(
        requestId,
        asked,
        answeredAt == null ? later.answeredAt : answeredAt,
        specific || later.specific);
  }
}

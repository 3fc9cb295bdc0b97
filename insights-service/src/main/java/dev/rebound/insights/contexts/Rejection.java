package dev.rebound.insights.contexts;

import dev.rebound.delivery.ReadText;
import dev.rebound.events.RejectionReason;
import dev.rebound.events.RejectionSource;
import dev.rebound.events.StageKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rejection.
 *
 * @param stage where it ended, where that is known
 * @param evidence what message and reason were read as
 * @param texts who read which of the texts, and what came of it, by where they stand
 */
public record Rejection(
    UUID eventId,
    @Nullable StageKind stage,
    LocalDate rejectedOn,
    RejectionSource source,
    @Nullable RejectionReason reason,
    @Nullable String message,
    List<Evidence> evidence,
    Map<String, ReadText> texts) {

  public Rejection {
    evidence = evidence == null ? List.of() : List.copyOf(evidence);
    texts = texts == null ? Map.of() : Map.copyOf(texts);
  }
}

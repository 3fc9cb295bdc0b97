package dev.rebound.insights.contexts;

import dev.rebound.delivery.ReadText;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one event says of the candidate, as it was read.
 *
 * @param applicationId the application it is about, where it is about one
 * @param contextId the application, or the piece of feedback that belongs to none
 * @param at the day it was said
 * @param reflection where it is one; it may have replaced others
 * @param evidence what words and ratings were read as; corrections are not applied
 * @param texts who read which of the texts, and what came of it, by where they stand
 */
record Said(
    UUID eventId,
    @Nullable UUID applicationId,
    UUID contextId,
    EvidenceSource source,
    LocalDate at,
    @Nullable Reflection reflection,
    List<Evidence> evidence,
    Map<String, ReadText> texts) {

  static Said in(UUID application, Rejection rejection) {
    return new Said(
        rejection.eventId(),
        application,
        application,
        EvidenceSource.REJECTION,
        rejection.rejectedOn(),
        null,
        rejection.evidence(),
        rejection.texts());
  }

  static Said in(UUID application, Reflection reflection) {
    return new Said(
        reflection.eventId(),
        application,
        application,
        EvidenceSource.REFLECTION,
        reflection.completedOn(),
        reflection,
        reflection.evidence(),
        reflection.texts());
  }

  /**
   * Feedback.
   *
   * @param application null where it belongs to none
   */
  static Said in(@Nullable UUID application, FeedbackGiven given) {
    return new Said(
        given.eventId(),
        application,
        application == null ? given.feedbackId() : application,
        EvidenceSource.of(given.source()),
        given.receivedOn(),
        null,
        given.evidence(),
        given.texts());
  }

  /** The events whose words these are a later version of, oldest first. */
  List<UUID> formerEvents() {
    return reflection == null ? List.of() : reflection.formerEvents();
  }
}

package dev.rebound.insights.search.refinements;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.insights.contexts.Evidence;
import dev.rebound.insights.contexts.EvidenceSource;
import dev.rebound.insights.contexts.Reflection;
import dev.rebound.insights.contexts.Rejection;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a suggested change rests on.
 *
 * @param contextId the application it is of
 * @param quote the words; null for an outcome
 * @param confidence above 0 and at most 1; what the candidate or an outcome says is sure
 */
public record RefinementEvidence(
    UUID id,
    UUID eventId,
    UUID applicationId,
    UUID contextId,
    EvidenceSource source,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String quote,
    double confidence,
    LocalDate at) {

  /** By the day it was said. */
  static final Comparator<RefinementEvidence> OLDEST_FIRST =
      Comparator.comparing(RefinementEvidence::at).thenComparing(RefinementEvidence::id);

  static RefinementEvidence of(UUID applicationId, Evidence said) {
    return new RefinementEvidence(
        said.id(),
        said.eventId(),
        applicationId,
        applicationId,
        said.source(),
        said.quote(),
        said.confidence(),
        said.at());
  }

  /**
   * Something the candidate said of a role.
   *
   * @param place where in the reflection it stands, such as {@code component/3}
   */
  static RefinementEvidence of(
      UUID applicationId, Reflection reflection, String place, @Nullable String quote) {
    return new RefinementEvidence(
        UuidCreator.getNameBasedSha1(reflection.eventId(), place),
        reflection.eventId(),
        applicationId,
        applicationId,
        EvidenceSource.REFLECTION,
        quote,
        1,
        reflection.completedOn());
  }

  /** That an application ended in a rejection. */
  static RefinementEvidence of(UUID applicationId, Rejection rejection) {
    return new RefinementEvidence(
        UuidCreator.getNameBasedSha1(rejection.eventId(), "outcome"),
        rejection.eventId(),
        applicationId,
        applicationId,
        EvidenceSource.REJECTION,
        null,
        1,
        rejection.rejectedOn());
  }
}

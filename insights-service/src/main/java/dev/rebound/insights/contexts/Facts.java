package dev.rebound.insights.contexts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is known of one context of a candidate, or of the candidate's own decisions.
 *
 * <p>Stored as JSON under the names written down here. A change of shape that old rows do not fit
 * needs a rebuild of the projection.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ApplicationFacts.class, name = "APPLICATION"),
  @JsonSubTypes.Type(value = FeedbackFacts.class, name = "FEEDBACK"),
  @JsonSubTypes.Type(value = CandidateFacts.class, name = "CANDIDATE")
})
public sealed interface Facts permits ApplicationFacts, FeedbackFacts, CandidateFacts {

  /** Whose facts they are. */
  UUID candidateId();

  /** The application's or feedback's id, or the candidate's. */
  UUID id();

  /**
   * The last version taken from each stream, by the stream's name: what makes an event that is
   * delivered again change nothing.
   */
  Map<String, Integer> taken();

  /** What was said in it, event by event, as it was read; corrections are not applied. */
  List<Said> said();
}

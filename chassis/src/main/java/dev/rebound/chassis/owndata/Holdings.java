package dev.rebound.chassis.owndata;

import dev.rebound.eventstore.StreamId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where a service holds something of a candidate. One bean a service. */
public interface Holdings {

  /** The streams whose events tell of a candidate. */
  Uni<List<StreamId>> streams(UUID candidate);

  /** What is held in words beside the events, such as drafts; by what it is called. */
  default Uni<Map<String, Object>> beside(UUID candidate) {
    return Uni.createFrom().item(Map.of());
  }

  /**
   * Statements that delete every row there is of some candidates, in this order and in one
   * transaction; {@code $1} is an array of the candidates' ids.
   */
  List<String> deletions();
}

package dev.rebound.insights.streams;

import dev.rebound.eventstore.StreamId;
import java.util.UUID;

/** The names of streams that more than one folder needs. */
public final class Streams {

  private Streams() {}

  /** The stream of how a candidate wants evidence read. */
  public static StreamId reading(UUID candidateId) {
    return new StreamId("reading", candidateId);
  }
}

package dev.rebound.application.streams;

import dev.rebound.eventstore.StreamId;
import java.util.UUID;

/** The names of the streams. */
public final class Streams {

  private Streams() {}

  /** The stream of an application. */
  public static StreamId application(UUID applicationId) {
    return new StreamId("application", applicationId);
  }

  /** The stream of the reflection on an application. */
  public static StreamId reflection(UUID applicationId) {
    return new StreamId("reflection", applicationId);
  }

  /** The stream of a candidate as somebody who can be forgotten. */
  public static StreamId subject(UUID candidateId) {
    return new StreamId("subject", candidateId);
  }

  /** The stream of a candidate's consents. */
  public static StreamId consents(UUID candidateId) {
    return new StreamId("consents", candidateId);
  }
}

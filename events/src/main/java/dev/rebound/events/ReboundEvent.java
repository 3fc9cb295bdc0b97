package dev.rebound.events;

import java.util.UUID;

/** Something that happened, as it is stored and published. One sealed interface per topic. */
public sealed interface ReboundEvent permits ApplicationEvent, FeedbackEvent, InsightsEvent {

  /** The candidate it belongs to: the owner of the stream and the key of the Kafka record. */
  UUID candidateId();
}

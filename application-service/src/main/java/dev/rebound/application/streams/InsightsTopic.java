package dev.rebound.application.streams;

import dev.rebound.chassis.events.EventPath;
import dev.rebound.events.Topic;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Brings what candidates decide on their searches to what tells boards of it. */
@ApplicationScoped
public class InsightsTopic {

  private final EventPath path;

  /** Wired by the container. */
  @Inject
  public InsightsTopic(EventPath path) {
    this.path = path;
  }

  /** Takes a batch; the next one comes when it is dealt with. */
  @Incoming("insights")
  public Uni<Void> take(ConsumerRecords<byte[], byte[]> batch) {
    return path.accept(Topic.INSIGHTS, batch);
  }
}

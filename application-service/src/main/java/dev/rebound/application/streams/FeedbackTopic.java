package dev.rebound.application.streams;

import dev.rebound.chassis.events.EventPath;
import dev.rebound.events.Topic;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Brings what happens when feedback is asked for and given to what tells boards of it. */
@ApplicationScoped
public class FeedbackTopic {

  private final EventPath path;

  /** Wired by the container. */
  @Inject
  public FeedbackTopic(EventPath path) {
    this.path = path;
  }

  /** Takes a batch; the next one comes when it is dealt with. */
  @Incoming("feedback")
  public Uni<Void> take(ConsumerRecords<byte[], byte[]> batch) {
    return path.accept(Topic.FEEDBACK, batch);
  }
}

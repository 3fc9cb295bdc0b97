package dev.rebound.chassis.events;

import dev.rebound.events.Topic;
import dev.rebound.eventstore.Backoff;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Begins each partition where this service's own database left off, whatever the broker remembers:
 * the offsets are kept with the effects, in one transaction.
 */
@ApplicationScoped
@Identifier("watermarks")
public class Assignment implements KafkaConsumerRebalanceListener {

  private static final Logger LOG = Logger.getLogger(Assignment.class);

  /** Well below {@code max.poll.interval.ms}, after which the broker gives partitions away. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final EventPath path;
  private final Set<TopicPartition> assigned = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  /** Wired by the container. */
  @Inject
  public Assignment(EventPath path) {
    this.path = path;
  }

  /**
   * While the service stops its consumers leave one by one, and each that is left is assigned the
   * others' partitions: there is nothing to wait for, and who waited would not leave in time, which
   * the next start would have to wait for.
   */
  void stop(@Observes ShutdownEvent stopping) {
    this.stopping = true;
  }

  /** The partitions that this process reads now. */
  public Set<TopicPartition> assigned() {
    return Set.copyOf(assigned);
  }

  /**
   * Seeks. Where the database does not answer for two minutes the consumer begins at the beginning,
   * which is slow and right: what the handlers have, they skip.
   */
  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    Map<String, List<Integer>> byTopic =
        partitions.stream()
            .collect(
                Collectors.groupingBy(
                    TopicPartition::topic,
                    Collectors.mapping(TopicPartition::partition, Collectors.toList())));
    byTopic.forEach((address, parts) ->
        offsets(topic(address), parts)
            .forEach((partition, offset) ->
                consumer.seek(new TopicPartition(address, partition), offset)));
    if (stopping) {
      // Nobody takes records any more; what is passed over now is read at the next start.
      consumer.seekToEnd(partitions);
    }
    assigned.addAll(partitions);
  }

  @Override
  public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    partitions.forEach(assigned::remove);
  }

  @Override
  public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    partitions.forEach(assigned::remove);
  }

  private Map<Integer, Long> offsets(Topic topic, List<Integer> partitions) {
    Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!stopping) {
      try {
        return path.nextOffsets(topic, partitions);
      } catch (RuntimeException failure) {
        LOG.warnf("Waiting for the watermarks: %s", failure.getClass().getSimpleName());
        if (Instant.now().isAfter(deadline)) {
          return Map.of();
        }
      }
      try {
        backoff.pause();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return Map.of();
      }
    }
    return Map.of();
  }

  private static Topic topic(String address) {
    return Arrays.stream(Topic.values())
        .filter(topic -> topic.address().equals(address))
        .findFirst()
        .orElseThrow();
  }
}

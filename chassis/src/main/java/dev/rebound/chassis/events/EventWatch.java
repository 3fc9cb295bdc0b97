package dev.rebound.chassis.events;

import dev.rebound.delivery.Delivery;
import dev.rebound.delivery.TopicConsumer;
import dev.rebound.delivery.UnreadPartitions;
import dev.rebound.eventstore.relay.Relay;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Watches from outside whether events flow: compares the broker's offsets with the handlers'
 * watermarks every {@link #PERIOD}, and tells the handlers where nothing is left. Where records
 * wait, nothing moves and nothing says why for 90 seconds, the process counts as dead, so that it
 * is started anew: a channel can stop while the rest of the service works on.
 *
 * <p>A process answers for the partitions that it reads, and every process for those that nobody
 * reads: a channel that stopped between two assignments has none.
 *
 * <p>While the broker or the database does not answer nothing is concluded; a restart would not
 * help.
 */
@Liveness
@ApplicationScoped
public class EventWatch implements HealthCheck {

  private static final Logger LOG = Logger.getLogger(EventWatch.class);
  private static final Duration PERIOD = Duration.ofSeconds(15);
  private static final Duration DEAD_AFTER = Duration.ofSeconds(90);
  private static final long TIMEOUT_SECONDS = 10;

  private final EventPath path;
  private final Assignment assignment;
  private final String group;
  private final Map<String, Object> kafka;
  private final Map<TopicPartition, Waiting> waiting = new ConcurrentHashMap<>();
  private @Nullable Thread thread;
  private volatile @Nullable Instant brokerAnswersSince;

  /** What waits in a partition, and since when nothing of it has moved. */
  private record Waiting(long records, long next, Instant since) {}

  /** Wired by the container. */
  @Inject
  public EventWatch(
      EventPath path,
      @Identifier("watermarks") Assignment assignment,
      @ConfigProperty(name = "mp.messaging.connector.smallrye-kafka.group.id") String group,
      @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.path = path;
    this.assignment = assignment;
    this.group = group;
    this.kafka = Map.copyOf(kafka);
  }

  void start(@Observes StartupEvent started) {
    thread = Thread.ofVirtual().name("event-watch").start(this::run);
  }

  void stop(@Observes ShutdownEvent stopping) {
    if (thread != null) {
      thread.interrupt();
    }
  }

  @Override
  public HealthCheckResponse call() {
    boolean flowing = !isRelayStuck() && !isConsumerStuck();
    return HealthCheckResponse.named("events flow").status(flowing).build();
  }

  private boolean isRelayStuck() {
    Relay.Status status = path.relay();
    Instant since = brokerAnswersSince;
    Instant limit = Instant.now().minus(DEAD_AFTER);
    return status.active()
        && since != null
        && since.isBefore(limit)
        && status.lastProgress().isBefore(limit)
        && status.lag().compareTo(DEAD_AFTER) > 0;
  }

  private boolean isConsumerStuck() {
    Instant limit = Instant.now().minus(DEAD_AFTER);
    return path.deliveries().stream().noneMatch(Delivery::retrying)
        && path.consumers().stream().noneMatch(TopicConsumer::retrying)
        && waiting.values().stream()
            .anyMatch(partition -> partition.records() > 0 && partition.since().isBefore(limit));
  }

  private void run() {
    try {
      while (true) {
        TimeUnit.SECONDS.sleep(PERIOD.toSeconds());
        look();
      }
    } catch (InterruptedException stopped) {
      // Only stop() interrupts.
    }
  }

  private void look() throws InterruptedException {
    try (Admin admin = Admin.create(kafka)) {
      Collection<TopicPartition> partitions =
          UnreadPartitions.with(
              assignment.assigned(),
              admin,
              group,
              path.consumers().stream().map(consumer -> consumer.topic().address()).toList());
      waiting.keySet().retainAll(partitions);
      Map<TopicPartition, Long> ends = ends(admin, partitions);
      for (TopicConsumer consumer : path.consumers()) {
        note(consumer, ends);
      }
      if (brokerAnswersSince == null) {
        brokerAnswersSince = Instant.now();
      }
    } catch (ExecutionException | TimeoutException | RuntimeException failure) {
      LOG.debugf("nothing to conclude: %s", failure.getClass().getSimpleName());
      brokerAnswersSince = null;
      waiting.clear();
      path.consumers().forEach(TopicConsumer::unsure);
    }
  }

  private static Map<TopicPartition, Long> ends(Admin admin, Collection<TopicPartition> partitions)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<TopicPartition, OffsetSpec> asked =
        partitions.stream()
            .collect(Collectors.toMap(partition -> partition, any -> OffsetSpec.latest()));
    if (asked.isEmpty()) {
      admin.describeCluster().clusterId().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      return Map.of();
    }
    Map<TopicPartition, ListOffsetsResultInfo> found =
        admin.listOffsets(asked).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    return found.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
  }

  private void note(TopicConsumer consumer, Map<TopicPartition, Long> ends) {
    Map<Integer, Long> ofTopic =
        ends.entrySet().stream()
            .filter(end -> end.getKey().topic().equals(consumer.topic().address()))
            .collect(Collectors.toMap(end -> end.getKey().partition(), Map.Entry::getValue));
    if (ofTopic.isEmpty()) {
      consumer.left();
      return;
    }
    consumer
        .nextOffsets(ofTopic.keySet())
        .forEach((partition, next) -> {
          long left = Math.max(0, ofTopic.getOrDefault(partition, 0L) - next);
          waiting.merge(
              new TopicPartition(consumer.topic().address(), partition),
              new Waiting(left, next, Instant.now()),
              (before, now) ->
                  before.next() == now.next() && before.records() > 0
                      ? new Waiting(now.records(), now.next(), before.since())
                      : now);
        });
    if (waitingOf(consumer.topic().address()) == 0) {
      consumer.idle();
    }
  }

  /**
   * How many records of a topic wait in the partitions that this process reads, or nobody; not a
   * number while it cannot be told.
   */
  double lag(String topic) {
    return brokerAnswersSince == null ? Double.NaN : waitingOf(topic);
  }

  private long waitingOf(String topic) {
    return waiting.entrySet().stream()
        .filter(partition -> partition.getKey().topic().equals(topic))
        .mapToLong(partition -> partition.getValue().records())
        .sum();
  }
}

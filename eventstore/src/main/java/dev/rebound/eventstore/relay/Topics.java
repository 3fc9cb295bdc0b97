package dev.rebound.eventstore.relay;

import dev.rebound.events.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The topics a service needs, made where they are missing; what exists is left as it is.
 *
 * @param kafka how to reach the broker
 * @param partitions of the events' topic; cannot be changed later without breaking the order per
 *     candidate
 * @param replication copies of each partition; 3 in production
 */
public record Topics(Map<String, Object> kafka, int partitions, int replication) {

  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(14);

  /** More than the largest event with its headers, whatever the broker's own bound is. */
  private static final int MAX_RECORD_BYTES = 1 << 20;

  /**
   * Makes the service's own topic, kept for good, and that of the dead letters, kept for 14 days.
   * Blocking.
   *
   * @throws ExecutionException where the broker cannot be reached or refuses
   */
  void ensure(Topic own) throws ExecutionException, InterruptedException {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
    try (Admin admin = Admin.create(settings)) {
      List<NewTopic> wanted =
          List.of(
              topic(own.address(), partitions, Duration.ofMillis(-1)),
              topic(Topic.DEAD_LETTERS, 1, DEAD_LETTERS_KEPT));
      for (KafkaFuture<Void> made : admin.createTopics(wanted).values().values()) {
        await(made);
      }
    }
  }

  /** Bounded by time alone, and safe on all copies but one before it is acknowledged. */
  private NewTopic topic(String name, int parts, Duration kept) {
    return new NewTopic(name, Optional.of(parts), Optional.of((short) replication))
        .configs(
            Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG, Long.toString(kept.toMillis()),
                TopicConfig.RETENTION_BYTES_CONFIG, "-1",
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_RECORD_BYTES),
                TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                    Integer.toString(Math.max(1, replication - 1))));
  }

  private static void await(KafkaFuture<Void> made)
      throws ExecutionException, InterruptedException {
    try {
      made.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException refused) {
      if (!(refused.getCause() instanceof TopicExistsException)) {
        throw refused;
      }
    } catch (java.util.concurrent.TimeoutException late) {
      throw new ExecutionException(late);
    }
  }
}

package dev.rebound.benchmarks;

import dev.rebound.localstack.Trouble;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * The gate behind which a figure counts: the events of what was answered are what the event table
 * has more, what the topic has more as distinct events, and what insights-service has applied more.
 */
final class Integrity {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final String APPLIED = "select coalesce(sum(revision), 0) from context";

  private static final String TAKEN =
      """
      select coalesce(sum(position + 1), 0) from watermark
      where handler = 'contexts' and source = 'rebound.applications'
      """;

  private final Ground ground;
  private final long stored;
  private final long applied;
  private final Map<TopicPartition, Long> ends;

  private Integrity(Ground ground, long stored, long applied, Map<TopicPartition, Long> ends) {
    this.ground = ground;
    this.stored = stored;
    this.applied = applied;
    this.ends = ends;
  }

  /** Returns once insights-service has all that is stored by now. */
  static long awaitAll(Ground ground) throws SQLException, InterruptedException {
    long stored = stored(ground);
    awaitApplied(ground, stored, LIMIT);
    return stored;
  }

  /** Waits until all that is under way has arrived, and notes where things stand. */
  static Integrity begin(Ground ground) throws SQLException, InterruptedException {
    long stored = awaitAll(ground);
    try (KafkaConsumer<byte[], byte[]> consumer = Topic.consumer(ground)) {
      return new Integrity(
          ground, stored, applied(ground), Topic.ends(consumer, Topic.APPLICATIONS));
    }
  }

  /**
   * Fails where the counts differ once everything has arrived, or answers were of several kinds.
   *
   * @param answered the events that answers have promised
   */
  void require(long answered, Map<Integer, Long> statuses)
      throws SQLException, InterruptedException {
    if (statuses.size() != 1) {
      throw new Trouble("The figures do not count: the answers were " + statuses + ".");
    }
    require(answered);
  }

  /** Fails where the counts differ once everything has arrived. */
  void require(long answered) throws SQLException, InterruptedException {
    long storedNow = awaitAll(ground);
    long appended = storedNow - stored;
    long published = published();
    long appliedMore = applied(ground) - applied;
    if (appended != answered || published != answered || appliedMore != answered) {
      throw new Trouble(
          "The figures do not count: answered %d, stored %d, published %d, applied %d."
              .formatted(answered, appended, published, appliedMore));
    }
  }

  private long published() {
    return published(ground, ends);
  }

  /** Fails where the topic has not exactly so many events, whatever comes twice. */
  static void requirePublished(Ground ground, long events) {
    long published = published(ground, Map.of());
    if (published != events) {
      throw new Trouble("The topic has %d events of %d.".formatted(published, events));
    }
  }

  private static long published(Ground ground, Map<TopicPartition, Long> from) {
    Set<UUID> ids = new HashSet<>();
    try (KafkaConsumer<byte[], byte[]> consumer = Topic.consumer(ground)) {
      Set<TopicPartition> all = Topic.ends(consumer, Topic.APPLICATIONS).keySet();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      from.forEach(consumer::seek);
      Map<TopicPartition, Long> now = Topic.ends(consumer, Topic.APPLICATIONS);
      while (now.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          byte[] id = record.headers().lastHeader("ce_id").value();
          ids.add(UUID.fromString(new String(id, StandardCharsets.US_ASCII)));
        }
      }
    }
    return ids.size();
  }

  /** Returns once insights-service has so many events. */
  static void awaitApplied(Ground ground, long stored, Duration limit)
      throws SQLException, InterruptedException {
    Instant deadline = Instant.now().plus(limit);
    while (applied(ground) < stored) {
      if (Instant.now().isAfter(deadline)) {
        throw new Trouble(
            "After %s insights has %d events of %d.".formatted(limit, applied(ground), stored));
      }
      Thread.sleep(POLL.toMillis());
    }
  }

  /** Fails where the projection has not exactly so many events. */
  static void requireApplied(Ground ground, long events) throws SQLException {
    long applied = applied(ground);
    if (applied != events) {
      throw new Trouble("insights has %d events of %d.".formatted(applied, events));
    }
  }

  /** How many events application-service has stored. */
  static long stored(Ground ground) throws SQLException {
    return ground.number("application", "select count(*) from event");
  }

  /**
   * How many records of the topic insights-service is through with: the same as {@link #applied}
   * where nothing but history was read, and asked for at no cost.
   */
  static long taken(Ground ground) throws SQLException {
    return ground.number("insights", TAKEN);
  }

  /** How many events insights-service has applied. */
  static long applied(Ground ground) throws SQLException {
    return ground.number("insights", APPLIED);
  }
}

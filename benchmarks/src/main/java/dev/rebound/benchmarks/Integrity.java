package dev.rebound.benchmarks;

import dev.rebound.localstack.Trouble;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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

  /** Waits until all that is under way has arrived, and notes where things stand. */
  static Integrity begin(Ground ground) throws SQLException, InterruptedException {
    long stored = stored(ground);
    awaitApplied(ground, stored, LIMIT);
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
    long storedNow = stored(ground);
    awaitApplied(ground, storedNow, LIMIT);
    long appended = storedNow - stored;
    long published = published();
    long appliedMore = applied(ground) - applied;
    if (statuses.size() != 1
        || appended != answered
        || published != answered
        || appliedMore != answered) {
      throw new Trouble(
          "The figures do not count: answered %s, stored %d, published %d, applied %d."
              .formatted(statuses, appended, published, appliedMore));
    }
  }

  /** Takes the rows away that pgbench wrote, which no service would know what to do with. */
  static void forgetPgbench(Ground ground) throws SQLException, InterruptedException {
    ground.execute("application", "delete from event where convert_from(data, 'UTF8') like 'xxx%'");
    ground.execute("application", "vacuum analyze event");
  }

  private long published() {
    Set<String> ids = new HashSet<>();
    try (KafkaConsumer<byte[], byte[]> consumer = Topic.consumer(ground)) {
      consumer.assign(ends.keySet());
      ends.forEach(consumer::seek);
      Map<TopicPartition, Long> now = Topic.ends(consumer, Topic.APPLICATIONS);
      while (now.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          ids.add(new String(record.headers().lastHeader("ce_id").value()));
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

  /** How many events application-service has stored. */
  static long stored(Ground ground) throws SQLException {
    return ground.number("application", "select count(*) from event");
  }

  /** How many events insights-service has applied. */
  static long applied(Ground ground) throws SQLException {
    return ground.number("insights", APPLIED);
  }
}

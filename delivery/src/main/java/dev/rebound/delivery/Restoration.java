package dev.rebound.delivery;

import dev.rebound.delivery.Delivery.Source;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.Backoff;
import dev.rebound.eventstore.postgres.AppendStatement;
import dev.rebound.eventstore.postgres.SealedEvent;
import dev.rebound.eventstore.postgres.SessionLock;
import dev.rebound.eventstore.relay.CloudEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Brings a service's events back from its own topic into an event table that is empty, because it
 * is new or because the database was lost. What is stored is what is published, so the table is
 * what it was, but for what was never published; the views follow from it as ever.
 *
 * <p>It is one transaction, so that a process that dies meanwhile leaves nothing. The relay does
 * not send these events again, and the service's reactions to its own events do not get them, but
 * for those that {@linkplain Reaction#takesRestored say so}: a letter that was written is not
 * written twice. One that was still to be written is lost with the database.
 */
public final class Restoration {

  private static final Logger LOG = Logger.getLogger(Restoration.class);
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** How long the broker may be away while nobody knows whether there is anything to bring back. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String EMPTY = "select not exists (select from event) as empty";

  /** The versions of a stream come in order, whatever else is between them. */
  private static final String INSERT =
      """
      insert into event
        (stream, version, id, type, candidate, board, correlation, causation, time, data, trace)
      select stream, version, id, type, candidate, board, correlation, causation, time, data, trace
      from unnest($1::text[], $2::int[], $3::uuid[], $4::text[], $5::uuid[], $6::text[],
        $7::uuid[], $8::uuid[], $9::timestamptz[], $10::bytea[], $11::text[]) with ordinality
        as e (stream, version, id, type, candidate, board, correlation, causation, time, data,
          trace, nr)
      order by nr
      on conflict do nothing
      """;

  private static final String NOTE =
      """
      insert into watermark (handler, source, partition, tx, position)
      select $1, $2, 0, tx::text::bigint, position from event order by event.tx desc, position desc
      limit 1
      on conflict (handler, source, partition) do update
      set tx = excluded.tx, position = excluded.position
      """;

  private final Topic own;
  private final Pool pool;
  private final Map<String, Object> kafka;
  private Instant heard = Instant.MIN;

  /** A restoration of the events of this topic into the pool's database. */
  public Restoration(Topic own, Pool pool, Map<String, Object> kafka) {
    this.own = own;
    this.pool = pool;
    this.kafka = new HashMap<>(kafka);
    this.kafka.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
  }

  /**
   * Restores, where there is anything to restore. Blocking; to be called before anything is
   * appended, relayed or delivered.
   *
   * @param reactions those that are not to be given these events again
   * @return how many events were brought back
   * @throws IllegalStateException where the table is empty and the broker has not answered for a
   *     minute, be it in the middle of the restoring: a service that begins anew beside its own
   *     history would contradict it
   */
  public long run(Collection<String> reactions) throws InterruptedException {
    Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(2));
    heard = Instant.now();
    while (isEmpty(pool)) {
      // Another process may be at it, and may be through when it is our turn.
      Optional<SessionLock> lock = SessionLock.tryTake(pool, "rebound restoration");
      if (lock.isPresent()) {
        try (SessionLock held = lock.get();
            TopicReader reader = new TopicReader(kafka, own)) {
          return isEmpty(held.connection()) ? restore(reader, reactions) : 0;
        } catch (KafkaException away) {
          if (Instant.now().isAfter(heard.plus(PATIENCE))) {
            throw new IllegalStateException(
                "The event table is empty and the broker does not answer, so it cannot be told"
                    + " whether there are events to bring back.",
                away);
          }
          LOG.warnf("Waiting for the broker: %s", Failure.describe(away));
        }
      }
      backoff.pause();
    }
    return 0;
  }

  private static boolean isEmpty(SqlClient client) {
    return client
        .query(EMPTY)
        .execute()
        .await()
        .atMost(LIMIT)
        .iterator()
        .next()
        .getBoolean("empty");
  }

  private long restore(TopicReader reader, Collection<String> reactions)
      throws InterruptedException {
    long[] restored = {0};
    SqlConnection connection = pool.getConnection().await().atMost(LIMIT);
    try {
      Transaction transaction = connection.begin().await().atMost(LIMIT);
      reader.read(
          Map.of(),
          reader.ends(),
          batch -> {
            restored[0] += insert(connection, events(batch));
            heard = Instant.now();
          });
      if (restored[0] > 0) {
        note(connection, "relay", own.address());
        for (String reaction : reactions) {
          note(connection, reaction, Source.own(own).name());
        }
      }
      transaction.commit().await().atMost(LIMIT);
    } finally {
      // Where it has not come to the commit, this rolls back.
      connection.closeAndForget();
    }
    if (restored[0] > 0) {
      LOG.infof("%d events were brought back from %s", restored[0], own.address());
    }
    return restored[0];
  }

  private static void note(SqlConnection transaction, String handler, String source) {
    transaction.preparedQuery(NOTE).execute(Tuple.of(handler, source)).await().atMost(LIMIT);
  }

  /** What is no event of ours stays on the topic. */
  private static List<SealedEvent> events(List<ConsumerRecord<byte[], byte[]>> batch) {
    List<SealedEvent> events = new ArrayList<>(batch.size());
    for (ConsumerRecord<byte[], byte[]> record : batch) {
      if (record.key() != null && record.value() != null) {
        try {
          events.add(CloudEvent.read(record));
        } catch (IllegalArgumentException malformed) {
          LOG.warnf("%s-%d/%d is no event", record.topic(), record.partition(), record.offset());
        }
      }
    }
    return events;
  }

  private static int insert(SqlConnection transaction, List<SealedEvent> events) {
    Uni<Integer> inserted =
        transaction
            .preparedQuery(INSERT)
            .execute(Tuple.from(AppendStatement.columns(events)))
            .map(rows -> rows.rowCount());
    return inserted.await().atMost(LIMIT);
  }
}

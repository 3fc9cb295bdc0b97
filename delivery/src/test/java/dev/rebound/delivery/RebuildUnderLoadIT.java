package dev.rebound.delivery;

import static dev.rebound.delivery.History.await;
import static dev.rebound.delivery.History.awaitThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.Topic;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.relay.Relay;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * R8: one service appends and publishes, another projects, reads and rebuilds, all at the same
 * time; at each switch the rebuilt view is the live one, and in the end also by hash.
 */
class RebuildUnderLoadIT {

  private static final Topic TOPIC = Topic.FEEDBACK;
  private static final int SWITCHES = 4;
  private static final int READERS = 3;
  private static final int STREAMS = 40;

  private final AtomicBoolean stop = new AtomicBoolean();
  private final AtomicLong reads = new AtomicLong();
  private final AtomicLong failedReads = new AtomicLong();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void reads_never_fail_and_the_rebuilt_view_is_the_live_one(boolean folded) throws Exception {
    History.clear(TOPIC);
    History writer = new History(STREAMS);
    History reader = writer.onEmptyDatabase();
    Tally tally = new Tally(folded, TOPIC);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Relay relay = writer.relay(TOPIC)) {
      relay.start();
      writer.append(0, 50);
      // Who asks for a topic that does not exist has it made as the broker likes.
      History.awaitTopic(TOPIC);
      Future<?> projecting = threads.submit(() -> project(reader, tally));
      AtomicInteger rounds = new AtomicInteger(50);
      Future<?> writing =
          threads.submit(() -> {
            while (!stop.get()) {
              writer.append(rounds.get(), rounds.get() + 1);
              rounds.incrementAndGet();
              TimeUnit.MILLISECONDS.sleep(100);
            }
            return null;
          });
      try {
        awaitThat(() -> Tally.in(reader.pool).size() == STREAMS);
        for (int n = 0; n < READERS; n++) {
          threads.submit(() -> read(reader));
        }

        long differing = 0;
        for (int n = 0; n < SWITCHES; n++) {
          long before = reads.get();
          differing += reader.rebuild(Topic.INSIGHTS).run(tally, new Read()).differing();
          awaitThat(() -> reads.get() > before + READERS);
        }

        stop.set(true);
        writing.get();
        awaitThat(() -> Tally.in(reader.pool).equals(writer.ids()));
        String live = Tally.hash(reader.pool);
        Read read = new Read();
        differing += reader.rebuild(Topic.INSIGHTS).run(tally, read).differing();
        String rebuilt = Tally.hash(reader.pool);
        System.out.printf(
            "R8 a view rebuilt %s and switched %d times under load and once more after it, from %d"
                + " events in the end: %d of %d rows differ from the live ones, %s by hash; %d reads"
                + " meanwhile, %d of them failed%n",
            folded ? "in memory" : "in batches",
            SWITCHES,
            read.events(),
            differing,
            (SWITCHES + 1) * STREAMS,
            rebuilt.equals(live) ? "the last identical" : "the last different",
            reads.get(),
            failedReads.get());
        assertThat(differing).isZero();
        assertThat(rebuilt).isEqualTo(live);
        assertThat(failedReads.get()).as("failed reads of " + reads.get()).isZero();
        assertThat(reads.get()).isGreaterThan((long) SWITCHES * READERS);
      } finally {
        stop.set(true);
        projecting.cancel(true);
      }
    }
  }

  /** Reads the view by a prepared statement, as the services do; all of it has to be there. */
  private void read(History service) {
    UUID[] candidates = service.streams.stream().map(StreamId::id).toArray(UUID[]::new);
    while (!stop.get()) {
      try {
        long rows =
            await(
                    service
                        .pool
                        .preparedQuery("select count(*) as n from tally where candidate = any($1)")
                        .execute(Tuple.of(candidates)))
                .iterator()
                .next()
                .getLong("n");
        assertThat(rows).isEqualTo(candidates.length);
        reads.incrementAndGet();
        TimeUnit.MILLISECONDS.sleep(5);
      } catch (RuntimeException | AssertionError failed) {
        failedReads.incrementAndGet();
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  private Void project(History service, Tally tally) throws InterruptedException {
    AppliedEvents notes =
        new AppliedEvents(service.pool, Topic.INSIGHTS, List.of(tally), List.of(), () -> false);
    try (KafkaConsumer<byte[], byte[]> records = History.consumer(TOPIC);
        TopicConsumer consumer =
            new TopicConsumer(
                TOPIC,
                service.pool,
                service.codec,
                List.of(
                    new ProjectionDelivery(
                        tally, new Delivery.Tools(service.pool, DeadLetters.none(), notes))))) {
      while (!Thread.currentThread().isInterrupted()) {
        await(consumer.accept(records.poll(Duration.ofMillis(50))));
      }
    } catch (RuntimeException stopped) {
      if (!stop.get()) {
        throw stopped;
      }
    }
    return null;
  }
}

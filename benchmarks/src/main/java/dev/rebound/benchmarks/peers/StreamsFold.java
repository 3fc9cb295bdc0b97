package dev.rebound.benchmarks.peers;

import dev.rebound.eventstore.relay.CloudEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Folds a topic into the contexts of insights-service as a Kafka Streams application: the same
 * envelopes, the same events, the same fold, the same JSON for a row, in a RocksDB store by
 * application. The topic is keyed by candidate, so nothing is repartitioned.
 *
 * <p>It does less than ours: rows are not sealed, and nobody can wait for an event. A first pass
 * over a part of the topic, as an application of its own, leaves the JVM warm for the second, which
 * is measured.
 */
final class StreamsFold {

  private static final String STORE = "contexts";
  private static final int THREADS = 2;
  private static final long CACHE_BYTES = 64L << 20;
  private static final int COMMIT_MILLIS = 1_000;
  private static final Duration CLOSING = Duration.ofMinutes(2);

  private final FactsFold folding = new FactsFold();
  private final AtomicLong read = new AtomicLong();
  private final AtomicLong start = new AtomicLong();
  private final CountDownLatch done = new CountDownLatch(1);
  private final int events;

  private StreamsFold(int events) {
    this.events = events;
  }

  /** Folds twice: brokers, topic, events of the first pass and of the second, with a change log. */
  public static void main(String[] arguments) throws Exception {
    boolean durable = Boolean.parseBoolean(arguments[4]);
    System.out.println(
        PeerProcess.READY
            + "Kafka Streams 4.1.2, RocksDB, "
            + THREADS
            + " threads, cache "
            + (CACHE_BYTES >> 20)
            + " MB, commit every "
            + COMMIT_MILLIS
            + " ms, at least once, polls of 5000");
    pass("warm", arguments[0], arguments[1], Integer.parseInt(arguments[2]), durable);
    System.out.println(
        PeerProcess.RATE
            + pass(
                "measured", arguments[0], arguments[1], Integer.parseInt(arguments[3]), durable));
    System.exit(0);
  }

  /** Folds from the beginning until so many are read, and gives the events a second. */
  private static double pass(String name, String brokers, String topic, int events, boolean durable)
      throws Exception {
    StreamsFold fold = new StreamsFold(events);
    try (KafkaStreams streams =
        new KafkaStreams(fold.topology(topic, durable).build(), settings(name, brokers, durable))) {
      // Else the threads end one after the other, and nobody is told.
      streams.setUncaughtExceptionHandler(failure -> {
        failure.printStackTrace(System.out);
        Runtime.getRuntime().halt(1);
        return StreamThreadExceptionResponse.SHUTDOWN_APPLICATION;
      });
      streams.start();
      fold.done.await();
      // Flushes the stores, waits for the change log and commits: that belongs to the work. What is
      // read meanwhile counts as well.
      streams.close(CLOSING);
      return fold.read.get() * 1e9 / (System.nanoTime() - fold.start.get());
    }
  }

  private static Properties settings(String name, String brokers, boolean durable)
      throws IOException {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "peer-" + name + "-" + durable);
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
    settings.put(StreamsConfig.STATE_DIR_CONFIG, Files.createTempDirectory("streams").toString());
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, THREADS);
    settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_MILLIS);
    settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 5_000);
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.ACKS_CONFIG), "all");
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 256 * 1024);
    return settings;
  }

  private StreamsBuilder topology(String topic, boolean durable) {
    StoreBuilder<KeyValueStore<UUID, byte[]>> rows =
        Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE), Serdes.UUID(), Serdes.ByteArray())
            .withCachingEnabled();
    StreamsBuilder builder = new StreamsBuilder();
    builder.addStateStore(durable ? rows.withLoggingEnabled(Map.of()) : rows.withLoggingDisabled());
    builder.stream(topic, Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
        .process(() -> new Fold(this), STORE);
    return builder;
  }

  /** Takes one record after the other into its row. */
  private static final class Fold extends ContextualProcessor<byte[], byte[], Void, Void> {

    private final StreamsFold whole;
    private FactsFold.@Nullable Rows rows;

    Fold(StreamsFold whole) {
      this.whole = whole;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
      super.init(context);
      KeyValueStore<UUID, byte[]> store = context.getStateStore(STORE);
      rows = FactsFold.Rows.of(store);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
      whole.start.compareAndSet(0, System.nanoTime());
      FactsFold.Rows to = rows;
      if (to != null) {
        try {
          whole.folding.take(CloudEvent.read(consumed(record)), to);
        } catch (IOException broken) {
          throw new UncheckedIOException(broken);
        }
      }
      if (whole.read.incrementAndGet() == whole.events) {
        whole.done.countDown();
      }
    }
  }

  private static ConsumerRecord<byte[], byte[]> consumed(Record<byte[], byte[]> record) {
    return new ConsumerRecord<>(
        "",
        0,
        0,
        record.timestamp(),
        TimestampType.CREATE_TIME,
        record.key().length,
        record.value().length,
        record.key(),
        record.value(),
        record.headers(),
        Optional.empty());
  }
}

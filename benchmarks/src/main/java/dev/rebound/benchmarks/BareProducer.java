package dev.rebound.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** What a producer with nothing of ours around it does. */
final class BareProducer {

  private static final Duration POLL = Duration.ofMillis(200);

  private BareProducer() {}

  /**
   * Records a second that a bare producer has acknowledged by all replicas, in order.
   *
   * @param bytes of each value
   * @param headers of each record
   */
  static double produced(Ground ground, int records, int bytes, Headers headers) throws Exception {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", ground.kafka());
    settings.put("acks", "all");
    settings.put("enable.idempotence", "true");
    settings.put("batch.size", Integer.toString(256 * 1024));
    settings.put("linger.ms", "0");
    String topic = "bare-" + UUID.randomUUID();
    Topic.createTopic(ground, topic);
    byte[] value = "x".repeat(bytes).getBytes(StandardCharsets.UTF_8);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      // A topic that was just made refuses some at first, and then takes those behind them alone.
      for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
        producer.send(new ProducerRecord<>(topic, partition, null, value, value, headers)).get();
      }
      AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
      long start = System.nanoTime();
      for (int i = 0; i < records; i++) {
        byte[] key = Integer.toString(i / 50).getBytes(StandardCharsets.UTF_8);
        producer.send(
            new ProducerRecord<>(topic, null, null, key, value, headers),
            (done, failed) -> failure.compareAndSet(null, failed));
      }
      producer.flush();
      double rate = records * 1e9 / (System.nanoTime() - start);
      Exception failed = failure.get();
      if (failed != null) {
        throw failed;
      }
      return rate;
    } finally {
      Topic.delete(ground, topic);
    }
  }

  /** The median time in milliseconds from a send to its receipt, one record at a time. */
  static double endToEnd(Ground ground, int records, int bytes) throws Exception {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", ground.kafka());
    settings.put("acks", "all");
    Topic.createTopic(ground, "latency");
    try (KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        KafkaConsumer<byte[], byte[]> consumer = Topic.consumer(ground)) {
      Topic.fromBeginning(consumer, "latency");
      Histogram times = new Histogram(3);
      byte[] value = new byte[bytes];
      for (int i = 0; i < records; i++) {
        long start = System.nanoTime();
        producer
            .send(
                new ProducerRecord<>(
                    "latency",
                    UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8),
                    value))
            .get();
        while (consumer.poll(POLL).isEmpty()) {
          Thread.onSpinWait();
        }
        times.recordValue(System.nanoTime() - start);
      }
      return times.getValueAtPercentile(50) / 1e6;
    }
  }
}

package dev.rebound.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.events.EventJson;
import dev.rebound.events.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The broker with nothing of ours around it: what a bare producer and a bare consumer do. */
final class Topic {

  static final String APPLICATIONS = "rebound.applications";

  private static final Duration POLL = Duration.ofMillis(200);
  private static final long LOOK_MILLIS = 50;

  /** Of the broker's folders of partitions, below the ground's. */
  private static final int DEPTH = 4;

  private Topic() {}

  /** How many records a topic has; none where it does not exist. */
  static long size(Ground ground, String topic) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(ground)) {
      return ends(consumer, topic).values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** Records a second of a consumer that reads a topic whole and only makes the events' records. */
  static double deserialised(Ground ground, String topic) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(ground)) {
      Map<TopicPartition, Long> ends = fromBeginning(consumer, topic);
      long start = System.nanoTime();
      long read = 0;
      long all = ends.values().stream().mapToLong(Long::longValue).sum();
      while (read < all) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          deserialise(record);
          read++;
        }
      }
      return read * 1e9 / (System.nanoTime() - start);
    }
  }

  private static void deserialise(ConsumerRecord<byte[], byte[]> record) {
    try {
      if (EventType.parse(header(record, "ce_type"))
          instanceof EventType.WireName.Known(EventType known, int version)) {
        EventJson.read(known, version, (ObjectNode) EventJson.mapper().readTree(record.value()));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** A header of a record that has it, as text. */
  static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  /** The headers of the first record of a topic that has one. */
  static Headers headers(Ground ground, String topic) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(ground)) {
      fromBeginning(consumer, topic);
      while (true) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          return record.headers();
        }
      }
    }
  }

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
    createTopic(ground, topic);
    byte[] value = "x".repeat(bytes).getBytes(StandardCharsets.UTF_8);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      long start = System.nanoTime();
      for (int i = 0; i < records; i++) {
        byte[] key = Integer.toString(i / 50).getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(topic, null, null, key, value, headers));
      }
      producer.flush();
      return records * 1e9 / (System.nanoTime() - start);
    } finally {
      delete(ground, topic);
    }
  }

  /** The median time in milliseconds from a send to its receipt, one record at a time. */
  static double endToEnd(Ground ground, int records, int bytes) throws Exception {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", ground.kafka());
    settings.put("acks", "all");
    createTopic(ground, "latency");
    try (KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        KafkaConsumer<byte[], byte[]> consumer = consumer(ground)) {
      fromBeginning(consumer, "latency");
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

  private static void createTopic(Ground ground, String name) throws Exception {
    try (Admin admin = admin(ground)) {
      admin.createTopics(List.of(new NewTopic(name, 6, (short) 1))).all().get();
    }
  }

  /**
   * Deletes a topic where it exists, and returns once nobody is told of it any more and its files
   * are gone: the broker would take them away a minute later, beside what is measured then.
   */
  static void delete(Ground ground, String name) throws Exception {
    try (Admin admin = admin(ground)) {
      if (admin.listTopics().names().get().contains(name)) {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, name);
        ConfigEntry atOnce = new ConfigEntry(TopicConfig.FILE_DELETE_DELAY_MS_CONFIG, "0");
        admin
            .incrementalAlterConfigs(
                Map.of(topic, List.of(new AlterConfigOp(atOnce, AlterConfigOp.OpType.SET))))
            .all()
            .get();
        admin.deleteTopics(List.of(name)).all().get();
      }
      while (admin.listTopics().names().get().contains(name) || beingDeleted(ground)) {
        Thread.sleep(LOOK_MILLIS);
      }
    }
  }

  private static boolean beingDeleted(Ground ground) throws IOException {
    try (Stream<Path> folders =
        Files.find(ground.folder(), DEPTH, (path, _) -> path.toString().endsWith("-delete"))) {
      return folders.findAny().isPresent();
    } catch (UncheckedIOException gone) {
      return true;
    }
  }

  private static Admin admin(Ground ground) {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", ground.kafka());
    return Admin.create(settings);
  }

  /** Has a consumer read a whole topic; where each partition of it ends now. */
  private static Map<TopicPartition, Long> fromBeginning(
      KafkaConsumer<byte[], byte[]> consumer, String topic) {
    Map<TopicPartition, Long> ends = ends(consumer, topic);
    consumer.assign(ends.keySet());
    consumer.seekToBeginning(ends.keySet());
    return ends;
  }

  /** Where each partition of a topic ends now. */
  static Map<TopicPartition, Long> ends(KafkaConsumer<byte[], byte[]> consumer, String topic) {
    return consumer.endOffsets(
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList());
  }

  /** A consumer without a group, which begins at the beginning. */
  static KafkaConsumer<byte[], byte[]> consumer(Ground ground) {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", ground.kafka());
    settings.put("max.poll.records", "5000");
    settings.put("auto.offset.reset", "earliest");
    settings.put("enable.auto.commit", "false");
    // A topic is made by the one who fills it, with the partitions it is to have.
    settings.put("allow.auto.create.topics", "false");
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}

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
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Topics with nothing of ours around them: made, read, deleted. */
final class Topic {

  static final String APPLICATIONS = "rebound.applications";

  private static final Duration POLL = Duration.ofMillis(200);
  private static final long LOOK_MILLIS = 50;
  static final int PARTITIONS = 6;

  /** Not at once: the broker looks as often as this, whether or not there is anything. */
  private static final Duration DELETED_AFTER = Duration.ofSeconds(1);

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

  /** Makes a topic, which has as many partitions as those of the services. */
  static void createTopic(Ground ground, String name) throws Exception {
    try (Admin admin = admin(ground)) {
      admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1))).all().get();
    }
  }

  /**
   * Has the broker take a deleted topic's files away within moments, and not a minute later, beside
   * what is measured then. To be said before much else is done: it heeds it half a minute after its
   * start at the earliest.
   */
  static void deleteSoon(Ground ground) throws Exception {
    ConfigResource everyBroker = new ConfigResource(ConfigResource.Type.BROKER, "");
    ConfigEntry soon =
        new ConfigEntry("log.segment.delete.delay.ms", Long.toString(DELETED_AFTER.toMillis()));
    try (Admin admin = admin(ground)) {
      admin
          .incrementalAlterConfigs(
              Map.of(everyBroker, List.of(new AlterConfigOp(soon, AlterConfigOp.OpType.SET))))
          .all()
          .get();
    }
  }

  /**
   * Deletes a topic where it exists, and returns once nobody is told of it any more and its files
   * are gone.
   */
  static void delete(Ground ground, String name) throws Exception {
    try (Admin admin = admin(ground)) {
      if (admin.listTopics().names().get().contains(name)) {
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
  static Map<TopicPartition, Long> fromBeginning(
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

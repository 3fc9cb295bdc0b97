package dev.rebound.delivery;

import dev.rebound.events.Topic;
import dev.rebound.eventstore.postgres.EventLog.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic from one place to another, without a group and without leaving a trace. */
final class TopicReader implements AutoCloseable {

  /** Few enough that what a batch becomes is gone before the young generation is full. */
  private static final int BATCH = 500;

  private static final Duration POLL = Duration.ofMillis(200);

  /** How long the broker may bring nothing, or leave a question without an answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final String address;
  private final Consumer<byte[], byte[]> consumer;

  /** A reader of a topic on this broker. */
  TopicReader(Map<String, Object> kafka, Topic topic) {
    this.address = topic.address();
    Map<String, Object> settings = settings(kafka);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
    settings.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    this.consumer = new KafkaConsumer<>(settings);
  }

  /** How to read without a group, and without making a topic that is not there. */
  static Map<String, Object> settings(Map<String, Object> kafka) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    return settings;
  }

  /** Takes a batch, in order of the offsets within each partition. */
  interface Batches {
    void take(List<ConsumerRecord<byte[], byte[]>> batch) throws InterruptedException;
  }

  /** The topic's partitions; none where there is no such topic. */
  Set<Integer> partitions() {
    List<PartitionInfo> found = consumer.partitionsFor(address);
    return found == null
        ? Set.of()
        : found.stream().map(PartitionInfo::partition).collect(Collectors.toSet());
  }

  /** Where each of the partitions ends now: the place of its last record. */
  Map<Integer, Cursor> ends() {
    return consumer
        .endOffsets(partitions().stream().map(this::partition).toList())
        .entrySet()
        .stream()
        .collect(
            Collectors.toMap(
                end -> end.getKey().partition(), end -> Cursor.ofOffset(end.getValue() - 1)));
  }

  /**
   * Reads what is after one place of each partition and not after the other, as far as the topic
   * has it. It may take as long as it takes, while it gets on.
   *
   * @throws KafkaException where the topic cannot be read, which is so after 20 seconds in which
   *     nothing came
   */
  void read(Map<Integer, Cursor> after, Map<Integer, Cursor> upTo, Batches batches)
      throws InterruptedException {
    try {
      readOrFail(after, upTo, batches);
    } catch (InterruptException stopped) {
      Thread.interrupted();
      throw new InterruptedException();
    } catch (TimeoutException unanswered) {
      throw new KafkaException(address + " could not be read", unanswered);
    }
  }

  private void readOrFail(Map<Integer, Cursor> after, Map<Integer, Cursor> upTo, Batches batches)
      throws InterruptedException {
    List<TopicPartition> all = upTo.keySet().stream().map(this::partition).toList();
    consumer.assign(all);
    // What is assigned again stays paused.
    consumer.resume(all);
    Map<TopicPartition, Long> stops = stops(all, upTo);
    for (TopicPartition partition : all) {
      consumer.seek(partition, place(after, partition) + 1);
    }
    long reached = reached(all);
    Instant deadline = Instant.now().plus(PATIENCE);
    while (pauseWhatIsRead(stops)) {
      List<ConsumerRecord<byte[], byte[]>> batch = poll(stops);
      if (!batch.isEmpty()) {
        batches.take(batch);
      }
      long now = reached(all);
      if (now != reached) {
        reached = now;
        deadline = Instant.now().plus(PATIENCE);
      } else if (Instant.now().isAfter(deadline)) {
        throw new TimeoutException("nothing came for %d s".formatted(PATIENCE.toSeconds()));
      }
    }
  }

  private List<ConsumerRecord<byte[], byte[]>> poll(Map<TopicPartition, Long> stops) {
    List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
    ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
    for (TopicPartition partition : polled.partitions()) {
      long stop = stops.getOrDefault(partition, 0L);
      for (ConsumerRecord<byte[], byte[]> record : polled.records(partition)) {
        if (record.offset() < stop) {
          batch.add(record);
        }
      }
    }
    return batch;
  }

  /** The offset after the last that is wanted of each partition, as far as there are any. */
  private Map<TopicPartition, Long> stops(List<TopicPartition> all, Map<Integer, Cursor> upTo) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(all);
    Map<TopicPartition, Long> stops = new HashMap<>();
    for (TopicPartition partition : all) {
      stops.put(partition, Math.min(place(upTo, partition) + 1, ends.getOrDefault(partition, 0L)));
    }
    return stops;
  }

  /** Changes with whatever is read, be it a record or not. */
  private long reached(List<TopicPartition> partitions) {
    return partitions.stream().mapToLong(consumer::position).sum();
  }

  /** Whether anything is left to read. */
  private boolean pauseWhatIsRead(Map<TopicPartition, Long> stops) {
    List<TopicPartition> read =
        stops.entrySet().stream()
            .filter(stop -> consumer.position(stop.getKey()) >= stop.getValue())
            .map(Map.Entry::getKey)
            .toList();
    consumer.pause(read);
    return read.size() < stops.size();
  }

  private static long place(Map<Integer, Cursor> places, TopicPartition partition) {
    return places.getOrDefault(partition.partition(), Cursor.START).position();
  }

  private TopicPartition partition(int number) {
    return new TopicPartition(address, number);
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(FAREWELL));
  }
}

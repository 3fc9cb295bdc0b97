package dev.rebound.benchmarks;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** How long after they were decided the events of a topic were handed to the broker's client. */
final class HandedOver {

  private static final Duration POLL = Duration.ofMillis(200);

  private HandedOver() {}

  /** In milliseconds, of those that were handed over at this time or later. */
  static Histogram since(Ground ground, String topic, Instant since) {
    Histogram waited = new Histogram(3);
    try (KafkaConsumer<byte[], byte[]> consumer = Topic.consumer(ground)) {
      Map<TopicPartition, Long> ends = Topic.ends(consumer, topic);
      consumer.assign(ends.keySet());
      consumer
          .offsetsForTimes(
              ends.keySet().stream().collect(toMap(it -> it, _ -> since.toEpochMilli())))
          .forEach((partition, at) ->
              consumer.seek(
                  partition, at == null ? ends.getOrDefault(partition, 0L) : at.offset()));
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          Instant decided = Instant.parse(Topic.header(record, "ce_time"));
          waited.recordValue(Math.max(0, record.timestamp() - decided.toEpochMilli()));
        }
      }
    }
    return waited;
  }
}

package dev.rebound.journeys.faults;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A member of a consumer group that joins for a while, takes its share of the partitions, does
 * nothing with them, leaves, and comes again: each time everybody's partitions are dealt anew.
 */
final class Rebalancer implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  private final Map<String, Object> settings;
  private final List<String> topics;
  private final Duration pause;
  private final AtomicLong joins = new AtomicLong();
  private final Thread thread;
  private volatile boolean closing;

  /** Begins to join and leave this group, each after a pause. */
  Rebalancer(String broker, String group, List<String> topics, Duration pause) {
    this.settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            broker,
            ConsumerConfig.GROUP_ID_CONFIG,
            group,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false);
    this.topics = topics;
    this.pause = pause;
    this.thread = Thread.ofPlatform().name("rebalancer " + group).daemon().start(this::run);
  }

  /** How often it was given partitions. */
  long joins() {
    return joins.get();
  }

  @Override
  public void close() throws InterruptedException {
    closing = true;
    thread.join();
  }

  private void run() {
    try {
      while (!closing) {
        join();
        Thread.sleep(pause);
      }
    } catch (InterruptedException | WakeupException stopped) {
      // Nobody interrupts it but the end of the JVM.
    }
  }

  private void join() {
    try (Consumer<byte[], byte[]> member =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      long before = joins.get();
      member.subscribe(
          topics,
          new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
              joins.addAndGet(partitions.isEmpty() ? 0 : 1);
            }

            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
              // It has nothing to finish.
            }
          });
      long end = System.nanoTime() + pause.toNanos();
      while (!closing && (System.nanoTime() < end || joins.get() == before)) {
        member.poll(POLL);
      }
    }
  }
}

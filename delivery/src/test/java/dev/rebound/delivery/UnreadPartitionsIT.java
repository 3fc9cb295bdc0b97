package dev.rebound.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.eventstore.Servers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/** Somebody has to notice that a partition is nobody's. */
class UnreadPartitionsIT {

  private final String topic = "unread-" + UUID.randomUUID();
  private final String group = "group-" + UUID.randomUUID();
  private final Map<String, Object> kafka =
      new HashMap<>(Map.of("bootstrap.servers", Servers.kafka().address()));

  @Test
  void what_a_group_reads_is_left_out_and_what_it_left_is_not() throws Exception {
    TopicPartition first = new TopicPartition(topic, 0);
    TopicPartition second = new TopicPartition(topic, 1);
    try (Admin admin = Admin.create(kafka)) {
      admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
      assertThat(unread(admin)).as("no such group").containsExactlyInAnyOrder(first, second);

      try (KafkaConsumer<byte[], byte[]> reader = reader()) {
        reader.subscribe(List.of(topic));
        for (int polls = 0; polls < 300 && reader.assignment().size() < 2; polls++) {
          reader.poll(Duration.ofMillis(100));
        }
        assertThat(unread(admin)).as("all are read").isEmpty();
        assertThat(UnreadPartitions.with(Set.of(first), admin, group, List.of(topic)))
            .as("all are read, one of them here")
            .containsExactly(first);
      }

      assertThat(unread(admin)).as("the reader is gone").containsExactlyInAnyOrder(first, second);
    }
  }

  @Test
  void a_topic_that_nobody_has_made_yet_has_none() throws Exception {
    try (Admin admin = Admin.create(kafka)) {
      assertThat(unread(admin)).isEmpty();
    }
  }

  private Iterable<TopicPartition> unread(Admin admin) throws Exception {
    return UnreadPartitions.with(Set.of(), admin, group, List.of(topic));
  }

  private KafkaConsumer<byte[], byte[]> reader() {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put("group.id", group);
    settings.put("key.deserializer", ByteArrayDeserializer.class);
    settings.put("value.deserializer", ByteArrayDeserializer.class);
    return new KafkaConsumer<>(settings);
  }
}

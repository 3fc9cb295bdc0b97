package dev.rebound.delivery;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The partitions that no member of a consumer group reads. */
public final class UnreadPartitions {

  private static final long TIMEOUT_SECONDS = 10;

  private UnreadPartitions() {}

  /**
   * These partitions, and those of the topics that nobody in the group reads. Blocking.
   *
   * @throws ExecutionException where the broker does not say
   * @throws TimeoutException where it does not answer within ten seconds
   */
  public static Collection<TopicPartition> with(
      Collection<TopicPartition> own, Admin admin, String group, Collection<String> topics)
      throws ExecutionException, InterruptedException, TimeoutException {
    Set<TopicPartition> all = partitions(admin, topics);
    all.removeAll(read(admin, group));
    all.addAll(own);
    return all;
  }

  private static Set<TopicPartition> partitions(Admin admin, Collection<String> topics)
      throws ExecutionException, InterruptedException, TimeoutException {
    Set<TopicPartition> all = new HashSet<>();
    for (Map.Entry<String, KafkaFuture<TopicDescription>> asked :
        admin.describeTopics(topics).topicNameValues().entrySet()) {
      try {
        asked
            .getValue()
            .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
            .partitions()
            .forEach(it -> all.add(new TopicPartition(asked.getKey(), it.partition())));
      } catch (ExecutionException failure) {
        // The other service makes it when it starts for the first time.
        if (!(failure.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw failure;
        }
      }
    }
    return all;
  }

  private static Set<TopicPartition> read(Admin admin, String group)
      throws ExecutionException, InterruptedException, TimeoutException {
    Set<TopicPartition> read = new HashSet<>();
    try {
      admin
          .describeConsumerGroups(Set.of(group))
          .all()
          .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
          .values()
          .stream()
          .flatMap(described -> described.members().stream())
          .forEach(member -> read.addAll(member.assignment().topicPartitions()));
    } catch (ExecutionException failure) {
      if (!(failure.getCause() instanceof GroupIdNotFoundException)) {
        throw failure;
      }
    }
    return read;
  }
}

package dev.rebound.delivery;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The partitions that no member of a consumer group reads. */
public final class UnreadPartitions {

  private static final long TIMEOUT_SECONDS = 10;

  private static final Set<GroupState> UNSETTLED =
      Set.of(GroupState.PREPARING_REBALANCE, GroupState.COMPLETING_REBALANCE);

  private UnreadPartitions() {}

  /**
   * These partitions, and those of the topics that nobody in the group reads; these alone while the
   * group shares them out. Blocking.
   *
   * @throws ExecutionException where the broker does not say
   * @throws TimeoutException where it does not answer within ten seconds
   */
  public static Collection<TopicPartition> with(
      Collection<TopicPartition> own, Admin admin, String group, Collection<String> topics)
      throws ExecutionException, InterruptedException, TimeoutException {
    Optional<Set<TopicPartition>> read = read(admin, group);
    if (read.isEmpty()) {
      return own;
    }
    Set<TopicPartition> all = partitions(admin, topics);
    all.removeAll(read.get());
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

  /** Empty while the group shares its partitions out anew: then nobody is said to have any. */
  private static Optional<Set<TopicPartition>> read(Admin admin, String group)
      throws ExecutionException, InterruptedException, TimeoutException {
    Set<TopicPartition> read = new HashSet<>();
    try {
      for (ConsumerGroupDescription described :
          admin
              .describeConsumerGroups(Set.of(group))
              .all()
              .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
              .values()) {
        if (UNSETTLED.contains(described.groupState())) {
          return Optional.empty();
        }
        described.members().forEach(it -> read.addAll(it.assignment().topicPartitions()));
      }
    } catch (ExecutionException failure) {
      if (!(failure.getCause() instanceof GroupIdNotFoundException)) {
        throw failure;
      }
    }
    return Optional.of(read);
  }
}

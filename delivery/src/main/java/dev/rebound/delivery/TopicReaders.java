package dev.rebound.delivery;

import dev.rebound.delivery.Rebuild.Tools;
import dev.rebound.events.Topic;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The readers of one thread: one for each topic that a projection takes from the broker. */
final class TopicReaders implements AutoCloseable {

  private final Map<Topic, TopicReader> byTopic = new EnumMap<>(Topic.class);

  TopicReaders(Projection live, Tools tools) {
    for (Topic topic : live.topics()) {
      if (topic != tools.own().topic()) {
        byTopic.put(topic, new TopicReader(tools.kafka(), topic));
      }
    }
  }

  /** Into how many partitions the topics are divided: one number where all are divided alike. */
  Set<Integer> partitions() {
    Set<Integer> counts = new HashSet<>();
    byTopic.values().forEach(reader -> counts.add(reader.partitions().size()));
    // A topic that nobody has written to yet.
    counts.remove(0);
    return counts;
  }

  /** The reader of a topic that is not the service's own. */
  TopicReader of(Topic topic) {
    return Objects.requireNonNull(byTopic.get(topic));
  }

  @Override
  public void close() {
    byTopic.values().forEach(TopicReader::close);
  }
}

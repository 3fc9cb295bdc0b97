package dev.rebound.insights;

import dev.rebound.events.Topic;
import dev.rebound.testkit.Stack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics that the other services would make, before the service under test starts. */
public final class TopicsTestResource implements QuarkusTestResourceLifecycleManager {

  private static final int PARTITIONS = 3;

  @Override
  public Map<String, String> start() {
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", Stack.kafka().bootstrapServers()))) {
      Set<String> existing = admin.listTopics().names().get();
      List<NewTopic> missing =
          Arrays.stream(Topic.values())
              .map(Topic::address)
              .filter(address -> !existing.contains(address))
              .map(address -> new NewTopic(address, PARTITIONS, (short) 1))
              .toList();
      admin.createTopics(missing).all().get();
      return Map.of();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("no topics", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void stop() {
    // They end with the broker.
  }
}

package dev.rebound.testkit;

import dev.rebound.localstack.KafkaPing;
import java.net.URI;
import java.time.Duration;
import org.rnorth.ducttape.unreliables.Unreliables;
import org.testcontainers.DockerClientFactory;

/** A broker in a container that was started before, known by its id. */
record ContainerKafka(String containerId, String bootstrapServers) implements KafkaServer {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Override
  public void stop() {
    DockerClientFactory.instance().client().stopContainerCmd(containerId).exec();
  }

  @Override
  public void kill() {
    DockerClientFactory.instance().client().killContainerCmd(containerId).exec();
  }

  @Override
  public void start() {
    DockerClientFactory.instance().client().startContainerCmd(containerId).exec();
    URI address = URI.create("kafka://" + bootstrapServers);
    Unreliables.retryUntilTrue(
        (int) PATIENCE.toSeconds(),
        java.util.concurrent.TimeUnit.SECONDS,
        () -> KafkaPing.answers(address.getHost(), address.getPort()));
  }
}

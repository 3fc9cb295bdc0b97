package dev.rebound.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningPortsTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private Root root;

  @SuppressWarnings("NullAway.Init")
  private BackgroundProcess web;

  @BeforeEach
  void startWithAnotherPort() {
    root = new Root(folder);
    web = new BackgroundProcess("web", root.pids(), root.logs().resolve("web.log"));
    web.start(List.of("sleep", "60"), Map.of(), folder, new Lifetime.UntilStopped());
    new RunningPorts(root).keep(new Settings(Map.of("REBOUND_WEB_PORT", "18080")));
  }

  @AfterEach
  void stop() {
    web.stop(Duration.ofSeconds(10));
  }

  private int port(Map<String, String> environment) {
    return new Settings(new RunningPorts(root).complete(environment)).port("web");
  }

  @Test
  void laterCommandsKnowThePortOfWhatRuns() {
    assertThat(port(Map.of())).isEqualTo(18080);
    assertThat(port(Map.of("REBOUND_WEB_PORT", ""))).isEqualTo(18080);
  }

  @Test
  void whatIsSetComesFirst() {
    assertThat(port(Map.of("REBOUND_WEB_PORT", "28080"))).isEqualTo(28080);
  }

  @Test
  void onceNothingRunsTheDocumentedPortIsBack() {
    web.stop(Duration.ofSeconds(10));

    assertThat(port(Map.of())).isEqualTo(8080);
  }

  @Test
  void whatWasStoppedInOrderIsForgotten() {
    new RunningPorts(root).forget();

    assertThat(port(Map.of())).isEqualTo(8080);
  }
}

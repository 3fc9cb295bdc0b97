package dev.rebound.localstack;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalServiceTest {

  @Test
  void whatWasNeverStartedCanBeStopped(@TempDir Path folder) {
    LocalService service =
        new LocalService(
            "web",
            folder.resolve("web"),
            folder.resolve("apps/web"),
            8080,
            Map.of(),
            new BackgroundProcess("web", folder.resolve("pids"), folder.resolve("web.log")),
            Start.CACHED,
            Optional.of(new StartCache(folder.resolve("aot"), "web")));

    assertThatCode(service::stop).doesNotThrowAnyException();
  }
}

package dev.rebound.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackgroundProcessTest {

  private static final Duration GRACE = Duration.ofSeconds(10);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private BackgroundProcess process;

  @BeforeEach
  void name() {
    process = again();
  }

  @AfterEach
  void stop() {
    process.stop(GRACE);
  }

  /** The same process, as another command sees it later. */
  private BackgroundProcess again() {
    return new BackgroundProcess("part", folder.resolve("pids"), folder.resolve("logs/part.log"));
  }

  private void run(String script) {
    process.start(
        List.of("bash", "-c", script),
        Map.of("GREETING", "hello"),
        folder,
        new Lifetime.UntilStopped());
  }

  @Test
  void anotherCommandFindsItAndStopsIt() {
    run("exec sleep 60");
    long pid = process.running().orElseThrow().pid();

    assertThat(again().running().orElseThrow().pid()).isEqualTo(pid);
    again().stop(GRACE);

    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(process.died()).isFalse();
  }

  @Test
  void oneThatIsKilledHasDied() {
    run("exec sleep 60");

    process.kill();

    assertThat(process.running()).isEmpty();
    assertThat(again().died()).isTrue();
  }

  @Test
  void oneThatWillNotEndIsEndedByForce() {
    run("trap '' INT TERM; while true; do sleep 0.1; done");
    long pid = process.running().orElseThrow().pid();

    process.stop(Duration.ofMillis(500));

    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void oneThatInheritedToIgnoreInterruptsEndsAllTheSame() {
    run("trap '' INT; exec sleep 60");
    long pid = process.running().orElseThrow().pid();

    assertTimeout(GRACE, () -> process.stop(Duration.ofMinutes(1)));

    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void aStrangerWithTheSameIdIsNotIt() throws Exception {
    Files.createDirectories(folder.resolve("pids"));
    Path file = folder.resolve("pids/part.pid");
    Files.writeString(file, ProcessHandle.current().pid() + "\n" + 1_000_000_000L + "\n");

    assertThat(process.running()).isEmpty();
    assertThat(process.died()).isTrue();
    process.stop(GRACE);

    assertThat(ProcessHandle.current().isAlive()).isTrue();
    assertThat(file).doesNotExist();
  }

  @Test
  void aFileThatWasCutShortIsNoProcess() throws Exception {
    Files.createDirectories(folder.resolve("pids"));
    Files.writeString(folder.resolve("pids/part.pid"), "47");

    assertThat(process.running()).isEmpty();
  }

  @Test
  void whatDiesWhileItStartsShowsTheEndOfItsLog() {
    run("echo $GREETING, no room; exit 3");

    assertThatThrownBy(() -> process.await(() -> false, GRACE))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("part died while it started")
        .hasMessageContaining("hello, no room");
  }

  @Test
  void whatTakesTooLongSaysSo() {
    run("echo still busy; exec sleep 60");

    assertThatThrownBy(() -> process.await(() -> false, Duration.ofSeconds(1)))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("part is not ready after 1 seconds");
  }
}

package dev.rebound.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which caches a service is offered. */
class StartCacheTest {

  private static final List<String> OPTIONS = List.of("-Xmx256m");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private StartCache cache;

  @BeforeEach
  void build() throws IOException {
    cache = new StartCache(folder.resolve("aot"), "web");
    Files.createDirectories(folder.resolve("app"));
    Files.writeString(folder.resolve("app/one.jar"), "one");
  }

  private String option(List<String> options) {
    return cache.options(folder.resolve("app"), options).getFirst();
  }

  /** The run that was told to write a cache does so. */
  private void run() throws IOException {
    Files.writeString(Path.of(option(OPTIONS).replace("-XX:AOTCacheOutput=", "")), "cache");
  }

  @Test
  void theFirstRunWritesAndTheNextReads() throws IOException {
    String written = option(OPTIONS).replace("-XX:AOTCacheOutput=", "");
    run();

    assertThat(option(OPTIONS)).isEqualTo("-XX:AOTCache=" + written);
  }

  @Test
  void whatWasTornOffIsWrittenAgain() throws IOException {
    String written = option(OPTIONS).replace("-XX:AOTCacheOutput=", "");
    run();
    assertThat(cache.kept(folder.resolve("app"), OPTIONS)).isTrue();
    Files.writeString(Path.of(written + ".config"), "what the JVM takes away when it is done");

    assertThat(cache.kept(folder.resolve("app"), OPTIONS)).isFalse();
    assertThat(option(OPTIONS)).isEqualTo("-XX:AOTCacheOutput=" + written);
    assertThat(folder.resolve("aot")).isEmptyDirectory();
  }

  @Test
  void anotherBuildIsNotOfferedTheOldOne() throws IOException {
    run();
    Files.writeString(folder.resolve("app/one.jar"), "another");

    assertThat(option(OPTIONS)).startsWith("-XX:AOTCacheOutput=");
    assertThat(folder.resolve("aot")).isEmptyDirectory();
  }

  @Test
  void otherOptionsAreNotOfferedTheOldOne() throws IOException {
    run();

    assertThat(option(List.of("-Xmx512m"))).startsWith("-XX:AOTCacheOutput=");
  }

  @Test
  void whatIsForgottenIsWrittenAgain() throws IOException {
    run();

    assertThat(cache.forget()).isTrue();
    assertThat(cache.forget()).isFalse();
    assertThat(option(OPTIONS)).startsWith("-XX:AOTCacheOutput=");
  }

  @Test
  void theCachesOfOtherServicesStay() throws IOException {
    run();

    new StartCache(folder.resolve("aot"), "insights").forget();

    assertThat(option(OPTIONS)).startsWith("-XX:AOTCache=");
  }
}

package dev.rebound.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private Path file() {
    return folder.resolve("secrets/secrets.properties");
  }

  @Test
  void aSecretIsMadeOnceAndKept() {
    String made = new Secrets(file()).get("session");

    assertThat(Base64.getDecoder().decode(made)).hasSize(32);
    assertThat(new Secrets(file()).get("session")).isEqualTo(made);
  }

  @Test
  void eachNameHasItsOwn() {
    Secrets secrets = new Secrets(file());

    assertThat(secrets.get("session")).isNotEqualTo(secrets.get("web-client"));
  }

  @Test
  void onlyTheOwnerMayReadThem() throws Exception {
    new Secrets(file()).get("session");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void whoAsksAtTheSameTimeGetsTheSame() throws Exception {
    Callable<String> asking = () -> new Secrets(file()).get("key-encryption-key");
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<String> got =
          threads.invokeAll(Stream.generate(() -> asking).limit(32).toList()).stream()
              .map(Future::resultNow)
              .distinct()
              .toList();

      assertThat(got).hasSize(1);
    }
  }
}

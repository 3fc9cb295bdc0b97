package dev.rebound.localstack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DiskTest {

  @Test
  void aDiskThatIsAlmostFullIsSaidPlainly() {
    assertThatThrownBy(() -> Disk.requireRoom(Path.of("/work"), 150_000_000))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("/work has 150 MB left; Rebound needs 2 GB");
  }

  @Test
  void enoughIsEnough() {
    assertThatCode(() -> Disk.requireRoom(Path.of("/work"), Disk.NEEDED_BYTES))
        .doesNotThrowAnyException();
  }
}

package dev.rebound.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void aTakenPortIsNamedWithTheSettingThatChangesIt() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();

      assertThatThrownBy(() -> Ports.requireFree(port, "web", "REBOUND_WEB_PORT"))
          .isInstanceOf(Trouble.class)
          .hasMessageContaining("Port " + port + ", which web needs, is taken by ")
          .hasMessageContaining("REBOUND_WEB_PORT=");
    }
  }

  @Test
  void aFreePortIsNoTrouble() {
    int port = Ports.free();

    assertThatCode(() -> Ports.requireFree(port, "web", "REBOUND_WEB_PORT"))
        .doesNotThrowAnyException();
  }

  @Test
  void whoHasItIsSaidWhereItIsKnown() {
    String message =
        Ports.takenMessage(8080, "web", "REBOUND_WEB_PORT", Optional.of("python3 (process 4711)"));

    assertThat(message)
        .isEqualTo(
            """
            Port 8080, which web needs, is taken by python3 (process 4711).
            End that, or choose another port: REBOUND_WEB_PORT=18080 ./rebound up\
            """);
  }

  @Test
  void theOtherPortThatIsProposedIsOne() {
    assertThat(Ports.takenMessage(60_000, "web", "REBOUND_WEB_PORT", Optional.empty()))
        .contains("REBOUND_WEB_PORT=50000")
        .contains("another process");
  }
}

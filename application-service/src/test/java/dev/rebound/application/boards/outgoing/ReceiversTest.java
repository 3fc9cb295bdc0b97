package dev.rebound.application.boards.outgoing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The receivers that the guide shows take what we send, and nothing else. */
class ReceiversTest {

  private static final Path RECEIVERS = Path.of("../docs/integrations/receivers");
  private static final int MOST_LINES = 40;
  private static final String BODY = "{\"type\":\"feedback.received\",\"data\":{\"round\":1}}";

  static Stream<List<String>> commands() {
    String java = System.getProperty("java.home") + "/bin/java";
    return Stream.of(
        List.of(java, RECEIVERS.resolve("Receiver.java").toString()),
        List.of("node", RECEIVERS.resolve("receiver.mjs").toString()));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void takeWhatIsSignedOnce(List<String> command, @TempDir Path folder) throws Exception {
    assertThat(Files.readAllLines(Path.of(command.getLast()))).hasSizeLessThan(MOST_LINES);
    String secret = Signing.freshSecret();
    int port = freePort();
    File out = folder.resolve("out").toFile();
    Process receiver = start(command, port, secret, out);
    try (HttpClient client = HttpClient.newHttpClient()) {
      long now = Instant.now().getEpochSecond();
      String good = Signing.header(List.of(secret), "d-1", now, BODY);
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .ignoreExceptions()
          .untilAsserted(
              () -> assertThat(send(client, port, "d-1", now, good, BODY)).isEqualTo(204));

      String both = Signing.header(List.of(Signing.freshSecret(), secret), "d-2", now, BODY);
      String stale = Signing.header(List.of(secret), "d-3", now - 301, BODY);
      assertThat(send(client, port, "d-1", now, good, BODY)).isEqualTo(204);
      assertThat(send(client, port, "d-2", now, both, BODY)).isEqualTo(204);
      assertThat(send(client, port, "d-1", now, good, BODY + " ")).isEqualTo(401);
      assertThat(send(client, port, "d-4", now, good, BODY)).isEqualTo(401);
      assertThat(send(client, port, "d-1", now + 1, good, BODY)).isEqualTo(401);
      assertThat(send(client, port, "d-3", now - 301, stale, BODY)).isEqualTo(401);
      assertThat(send(client, port, "d-1", now, "v1,", BODY)).isEqualTo(401);
      assertThat(send(client, port, "d-1", now, "x x", BODY)).isEqualTo(401);

      hangUp(port);
      try (Socket slow = begin(port)) {
        assertThat(slow.isConnected()).isTrue();
        assertThat(send(client, port, "d-1", now, good, BODY)).isEqualTo(204);
      }
      String large = "x".repeat(1_000_001);
      String signed = Signing.header(List.of(secret), "d-5", now, large);
      assertThat(sendOrFail(client, port, "d-5", now, signed, large)).isNotEqualTo(204);
      assertThat(send(client, port, "d-1", now, good, BODY)).isEqualTo(204);
    } finally {
      receiver.destroy();
      receiver.waitFor();
    }

    assertThat(Files.readAllLines(out.toPath())).containsExactly(BODY, BODY);
  }

  private static Process start(List<String> command, int port, String secret, File out)
      throws IOException {
    List<String> words = new ArrayList<>(command);
    words.add(Integer.toString(port));
    ProcessBuilder builder = new ProcessBuilder(words).redirectOutput(out);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("WEBHOOK_SECRET", secret);
    return builder.start();
  }

  private static int send(
      HttpClient client, int port, String id, long time, String signature, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
            .timeout(Duration.ofSeconds(10))
            .header("webhook-id", id)
            .header("webhook-timestamp", Long.toString(time))
            .header("webhook-signature", signature)
            .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8))
            .build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  /** Sends less than it has told and goes away. */
  private static void hangUp(int port) throws IOException {
    begin(port).close();
  }

  private static Socket begin(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket
        .getOutputStream()
        .write("POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 100\r\n\r\n{".getBytes(UTF_8));
    socket.getOutputStream().flush();
    return socket;
  }

  /** The status, or 0 where the receiver closes the line. */
  private static int sendOrFail(
      HttpClient client, int port, String id, long time, String signature, String body)
      throws InterruptedException {
    try {
      return send(client, port, id, time, signature, body);
    } catch (IOException closed) {
      return 0;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}

package dev.rebound.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rebound.localstack.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellScriptTest {

  private static final HttpServer SERVER = server();
  private static final String HERE = "http://127.0.0.1:" + SERVER.getAddress().getPort();

  /** Answers the body that it was sent, and 404 where it was sent none. */
  private static HttpServer server() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", ShellScriptTest::echo);
      server.start();
      return server;
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  private static void echo(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (body.length == 0) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }

  @AfterAll
  static void stop() {
    SERVER.stop(0);
  }

  @Test
  void what_each_call_was_answered_is_told_and_variables_are_kept(@TempDir Path folder)
      throws Exception {
    String first = "tide=$(curl -s %s/ -d 'ebb and flood' | cut -d' ' -f1)".formatted(HERE);
    String second =
        """
        printf '[%%s,\\n "neap"]' "$tide" |
        curl -s %1$s/ --data-binary @-
        curl -s -X DELETE %1$s/
        """
            .formatted(HERE);

    assertThat(new ShellScript(List.of(first, second)).run(folder))
        .containsExactly(
            new ShellScript.Answer(0, 200, "ebb and flood"),
            new ShellScript.Answer(1, 200, "[ebb, \"neap\"]"),
            new ShellScript.Answer(1, 404, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl -s %s/ -d ebb",
        "tide=$(curl -s %s/ -d ebb | cut -c1)",
        "printf ebb | curl -s %s/ --data-binary @-"
      })
  void a_call_that_finds_nobody_is_a_failure(String call, @TempDir Path folder) {
    String nobody = "http://127.0.0.1:" + Ports.free();
    ShellScript script = new ShellScript(List.of(call.formatted(nobody), "echo went on"));

    assertThatThrownBy(() -> script.run(folder))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("curl: (7)")
        .hasMessageNotContaining("went on");
  }

  @ParameterizedTest
  @ValueSource(strings = {"echo $tide", "no-such-command", "false | true"})
  void so_is_a_command_that_fails(String command, @TempDir Path folder) {
    assertThatThrownBy(() -> new ShellScript(List.of(command)).run(folder))
        .isInstanceOf(AssertionError.class);
  }
}

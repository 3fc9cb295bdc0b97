package dev.rebound.feedback.mail;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** Mail as in production, by a server on a port where none may be listening. */
public final class ProductionMail implements QuarkusTestResourceLifecycleManager {

  /** After the real parts, whose settings are those of development. */
  @Override
  public int order() {
    return 10;
  }

  @Override
  public Map<String, String> start() {
    try (ServerSocket free = new ServerSocket(0)) {
      return Map.of(
          "rebound.development",
          "false",
          "rebound.mail.host",
          "127.0.0.1",
          "rebound.mail.port",
          Integer.toString(free.getLocalPort()));
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  @Override
  public void stop() {
    // Nothing was started.
  }
}

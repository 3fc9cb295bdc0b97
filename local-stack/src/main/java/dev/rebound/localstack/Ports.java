package dev.rebound.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be said about the ports of this machine. */
public final class Ports {
  private static final Pattern SS_PROCESS = Pattern.compile("\\(\\(\"([^\"]+)\",pid=(\\d+)");

  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private Ports() {}

  /**
   * A port that nobody listens on at this moment, and that nobody here was given before: whoever
   * asks for several gets several, also before the first is in use.
   */
  public static int free() {
    while (true) {
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        if (GIVEN.add(socket.getLocalPort())) {
          return socket.getLocalPort();
        }
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  /**
   * Whether somebody on this machine accepts connections on it, by either of the addresses that
   * {@code localhost} has.
   */
  public static boolean taken(int port) {
    return accepts("127.0.0.1", port) || accepts("::1", port);
  }

  private static boolean accepts(String loopback, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getByName(loopback), port), 1000);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  /**
   * A {@link Trouble} that names the port, who has it, and the setting that changes it; nothing
   * when the port is free.
   */
  static void requireFree(int port, String wantedBy, String setting) {
    if (taken(port)) {
      throw new Trouble(takenMessage(port, wantedBy, setting, holder(port)));
    }
  }

  static String takenMessage(int port, String wantedBy, String setting, Optional<String> holder) {
    return "Port %d, which %s needs, is taken by %s.\nEnd that, or choose another port: %s=%d ./rebound up"
        .formatted(
            port,
            wantedBy,
            holder.orElse("another process"),
            setting,
            port + 10_000 > 65_535 ? port - 10_000 : port + 10_000);
  }

  /** Who listens on it, as far as this user may know. */
  private static Optional<String> holder(int port) {
    Optional<String> bySs =
        Shell.answer("ss", "-Hltnp", "sport = :" + port)
            .map(SS_PROCESS::matcher)
            .filter(Matcher::find)
            .map(it -> it.group(1) + " (process " + it.group(2) + ")");
    return bySs.or(() ->
        Shell.answer("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
            .map(it -> "process " + it.lines().findFirst().orElse(it)));
  }
}

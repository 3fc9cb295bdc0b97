package dev.rebound.feedback.mail;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Speaks as much SMTP as it takes to receive letters, to refuse them, and to fail in between. */
public final class MailServer implements AutoCloseable {

  /** What it does with every letter. */
  public enum Mood {
    /** Hangs up on every caller, without a word. */
    IS_DOWN,
    TAKES,
    /** Refuses every address for good. */
    REFUSES,
    /** Takes a letter and dies before it says so. */
    HANGS_UP
  }

  /** A letter as it arrived: the address, then head and body. */
  public record Arrived(String to, String content) {}

  private final ServerSocket socket;
  private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile Mood mood;

  /** Listens on a port of the loopback address that was free. */
  public MailServer(Mood mood) {
    this.mood = mood;
    try {
      this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
    Thread.ofVirtual().start(this::listen);
  }

  /** Where it listens. */
  public int port() {
    return socket.getLocalPort();
  }

  /** Changes what it does from now on. Who is down lets go of every caller. */
  public void mood(Mood now) {
    mood = now;
    if (now == Mood.IS_DOWN) {
      hangUp();
    }
  }

  /** The letters to an address, oldest first, lines unfolded. */
  public List<String> letters(String to) {
    return arrived.stream()
        .filter(letter -> letter.to().equals(to))
        .map(letter -> letter.content().replace("=\n", "").replace("=3D", "="))
        .toList();
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        Socket caller = socket.accept();
        open.add(caller);
        Thread.ofVirtual().start(() -> serve(caller));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket caller) {
    try (caller;
        var in =
            new BufferedReader(
                new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        var out =
            new BufferedWriter(
                new OutputStreamWriter(caller.getOutputStream(), StandardCharsets.UTF_8))) {
      if (mood != Mood.IS_DOWN) {
        talk(in, out);
      }
    } catch (IOException hungUp) {
      // Callers may.
    } finally {
      open.remove(caller);
    }
  }

  private void talk(BufferedReader in, BufferedWriter out) throws IOException {
    say(out, "220 localhost");
    String to = "";
    for (@Nullable String line = in.readLine(); line != null; line = in.readLine()) {
      String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(Locale.ROOT);
      switch (verb) {
        case "RCPT" -> {
          to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
          say(out, mood == Mood.REFUSES ? "550 no such mailbox: " + to : "250 ok");
        }
        case "DATA" -> {
          say(out, "354 go on");
          arrived.add(new Arrived(to, content(in)));
          if (mood == Mood.HANGS_UP) {
            return;
          }
          say(out, "250 ok");
        }
        case "QUIT" -> {
          say(out, "221 bye");
          return;
        }
        default -> say(out, "250 ok");
      }
    }
  }

  private static String content(BufferedReader in) throws IOException {
    StringBuilder content = new StringBuilder();
    for (@Nullable String line = in.readLine();
        line != null && !line.equals(".");
        line = in.readLine()) {
      content.append(line).append('\n');
    }
    return content.toString();
  }

  private static void say(BufferedWriter out, String reply) throws IOException {
    out.write(reply + "\r\n");
    out.flush();
  }

  @Override
  public void close() {
    try {
      socket.close();
      hangUp();
    } catch (IOException already) {
      throw new UncheckedIOException(already);
    }
  }

  private void hangUp() {
    try {
      for (Socket caller : open) {
        caller.close();
      }
    } catch (IOException already) {
      throw new UncheckedIOException(already);
    }
  }
}

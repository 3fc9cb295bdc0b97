package dev.rebound.eventstore;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A line to a server that can die as lines do: nothing comes through any more, and neither side is
 * told. Connections made afterwards are sound.
 */
public final class Wire implements AutoCloseable {

  private final ServerSocket entrance;
  private final int target;
  private final List<Line> lines = new CopyOnWriteArrayList<>();

  private record Line(Socket near, Socket far, AtomicBoolean dead) {}

  /** A line to this port of this machine. */
  public Wire(int target) {
    this.target = target;
    try {
      this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** Where to connect to. */
  public int port() {
    return entrance.getLocalPort();
  }

  /** From now on nothing comes through the connections that are open. */
  public void fallSilent() {
    lines.forEach(line -> line.dead().set(true));
  }

  private void accept() {
    try {
      while (true) {
        Socket near = entrance.accept();
        Line line =
            new Line(
                near, new Socket(InetAddress.getLoopbackAddress(), target), new AtomicBoolean());
        lines.add(line);
        Thread.ofVirtual().start(() -> carry(line, line.near(), line.far()));
        Thread.ofVirtual().start(() -> carry(line, line.far(), line.near()));
      }
    } catch (IOException closed) {
      // Only close() ends it.
    }
  }

  private static void carry(Line line, Socket from, Socket to) {
    byte[] buffer = new byte[8192];
    try (from) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (!line.dead().get()) {
          out.write(buffer, 0, n);
        }
      }
      if (!line.dead().get()) {
        to.close();
      }
    } catch (IOException ended) {
      // So has the other direction, or it will.
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    for (Line line : lines) {
      line.near().close();
      line.far().close();
    }
  }
}

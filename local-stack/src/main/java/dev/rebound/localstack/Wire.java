package dev.rebound.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A line to a server of this machine that can fail as lines do, for tests: who is given its port in
 * place of the server's can be cut off, kept waiting, or left without a word.
 */
public final class Wire implements AutoCloseable {

  private static final int BACKLOG = 200;
  private static final int BUFFER_BYTES = 64 * 1024;

  private final int target;
  private final int port;
  private final Set<Line> lines = ConcurrentHashMap.newKeySet();
  private volatile ServerSocket entrance;
  private volatile boolean silent;
  private volatile CompletableFuture<Void> flow = CompletableFuture.completedFuture(null);

  /** A sound line to this port of this machine. */
  public Wire(int target) {
    this.target = target;
    this.entrance = open(0);
    this.port = entrance.getLocalPort();
  }

  /** Where to connect to. */
  public int port() {
    return port;
  }

  /**
   * From now on nothing comes through the connections that are open, and neither side is told;
   * those made afterwards are sound.
   */
  public void fallSilent() {
    lines.forEach(line -> line.dead = true);
  }

  /**
   * The same for what is connected until {@link #mend()} as well. The clients are never told; the
   * server is when the line is mended, as its probes would tell it.
   */
  public void swallow() {
    silent = true;
    fallSilent();
  }

  /** What is sent waits for {@link #mend()} and then arrives, as lost packets that are repeated. */
  public void hold() {
    flow = new CompletableFuture<>();
  }

  /** Resets every connection and refuses new ones until {@link #mend()}. */
  public void cut() {
    refuse();
    lines.forEach(Line::reset);
  }

  /** Refuses new connections until {@link #mend()}, as a server that does not run. */
  public void refuse() {
    shut(entrance);
  }

  /** Lets everything through again, whatever was wrong; dead connections stay dead. */
  public void mend() {
    silent = false;
    lines.forEach(Line::tellServer);
    flow.complete(null);
    if (entrance.isClosed()) {
      entrance = open(port);
    }
  }

  private ServerSocket open(int at) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), BACKLOG);
      Thread.ofVirtual().name("wire").start(() -> accept(socket));
      return socket;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void accept(ServerSocket socket) {
    try {
      while (true) {
        Line line = new Line(socket.accept());
        lines.add(line);
        Thread.ofVirtual().start(line::connect);
      }
    } catch (IOException closed) {
      // Nobody is accepted any more.
    }
  }

  @Override
  public void close() {
    shut(entrance);
    lines.forEach(Line::end);
  }

  private static void shut(java.io.Closeable socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // So it is shut.
    }
  }

  private final class Line {
    private final Socket near;
    private volatile @Nullable Socket far;
    private volatile boolean dead;

    Line(Socket near) {
      this.near = near;
      this.dead = silent;
    }

    void connect() {
      Socket other = new Socket();
      try {
        if (!dead) {
          other.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
          far = other;
          if (near.isClosed()) {
            end();
          }
          Thread.ofVirtual().start(() -> carry(other, near));
        }
      } catch (IOException nobodyThere) {
        reset();
        return;
      }
      carry(near, other);
    }

    private void carry(Socket from, Socket to) {
      byte[] buffer = new byte[BUFFER_BYTES];
      try {
        InputStream in = from.getInputStream();
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          flow.join();
          if (!dead) {
            OutputStream out = to.getOutputStream();
            out.write(buffer, 0, n);
          }
        }
        flow.join();
      } catch (IOException broken) {
        // The end of this direction.
      }
      if (dead) {
        shut(from);
      } else {
        end();
      }
      if (near.isClosed()) {
        lines.remove(this);
      }
    }

    void end() {
      shut(near);
      Socket other = far;
      if (other != null) {
        shut(other);
      }
      lines.remove(this);
    }

    void reset() {
      abruptly(near);
      tell();
      end();
    }

    void tellServer() {
      if (dead) {
        tell();
      }
    }

    private void tell() {
      Socket other = far;
      if (other != null) {
        abruptly(other);
      }
    }

    private void abruptly(Socket socket) {
      try {
        socket.setSoLinger(true, 0);
      } catch (IOException gone) {
        // Then it is closed already.
      }
      shut(socket);
    }
  }
}

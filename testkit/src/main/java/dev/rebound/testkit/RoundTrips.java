package dev.rebound.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A line to a server that counts how often its client waits for an answer. What the client sends is
 * kept until nothing more comes of it, and then goes on as one: whatever is sent without waiting is
 * one trip, however many messages it is.
 */
public final class RoundTrips implements AutoCloseable {

  /** After so long without another byte the client waits for an answer. */
  private static final int QUIET_MILLIS = 50;

  private static final int BUFFER_BYTES = 64 * 1024;

  private final String host;
  private final int target;
  private final ServerSocket entrance;
  private final AtomicInteger trips = new AtomicInteger();

  /** A line to this server; who is given its port in place of the server's is counted. */
  public RoundTrips(String host, int target) {
    this.host = host;
    this.target = target;
    try {
      entrance = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    Thread.ofVirtual().name("round trips").start(this::accept);
  }

  /** Where to connect to. */
  public int port() {
    return entrance.getLocalPort();
  }

  /** How many there were so far, of all connections. */
  public int count() {
    return trips.get();
  }

  @Override
  public void close() {
    try {
      entrance.close();
    } catch (IOException gone) {
      // So it is closed.
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket client = entrance.accept();
        Socket server = new Socket(host, target);
        Thread.ofVirtual().start(() -> answer(server, client));
        Thread.ofVirtual().start(() -> ask(client, server));
      }
    } catch (IOException closed) {
      // Nobody is accepted any more.
    }
  }

  private void ask(Socket client, Socket server) {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (client;
        server) {
      InputStream in = client.getInputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        client.setSoTimeout(QUIET_MILLIS);
        try {
          for (; n >= 0; n = in.read(buffer)) {
            sent.write(buffer, 0, n);
          }
        } catch (SocketTimeoutException waiting) {
          client.setSoTimeout(0);
        }
        trips.incrementAndGet();
        server.getOutputStream().write(sent.toByteArray());
      }
    } catch (IOException ended) {
      // The client is gone, or the server.
    }
  }

  private static void answer(Socket server, Socket client) {
    try {
      server.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException ended) {
      // The same.
    }
  }
}

package dev.rebound.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An HTTP connection with at most one request under way. */
final class Line implements AutoCloseable {
  private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final SocketChannel channel;
  private final SelectionKey key;
  private ByteBuffer unsent = ByteBuffer.allocate(0);
  private ByteBuffer received = ByteBuffer.allocate(8 * 1024);
  private long due;
  private int status;
  private int headLength = -1;
  private int length;

  Line(Selector selector, int port) throws IOException {
    channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    key = channel.register(selector, SelectionKey.OP_READ, this);
  }

  /** When the request under way was due, by {@link System#nanoTime()}. */
  long due() {
    return due;
  }

  /** The status of the answer, once it is whole. */
  int status() {
    return status;
  }

  /** Sends a request that was due then; what the other side has no room for yet goes later. */
  void send(byte[] request, long due) throws IOException {
    this.due = due;
    unsent = ByteBuffer.wrap(request);
    sendOn();
  }

  private void sendOn() throws IOException {
    channel.write(unsent);
    key.interestOps(
        unsent.hasRemaining()
            ? SelectionKey.OP_READ | SelectionKey.OP_WRITE
            : SelectionKey.OP_READ);
  }

  /** Takes what is there, and sends what is left to send; true once the answer is whole. */
  boolean receive() throws IOException {
    if (unsent.hasRemaining()) {
      sendOn();
    }
    if (!received.hasRemaining()) {
      ByteBuffer larger = ByteBuffer.allocate(received.capacity() * 2);
      received = larger.put(received.flip());
    }
    if (channel.read(received) < 0) {
      throw new IOException("the service closed a connection");
    }
    if (headLength < 0) {
      headLength = endOfHead();
      if (headLength < 0) {
        return false;
      }
      String head = head();
      status = Integer.parseInt(head.substring(9, 12));
      length = contentLength(head);
    }
    return received.position() >= headLength + length;
  }

  /** The answer's status line and header fields. */
  String head() {
    return new String(received.array(), 0, headLength, StandardCharsets.US_ASCII);
  }

  /** The answer's body. */
  String body() {
    return new String(received.array(), headLength, length, StandardCharsets.UTF_8);
  }

  /** Makes room for the next answer. */
  void reset() {
    received.clear();
    headLength = -1;
  }

  private int endOfHead() {
    for (int end = END_OF_HEAD.length; end <= received.position(); end++) {
      if (Arrays.equals(
          received.array(), end - END_OF_HEAD.length, end, END_OF_HEAD, 0, END_OF_HEAD.length)) {
        return end;
      }
    }
    return -1;
  }

  private static int contentLength(String head) {
    @Nullable String value = header(head, "content-length");
    return value == null ? 0 : Integer.parseInt(value);
  }

  /** A header field's value, or null. */
  static @Nullable String header(String head, String name) {
    for (String field : head.split("\r\n")) {
      if (field.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
        return field.substring(name.length() + 1).strip();
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

package dev.rebound.testkit.attack;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** HTTP over a socket: what is sent is what was said, however wrong it is. */
final class RawHttp {

  /** Longer than the service waits for an event that a read names. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final String LINE = "\r\n";
  private static final int CHUNK = 16 * 1024;

  private RawHttp() {}

  /**
   * An answer.
   *
   * @param status {@link #NONE} where the connection was closed without one
   * @param headers by their names in lower case
   * @param body empty where it has no end
   */
  record Answer(int status, Map<String, String> headers, String body) {
    static final int NONE = 0;

    /** A header's value, empty where there is none. */
    String header(String name) {
      return headers.getOrDefault(name, "");
    }

    boolean isProblem() {
      return header("content-type").startsWith("application/problem+json");
    }
  }

  /** Sends a request with a body of known length, none where it is empty, and reads the answer. */
  static Answer send(
      URI base, String method, String target, Map<String, String> headers, byte[] body) {
    Map<String, String> all = new TreeMap<>(headers);
    all.put("Content-Length", Integer.toString(body.length));
    return exchange(
        base,
        method,
        target,
        all,
        (out, answered) -> {
          for (int from = 0; from < body.length && !answered.yet(); from += CHUNK) {
            out.write(body, from, Math.min(CHUNK, body.length - from));
          }
        });
  }

  /** The same with a body whose length is not told. */
  static Answer sendChunked(
      URI base, String method, String target, Map<String, String> headers, byte[] body) {
    Map<String, String> all = new TreeMap<>(headers);
    all.put("Transfer-Encoding", "chunked");
    return exchange(
        base,
        method,
        target,
        all,
        (out, answered) -> {
          for (int from = 0; from < body.length && !answered.yet(); from += CHUNK) {
            int length = Math.min(CHUNK, body.length - from);
            out.write((Integer.toHexString(length) + LINE).getBytes(StandardCharsets.US_ASCII));
            out.write(body, from, length);
            out.write(LINE.getBytes(StandardCharsets.US_ASCII));
          }
          out.write(("0" + LINE + LINE).getBytes(StandardCharsets.US_ASCII));
        });
  }

  private interface Body {
    void write(OutputStream out, Answered answered) throws IOException;
  }

  /** Who refuses a body need not wait for its end. */
  private interface Answered {
    boolean yet() throws IOException;
  }

  private static Answer exchange(
      URI base, String method, String target, Map<String, String> headers, Body body) {
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      InputStream in = new BufferedInputStream(socket.getInputStream());
      StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1" + LINE);
      head.append("Host: ").append(base.getAuthority()).append(LINE);
      head.append("Connection: close").append(LINE);
      headers.forEach((name, value) -> head.append(name + ": " + value + LINE));
      out.write((head + LINE).getBytes(StandardCharsets.UTF_8));
      try {
        body.write(out, () -> in.available() > 0);
        out.flush();
      } catch (IOException refused) {
        // The answer is there all the same.
      }
      return read(in);
    } catch (IOException failed) {
      throw new UncheckedIOException(method + " " + target, failed);
    }
  }

  private static Answer read(InputStream in) throws IOException {
    String[] first = line(in).split(" ", 3);
    if (first.length < 2) {
      return new Answer(Answer.NONE, Map.of(), "");
    }
    Map<String, String> headers = new TreeMap<>();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
    }
    return new Answer(Integer.parseInt(first[1]), headers, body(in, headers));
  }

  private static String body(InputStream in, Map<String, String> headers) throws IOException {
    if (headers.getOrDefault("content-type", "").startsWith("text/event-stream")) {
      return "";
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if ("chunked".equals(headers.get("transfer-encoding"))) {
      for (int left = chunk(in); left > 0; left = chunk(in)) {
        body.write(in.readNBytes(left));
        line(in);
      }
    } else if (headers.containsKey("content-length")) {
      body.write(in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0"))));
    }
    return body.toString(StandardCharsets.UTF_8);
  }

  private static int chunk(InputStream in) throws IOException {
    return Integer.parseInt(line(in), 16);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}

package dev.rebound.application.webhooks;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A delivery as it came: its headers by name, and the bytes of its body. */
final class Delivery {

  private final Function<String, @Nullable String> headers;
  private final byte[] body;

  Delivery(Function<String, @Nullable String> headers, byte[] body) {
    this.headers = headers;
    this.body = body;
  }

  /** The value of a header, empty where it is missing. */
  String header(String name) {
    String value = headers.apply(name);
    return value == null ? "" : value.strip();
  }

  /** The bytes that are signed; not to be changed. */
  byte[] body() {
    return body;
  }
}

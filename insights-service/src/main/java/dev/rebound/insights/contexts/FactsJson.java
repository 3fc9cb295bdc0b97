package dev.rebound.insights.contexts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rebound.events.EventJson;
import java.io.IOException;

/** Facts to bytes and back. The bytes hold personal words in clear and are sealed by the caller. */
final class FactsJson {

  private static final JsonMapper MAPPER = EventJson.mapper();

  private FactsJson() {}

  static byte[] write(Facts facts) {
    try {
      return MAPPER.writerFor(Facts.class).writeValueAsBytes(facts);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException("facts cannot be written: " + name(unwritable));
    }
  }

  static Facts read(byte[] bytes) {
    try {
      return MAPPER.readValue(bytes, Facts.class);
    } catch (IOException unreadable) {
      // The cause quotes the document, which is personal: it goes no further.
      throw new IllegalStateException("facts cannot be read: " + name(unreadable));
    }
  }

  private static String name(Exception cause) {
    return cause.getClass().getSimpleName();
  }
}

package dev.rebound.insights.contexts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.rebound.events.EventJson;
import java.io.IOException;

/** Facts to bytes and back. The bytes hold personal words in clear and are sealed by the caller. */
final class FactsJson {

  private static final ObjectReader READER = EventJson.mapper().readerFor(Facts.class);
  private static final ObjectWriter WRITER = EventJson.mapper().writerFor(Facts.class);

  private FactsJson() {}

  static byte[] write(Facts facts) {
    try {
      return WRITER.writeValueAsBytes(facts);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException("facts cannot be written: " + name(unwritable));
    }
  }

  static Facts read(byte[] bytes) {
    try {
      return READER.readValue(bytes);
    } catch (IOException unreadable) {
      // The cause quotes the document, which is personal: it goes no further.
      throw new IllegalStateException("facts cannot be read: " + name(unreadable));
    }
  }

  private static String name(Exception cause) {
    return cause.getClass().getSimpleName();
  }
}

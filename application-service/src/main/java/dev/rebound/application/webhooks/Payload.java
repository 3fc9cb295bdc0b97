package dev.rebound.application.webhooks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads vendors' JSON: fields nobody here knows are passed over, and what is not there, or of
 * another type than expected, is absent.
 */
final class Payload {

  /** Vendors nest and write more than people do; a body has at most 1 MB all the same. */
  private static final JsonMapper JSON =
      new JsonMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(100)
                      .maxStringLength(1_048_576)
                      .maxDocumentLength(1_048_576)
                      .build())
              .build());

  private static final int LONGEST_ADDRESS = 254;
  private static final int LONGEST_ID = 200;
  private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private Payload() {}

  /** The body's object; a missing node where there is none. */
  static JsonNode object(byte[] body) {
    try {
      JsonNode root = JSON.readTree(body);
      return root != null && root.isObject() ? root : MissingNode.getInstance();
    } catch (IOException noJson) {
      // Its message quotes the document, which may be personal: it goes no further.
      return MissingNode.getInstance();
    }
  }

  /** A tree as bytes. */
  static byte[] bytes(JsonNode tree) {
    try {
      return JSON.writeValueAsBytes(tree);
    } catch (IOException impossible) {
      throw new IllegalStateException("a tree that was just read can be written");
    }
  }

  /** An id, which may be a text or a number; null where there is none. */
  static @Nullable String id(JsonNode node) {
    return text(node, LONGEST_ID);
  }

  /**
   * A text without control characters, null where there is none.
   *
   * @param most how many characters it may have; what is longer is cut
   */
  static @Nullable String text(JsonNode node, int most) {
    if (!node.isTextual() && !node.isIntegralNumber()) {
      return null;
    }
    StringBuilder plain = new StringBuilder();
    node.asText()
        .strip()
        .codePoints()
        .filter(Payload::isPlain)
        .limit(most)
        .forEach(plain::appendCodePoint);
    String text = plain.length() > most ? plain.substring(0, cut(plain, most)) : plain.toString();
    return text.isBlank() ? null : text;
  }

  /**
   * A person's name from its parts, null where there is none of them.
   *
   * @param most how many characters each part may have; what is longer is cut
   */
  static @Nullable String name(JsonNode person, int most, String... parts) {
    String name =
        Stream.of(parts)
            .map(part -> text(person.path(part), most))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    return name.isEmpty() ? null : name;
  }

  /** An e-mail address, null where there is none. */
  static @Nullable String email(JsonNode node) {
    String text = text(node, LONGEST_ADDRESS + 1);
    return text != null && text.length() <= LONGEST_ADDRESS && ADDRESS.matcher(text).matches()
        ? text
        : null;
  }

  /** The day of a point in time, in UTC; null where there is none. */
  static @Nullable LocalDate day(JsonNode node) {
    if (!node.isTextual()) {
      return null;
    }
    String text = node.asText().strip();
    try {
      return DAY.matcher(text).matches()
          ? LocalDate.parse(text)
          : OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toLocalDate();
    } catch (DateTimeException none) {
      return null;
    }
  }

  /** A point in time; null where there is none. */
  static @Nullable Instant instant(JsonNode node) {
    try {
      return node.isTextual() ? OffsetDateTime.parse(node.asText().strip()).toInstant() : null;
    } catch (DateTimeException none) {
      return null;
    }
  }

  /** A point in time in milliseconds since 1970; null where there is none. */
  static @Nullable Instant instantOfMillis(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToLong()
        ? Instant.ofEpochMilli(node.asLong())
        : null;
  }

  /** The day of that, in UTC; null where there is none. */
  static @Nullable LocalDate dayOfMillis(JsonNode node) {
    Instant at = instantOfMillis(node);
    return at == null ? null : at.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static boolean isPlain(int letter) {
    return (letter >= ' ' || letter == '\n' || letter == '\t')
        && letter != 0x7f
        && !(letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE);
  }

  /** Never between the two halves of a letter. */
  private static int cut(CharSequence text, int most) {
    return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
  }
}

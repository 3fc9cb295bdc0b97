package dev.rebound.testkit.attack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Bodies that are like right ones, and not right. */
final class Strange {

  /** Words that somebody or something has stumbled over. */
  static final List<String> WORDS =
      List.of(
          "",
          " ",
          "0",
          "-1",
          "null",
          "undefined",
          "true",
          "NaN",
          "1e309",
          "99999999999999999999",
          "' or 1=1 --",
          "\"; drop table event; --",
          "{{7*7}}",
          "${jndi:x}",
          "../../etc/passwd",
          "<script>alert(1)</script>",
          "=1+1",
          "@SUM(A1)",
          "\u0000",
          "a\u0000b",
          "\ufeff",
          "\u202e",
          "\ud83d\ude00",
          "e\u0301",
          "\ud800",
          "%s%s%n",
          "2026-02-30",
          "0000-00-00",
          "+9999-01-01",
          "-999999999-01-01",
          "9999-12-31T24:00:00Z",
          "00000000-0000-0000-0000-000000000000",
          "ffffffff-ffff-ffff-ffff-ffffffffffff",
          "{\"a\":1}",
          "[]",
          "a,b\nc",
          "x".repeat(300),
          "x".repeat(21_000));

  /** What lists are sorted by, as near to what can be as it gets. */
  private static final List<String> KEYS =
      List.of(
          "2026-06-01",
          "2026-06-01T12:00:00Z",
          "+1000000000-12-31T23:59:59.999999999Z",
          "-1000000000-01-01T00:00:00Z",
          "+999999999-12-31",
          "6000-01-01",
          "9223372036854775807",
          "018f0000-0000-7000-8000-000000000000",
          "-1.5",
          "NaN");

  private static final List<String> NUMBERS =
      List.of(
          "-1",
          "0",
          "-0",
          "2147483648",
          "9223372036854775808",
          "1e400",
          "-1e400",
          "0.1",
          "1e-400",
          "99999999999999999999999999999999999999");

  private static final ObjectMapper JSON = new ObjectMapper();

  /** One that is made of a right one; sometimes that itself. */
  byte[] like(JsonNode right, Random random) {
    return switch (random.nextInt(10)) {
      case 0 -> noise(random);
      case 1 -> cut(bytes(right.toString()), random);
      case 2 -> flipped(bytes(right.toString()), random);
      case 3 -> bytes(right.toString());
      default -> bytes(bent(right, random));
    };
  }

  /** Something that a list may be sorted by, or a word. */
  static String key(Random random) {
    List<String> keys = random.nextInt(3) == 0 ? WORDS : KEYS;
    String key = keys.get(random.nextInt(keys.size()));
    return key.length() > 500 ? key.substring(0, 500) : key;
  }

  private static byte[] noise(Random random) {
    byte[] noise = new byte[random.nextInt(200)];
    random.nextBytes(noise);
    return noise;
  }

  private static byte[] cut(byte[] right, Random random) {
    return Arrays.copyOf(right, random.nextInt(right.length + 1));
  }

  private static byte[] flipped(byte[] right, Random random) {
    byte[] flipped = right.clone();
    for (int i = 0; i < 3 && flipped.length > 0; i++) {
      flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
    }
    return flipped;
  }

  /** One or two places of it are something else. */
  private static String bent(JsonNode right, Random random) {
    JsonNode bent = right.deepCopy();
    List<String> replacements = new ArrayList<>();
    int times = 1 + random.nextInt(2);
    for (int i = 0; i < times; i++) {
      String marker = "replaced-" + i;
      bend(bent, marker, random);
      replacements.add(marker);
    }
    String text = bent.toString();
    for (String marker : replacements) {
      text = text.replace("\"" + marker + "\"", other(random));
    }
    return text;
  }

  private static void bend(JsonNode at, String marker, Random random) {
    if (at instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      if (names.isEmpty() || random.nextInt(6) == 0) {
        object.put("more" + random.nextInt(3), marker);
        return;
      }
      String name = names.get(random.nextInt(names.size()));
      if (object.path(name).isContainerNode() && random.nextBoolean()) {
        bend(object.path(name), marker, random);
      } else if (random.nextInt(6) == 0) {
        object.remove(name);
      } else {
        object.put(name, marker);
      }
    } else if (at instanceof ArrayNode array && !array.isEmpty()) {
      JsonNode first = array.get(0);
      if (first.isContainerNode() && random.nextBoolean()) {
        bend(first, marker, random);
      } else if (random.nextBoolean()) {
        array.set(0, array.textNode(marker));
      } else {
        array.add(marker);
      }
    }
  }

  /** A value of any type, as JSON, or nearly. */
  private static String other(Random random) {
    return switch (random.nextInt(9)) {
      case 0 -> "null";
      case 1 -> NUMBERS.get(random.nextInt(NUMBERS.size()));
      case 2 -> random.nextBoolean() ? "true" : "false";
      case 3 -> "[" + "[".repeat(random.nextInt(60)) + "]".repeat(random.nextInt(60)) + "]";
      case 4 -> "{\"a\":".repeat(random.nextInt(60)) + "1" + "}".repeat(random.nextInt(60));
      case 5 -> "\"\\ud800\"";
      case 6 -> "\"\\u0000\"";
      default -> quoted(WORDS.get(random.nextInt(WORDS.size())));
    };
  }

  private static String quoted(String word) {
    try {
      return JSON.writeValueAsString(word);
    } catch (JsonProcessingException unwritable) {
      return "\"\\ud800\"";
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

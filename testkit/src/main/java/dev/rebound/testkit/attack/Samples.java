package dev.rebound.testkit.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Values that a schema allows, as far as it tells. */
final class Samples {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String DAY = "2026-06-01";

  private static final String ADDRESS = "someone@example.net";

  /** What patterns in this API ask for. */
  private static final List<String> WORDS =
      List.of(ADDRESS, "https://example.org/a", "acme", "A plain word", "7");

  private static final int DEEPEST = 12;

  private final ApiDescription api;

  /** Out of this description. */
  Samples(ApiDescription api) {
    this.api = api;
  }

  /** The least that is allowed. */
  JsonNode least(JsonNode schema) {
    return value(schema, new Choice(false, null), 0);
  }

  /** Something that is allowed, with some of what may be left out. */
  JsonNode some(JsonNode schema, RandomGenerator random) {
    return value(schema, new Choice(false, random), 0);
  }

  /** One with all that may be in it. */
  JsonNode all(JsonNode schema) {
    return value(schema, new Choice(true, null), 0);
  }

  /** What is taken where there is a choice. */
  private record Choice(boolean all, @Nullable RandomGenerator random) {
    boolean takes() {
      return all || random != null && random.nextBoolean();
    }

    int of(int size) {
      return random == null ? 0 : random.nextInt(size);
    }

    UUID id() {
      return Samples.id(random);
    }
  }

  private JsonNode value(JsonNode schema, Choice choice, int depth) {
    JsonNode known = api.resolved(schema);
    if (known.path("enum").size() > 0) {
      return known.path("enum").get(choice.of(known.path("enum").size()));
    }
    return switch (ApiDescription.type(known)) {
      case "string" -> JSON.textNode(text(known, choice));
      case "integer" -> JSON.numberNode(number(known));
      case "number" -> JSON.numberNode((double) number(known));
      case "boolean" -> JSON.booleanNode(choice.of(2) == 0);
      case "array" -> array(known, choice, depth);
      default -> object(known, choice, depth);
    };
  }

  private static long number(JsonNode schema) {
    return Math.min(
        schema.path("maximum").asLong(Long.MAX_VALUE), schema.path("minimum").asLong(1));
  }

  private static String text(JsonNode schema, Choice choice) {
    String text =
        switch (schema.path("format").asText()) {
          case "uuid" -> choice.id().toString();
          case "date" -> DAY;
          case "date-time" -> DAY + "T12:00:00Z";
          default -> word(schema.path("pattern").asText());
        };
    int missing = schema.path("minLength").asInt(0) - text.length();
    return missing > 0 ? text + "x".repeat(missing) : text;
  }

  /** One that is nobody's; the same again for the same seed. */
  static UUID id(@Nullable RandomGenerator random) {
    return random == null
        ? UUID.randomUUID()
        : new UUID(random.nextLong() & ~0xf000L | 0x4000L, random.nextLong() >>> 2 | 1L << 63);
  }

  private static String word(String pattern) {
    return pattern.isEmpty()
        ? "A plain word"
        : WORDS.stream().filter(it -> it.matches(pattern)).findFirst().orElse("x");
  }

  private ArrayNode array(JsonNode schema, Choice choice, int depth) {
    ArrayNode array = JSON.arrayNode();
    int size = Math.max(1, schema.path("minItems").asInt(0));
    for (int i = 0; i < size && depth < DEEPEST; i++) {
      array.add(value(schema.path("items"), choice, depth + 1));
    }
    return array;
  }

  private ObjectNode object(JsonNode schema, Choice choice, int depth) {
    ObjectNode object = JSON.objectNode();
    Set<String> required = ApiDescription.required(schema);
    for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
      boolean chosen = depth < DEEPEST && choice.takes();
      if (required.contains(member.getKey()) || chosen) {
        JsonNode value = value(member.getValue(), choice, depth + 1);
        // The description says of addresses no more than that they are texts.
        boolean address = value.isTextual() && member.getKey().equals("email");
        object.set(member.getKey(), address ? JSON.textNode(ADDRESS) : value);
      }
    }
    JsonNode others = schema.path("additionalProperties");
    if (others.isObject() && depth < DEEPEST && choice.takes()) {
      object.set(Target.BOARD, value(others, choice, depth + 1));
    }
    return object;
  }
}

package dev.rebound.testkit.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Bodies that are right but for one text, or one more name, which has in it what nobody types and
 * what databases and encoders stumble over.
 */
final class Untyped {

  /** How the names begin of those that are lists of several things. */
  static final String IN_A_LIST = "of a list, ";

  private static final String MARK = "marked-for-replacement";

  /** As JSON has them, by what they are. */
  private static final Map<String, String> TEXTS =
      Map.of(
          "NUL", "a\\u0000b",
          "half of a character", "a\\ud800b",
          "the other half", "a\\udc00b",
          "21 000 letters", "x".repeat(21_000));

  private final JsonNode right;
  private final Map<String, byte[]> found = new LinkedHashMap<>();

  private Untyped(JsonNode right) {
    this.right = right;
  }

  /** All that can be made of a right one, each by what and where it is. */
  static Map<String, byte[]> in(JsonNode right) {
    Untyped untyped = new Untyped(right.deepCopy());
    untyped.walk(untyped.right, "");
    return untyped.found;
  }

  private void walk(JsonNode at, String path) {
    if (at instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : object.deepCopy().properties()) {
        String name = member.getKey();
        String place = path + "/" + name;
        JsonNode value = member.getValue();
        text(place, value, put -> object.set(name, put));
        walk(object.path(name), place);
      }
      object.set(MARK, object.isEmpty() ? TextNode.valueOf("x") : object.iterator().next());
      note("a name in " + path + "/");
      object.remove(MARK);
    } else if (at instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int index = i;
        text(path + "/" + i, array.get(i), put -> array.set(index, put));
        walk(array.get(i), path + "/" + i);
      }
    }
  }

  private void text(String place, JsonNode value, Consumer<JsonNode> put) {
    if (value.isTextual()) {
      put.accept(TextNode.valueOf(MARK));
      note(place);
      put.accept(value);
    }
  }

  private void note(String place) {
    String marked = right.toString();
    TEXTS.forEach((what, text) ->
        found.put(
            (right.isArray() ? IN_A_LIST : "") + what + " as " + place,
            marked.replace(MARK, text).getBytes(StandardCharsets.UTF_8)));
  }
}

package dev.rebound.sealing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.sealing.Sealing.BrokenBox;
import dev.rebound.sealing.Sealing.Placed;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A box in a document.
 *
 * @param subject whose key it opens with
 * @param place what it is bound to: the document's place, and its path in the document
 * @param put puts what was in it in its stead
 */
record ClosedBox(UUID subject, byte[] bytes, String place, Consumer<JsonNode> put) {

  static final String SEALED = "sealed";
  static final String SUBJECT = "subject";
  static final String BOX = "box";

  /**
   * Finds the boxes of a document, wherever they stand. Most of a history has none, so a place is
   * written out only for a box.
   *
   * @throws BrokenBox where something is marked as a box, and is none
   */
  static void find(Placed document, List<ClosedBox> into) {
    find(document.json(), document, new ArrayDeque<>(), into);
  }

  private static void find(
      JsonNode json, Placed document, Deque<String> path, List<ClosedBox> into) {
    if (json instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        if (field.getValue().isContainerNode()) {
          String name = field.getKey();
          path.addLast(name);
          look(field.getValue(), document, path, open -> object.set(name, open), into);
          path.removeLast();
        }
      }
    } else if (json instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i).isContainerNode()) {
          int index = i;
          path.addLast(Integer.toString(i));
          look(array.get(i), document, path, open -> array.set(index, open), into);
          path.removeLast();
        }
      }
    }
  }

  private static void look(
      JsonNode value,
      Placed document,
      Deque<String> path,
      Consumer<JsonNode> put,
      List<ClosedBox> into) {
    if (value.size() == 1 && value.path(SEALED).isObject()) {
      String place = document.place().get() + "#/" + String.join("/", path);
      into.add(of(value.path(SEALED), place, put));
    } else {
      find(value, document, path, into);
    }
  }

  private static ClosedBox of(JsonNode sealed, String place, Consumer<JsonNode> put) {
    try {
      UUID subject = UUID.fromString(sealed.path(SUBJECT).asText());
      byte[] bytes = Base64.getUrlDecoder().decode(sealed.path(BOX).asText());
      return new ClosedBox(subject, bytes, place, put);
    } catch (IllegalArgumentException malformed) {
      throw new BrokenBox();
    }
  }
}

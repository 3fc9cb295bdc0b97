package dev.rebound.application.handling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Merge Patch, RFC 7396: what is null goes, what is missing stays, objects are merged. */
final class MergePatch {

  private MergePatch() {}

  /**
   * The value with the patch applied; neither is changed.
   *
   * @throws JsonProcessingException where the patch has a name that the value does not have, or
   *     leads to what is no such value
   */
  static <T> T apply(ObjectMapper json, T value, JsonNode patch, Class<T> type)
      throws JsonProcessingException {
    checkNames(json, patch, type);
    return json.treeToValue(apply(json.<JsonNode>valueToTree(value), patch), type);
  }

  /** Reads the patch by itself: what is null in it is gone once it is merged, known or not. */
  private static void checkNames(ObjectMapper json, JsonNode patch, Class<?> type)
      throws JsonProcessingException {
    json.treeToValue(patch, type);
  }

  /** The target with the patch applied; neither is changed. */
  static JsonNode apply(JsonNode target, JsonNode patch) {
    if (!(patch instanceof ObjectNode changes)) {
      return patch;
    }
    ObjectNode merged =
        target instanceof ObjectNode it ? it.deepCopy() : JsonNodeFactory.instance.objectNode();
    changes
        .properties()
        .forEach(change -> {
          if (change.getValue().isNull()) {
            merged.remove(change.getKey());
          } else {
            merged.set(change.getKey(), apply(merged.path(change.getKey()), change.getValue()));
          }
        });
    return merged;
  }
}

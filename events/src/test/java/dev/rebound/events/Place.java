package dev.rebound.events;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a component stands, or could stand, in the JSON of an event.
 *
 * @param holder leads to the object that holds the component
 */
record Place(JsonPointer holder, RecordComponent component) {

  /** The places of an event's components in every object that the tree has, at every depth. */
  static List<Place> in(EventType type, ObjectNode tree) {
    List<Place> places = new ArrayList<>();
    gather(type.record(), tree, JsonPointer.empty(), places);
    return places;
  }

  private static void gather(
      Class<?> record, JsonNode object, JsonPointer holder, List<Place> places) {
    for (RecordComponent component : record.getRecordComponents()) {
      places.add(new Place(holder, component));
      Class<?> content = ContractRecords.content(component);
      JsonNode value = object.path(component.getName());
      JsonPointer pointer = holder.appendProperty(component.getName());
      if (content.isRecord() && value.isObject()) {
        gather(content, value, pointer, places);
      } else if (content.isRecord()) {
        for (int i = 0; i < value.size(); i++) {
          gather(content, value.path(i), pointer.appendIndex(i), places);
        }
      }
    }
  }

  boolean isPersonal() {
    return component.isAnnotationPresent(Personal.class);
  }

  boolean isRequired() {
    return RequiredComponents.isRequired(component);
  }

  /** The value that the tree has here, a missing node where it has none. */
  JsonNode value(ObjectNode tree) {
    return tree.at(holder).path(component.getName());
  }

  /** The same tree with something else here. */
  ObjectNode with(ObjectNode tree, JsonNode value) {
    ObjectNode copy = tree.deepCopy();
    copy.withObject(holder).set(component.getName(), value);
    return copy;
  }

  /** The same tree with nothing here. */
  ObjectNode without(ObjectNode tree) {
    ObjectNode copy = tree.deepCopy();
    copy.withObject(holder).remove(component.getName());
    return copy;
  }

  @Override
  public String toString() {
    return holder + "/" + component.getName();
  }
}

package dev.rebound.sealing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.events.Personal;
import dev.rebound.events.ReboundEvent;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of an event's JSON are personal, and whose. Read once a class from its {@link
 * Personal} components and from the records within it.
 */
final class PersonalParts {

  private static final String RECRUITER_ID = "recruiterId";

  private static final ClassValue<PersonalParts> BY_RECORD =
      new ClassValue<>() {
        @Override
        protected PersonalParts computeValue(Class<?> type) {
          return new PersonalParts(type);
        }
      };

  private final Map<String, Personal.Subject> personal = new HashMap<>();
  private final Map<String, Class<?>> nested = new HashMap<>();

  private PersonalParts(Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      Personal mark = component.getAnnotation(Personal.class);
      if (mark != null) {
        personal.put(component.getName(), mark.of());
      } else {
        Class<?> within = recordWithin(component.getGenericType());
        if (within != null) {
          nested.put(component.getName(), within);
        }
      }
    }
  }

  /** A personal value where it stands. */
  record Part(ObjectNode parent, String field, String path, UUID subject) {

    JsonNode value() {
      return parent.get(field);
    }
  }

  /** The personal values of an event's JSON that are there. */
  static List<Part> of(ReboundEvent event, ObjectNode json) {
    List<Part> parts = new ArrayList<>();
    BY_RECORD.get(event.getClass()).collect(json, "", event.candidateId(), parts);
    return parts;
  }

  private void collect(ObjectNode json, String path, UUID candidate, List<Part> into) {
    personal.forEach((field, whose) -> {
      if (json.hasNonNull(field)) {
        UUID subject =
            switch (whose) {
              case CANDIDATE -> candidate;
              case RECRUITER -> UUID.fromString(json.required(RECRUITER_ID).asText());
            };
        into.add(new Part(json, field, path + "/" + field, subject));
      }
    });
    nested.forEach((field, type) -> {
      JsonNode value = json.path(field);
      String at = path + "/" + field;
      if (value instanceof ObjectNode object) {
        BY_RECORD.get(type).collect(object, at, candidate, into);
      } else {
        for (int i = 0; i < value.size(); i++) {
          BY_RECORD.get(type).collect((ObjectNode) value.get(i), at + "/" + i, candidate, into);
        }
      }
    });
  }

  /** The record a component holds, itself or as the elements of a list. */
  private static @Nullable Class<?> recordWithin(Type type) {
    return switch (type) {
      case Class<?> plain when plain.isRecord() -> plain;
      case ParameterizedType list when list.getRawType() == List.class ->
          recordWithin(list.getActualTypeArguments()[0]);
      default -> null;
    };
  }
}

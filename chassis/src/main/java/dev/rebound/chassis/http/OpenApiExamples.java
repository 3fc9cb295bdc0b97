package dev.rebound.chassis.http;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Examples of what the API takes and answers, from the {@code openapi-examples.json} of the service
 * and of the chassis: one for each schema (an array has {@code []} behind its name), one for a
 * route whose answer has its own, and those of problems by their status, with the route, a
 * parameter or {@code body} behind it where it is about that. A text {@code $Name} stands for the
 * example of that name. An example that a resource names itself comes before these.
 */
final class OpenApiExamples {

  private static final String FILE = "openapi-examples.json";
  private static final String SUCCESS = "2";

  private final Map<String, Object> known;

  OpenApiExamples(Map<String, Object> known) {
    this.known = Map.copyOf(known);
  }

  /** All that the build finds. */
  static OpenApiExamples load() {
    ObjectMapper json = new ObjectMapper();
    Map<String, Object> all = new LinkedHashMap<>();
    try {
      // Where this class was loaded from, the service's own files are not to be seen.
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      for (URL file : Collections.list(loader.getResources(FILE))) {
        try (InputStream text = file.openStream()) {
          all.putAll(json.readValue(text, new TypeReference<Map<String, Object>>() {}));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new OpenApiExamples(all);
  }

  /**
   * Shows what an operation takes, and what it answers where it succeeds.
   *
   * @param route method and path, as in {@code GET /api/v1/applications/{id}}
   */
  void show(String route, Operation operation) {
    if (operation.getRequestBody() != null) {
      types(operation.getRequestBody().getContent())
          .forEach(type -> show(type, ofSchema(type.getSchema())));
    }
    operation
        .getResponses()
        .getAPIResponses()
        .forEach((code, answer) -> {
          if (code.startsWith(SUCCESS)) {
            types(answer.getContent())
                .forEach(type -> show(type, either(route, ofSchema(type.getSchema()))));
          }
        });
  }

  /** Shows a problem: the first that there is under one of these names. */
  void showProblem(Content content, List<String> names) {
    names.stream()
        .filter(known::containsKey)
        .findFirst()
        .ifPresent(name -> types(content).forEach(type -> show(type, named(name))));
  }

  private static Stream<MediaType> types(@Nullable Content content) {
    return content == null || content.getMediaTypes() == null
        ? Stream.empty()
        : content.getMediaTypes().values().stream();
  }

  private void show(MediaType type, @Nullable Object example) {
    boolean has =
        type.getExample() != null || (type.getExamples() != null && !type.getExamples().isEmpty());
    if (!has && example != null) {
      type.setExample(resolved(example));
    }
  }

  private @Nullable Object either(String name, @Nullable Object otherwise) {
    Object example = known.get(name);
    return example == null ? otherwise : example;
  }

  private @Nullable Object ofSchema(@Nullable Schema schema) {
    if (schema == null) {
      return null;
    }
    return schema.getItems() == null
        ? ofName(schema.getRef(), "")
        : ofName(schema.getItems().getRef(), "[]");
  }

  private @Nullable Object ofName(@Nullable String ref, String behind) {
    return ref == null ? null : known.get(ref.substring(ref.lastIndexOf('/') + 1) + behind);
  }

  private Object resolved(Object example) {
    return switch (example) {
      case String text when text.startsWith("$") -> named(text.substring(1));
      case List<?> list -> list.stream().map(this::resolved).toList();
      case Map<?, ?> map -> {
        Map<Object, Object> whole = new LinkedHashMap<>();
        map.forEach((name, value) -> whole.put(name, resolved(value)));
        yield whole;
      }
      default -> example;
    };
  }

  private Object named(String name) {
    Object example = known.get(name);
    if (example == null) {
      throw new IllegalStateException("there is no example " + name);
    }
    return resolved(example);
  }
}

package dev.rebound.testkit.attack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.rebound.testkit.Route;
import dev.rebound.testkit.attack.RawHttp.Answer;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What a service's OpenAPI document tells of its routes. */
final class ApiDescription {

  private final JsonNode document;

  private ApiDescription(JsonNode document) {
    this.document = document;
  }

  /** That of a running service. */
  static ApiDescription of(URI base) {
    Answer answer = RawHttp.send(base, "GET", "/q/openapi?format=json", Map.of(), new byte[0]);
    try {
      return new ApiDescription(new ObjectMapper().readTree(answer.body()));
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("no OpenAPI at " + base, unreadable);
    }
  }

  /**
   * A parameter of a query.
   *
   * @param schema what it may be
   */
  record Parameter(String name, JsonNode schema) {}

  /** The parameters of a route's query. */
  List<Parameter> query(Route route) {
    List<Parameter> found = new ArrayList<>();
    JsonNode path = document.path("paths").path(route.path());
    for (JsonNode parameters :
        List.of(path.path("parameters"), operation(route).path("parameters"))) {
      for (JsonNode listed : parameters) {
        JsonNode parameter = resolved(listed);
        if (parameter.path("in").asText().equals("query")) {
          found.add(
              new Parameter(parameter.path("name").asText(), resolved(parameter.path("schema"))));
        }
      }
    }
    return found;
  }

  /** What a route takes as JSON; missing where it takes none. */
  JsonNode body(Route route) {
    JsonNode content = resolved(operation(route).path("requestBody")).path("content");
    return resolved(content.path("application/json").path("schema"));
  }

  /** Whether it is an id. */
  static boolean isId(JsonNode schema) {
    return schema.path("format").asText().equals("uuid");
  }

  /** The schema that a reference leads to; itself where it is none. */
  JsonNode resolved(JsonNode schema) {
    JsonNode at = schema;
    while (at.has("$ref")) {
      at = document.at(at.path("$ref").asText().substring(1));
    }
    for (String choice : List.of("allOf", "oneOf", "anyOf")) {
      if (at.path(choice).size() > 0 && !at.has("type")) {
        return resolved(
            StreamSupport.stream(at.path(choice).spliterator(), false)
                .filter(it -> !it.path("type").asText().equals("null"))
                .findFirst()
                .orElse(MissingNode.getInstance()));
      }
    }
    return at;
  }

  /** The type of a schema that may also allow null. */
  static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (!type.isArray()) {
      return type.asText("object");
    }
    for (JsonNode one : type) {
      if (!one.asText().equals("null")) {
        return one.asText();
      }
    }
    return "null";
  }

  /** The names of an object's required members. */
  static Set<String> required(JsonNode schema) {
    Set<String> names = new HashSet<>();
    schema.path("required").forEach(name -> names.add(name.asText()));
    return names;
  }

  private JsonNode operation(Route route) {
    return document.path("paths").path(route.path()).path(route.method().toLowerCase(Locale.ROOT));
  }
}

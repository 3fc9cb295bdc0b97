package dev.rebound.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Derives the JSON Schema of an event type from its record, in one of its two forms.
 *
 * <p>The published form is the contract. The open form is what {@link EventJson} reads and writes
 * inside a service; it is derived for the tests and written down nowhere.
 */
final class SchemaGenerator {

  /** How personal words stand in the JSON. */
  enum Form {
    /** As one sealed value each, a list as a whole. */
    PUBLISHED,
    /** In clear. */
    OPEN
  }

  static final String SEALED = "sealed.v1.json";

  static final Map<Class<?>, String> SCALARS =
      Map.ofEntries(
          Map.entry(UUID.class, "{'type':'string','format':'uuid'}"),
          Map.entry(LocalDate.class, "{'type':'string','format':'date'}"),
          Map.entry(Instant.class, "{'type':'string','format':'date-time'}"),
          Map.entry(String.class, "{'type':'string'}"),
          Map.entry(BigDecimal.class, "{'type':'number'}"),
          Map.entry(double.class, "{'type':'number'}"),
          Map.entry(int.class, "{'type':'integer'}"),
          Map.entry(Integer.class, "{'type':'integer'}"),
          Map.entry(boolean.class, "{'type':'boolean'}"),
          Map.entry(Boolean.class, "{'type':'boolean'}"));

  /** The bounds that the records' docstrings give, by component. */
  static final Map<String, String> BOUNDS =
      Map.ofEntries(
          Map.entry("FeedbackDetailRequested.round", "{'minimum':1,'maximum':2}"),
          Map.entry("FeedbackReceived.round", "{'minimum':1,'maximum':2}"),
          Map.entry("FeedbackReminded.round", "{'minimum':1,'maximum':2}"),
          Map.entry("FeedbackSpecificity.score", "{'minimum':0,'maximum':1}"),
          Map.entry("GoalCheckedIn.progress", "{'minimum':0,'maximum':100}"),
          Map.entry("RoleReflection.dayToDay", "{'minimum':1,'maximum':5}"),
          Map.entry("Salary.currency", "{'pattern':'^[A-Z]{3}$'}"),
          Map.entry("Salary.max", "{'minimum':0}"),
          Map.entry("Salary.min", "{'minimum':0}"),
          Map.entry("StageRating.rating", "{'minimum':1,'maximum':5}"),
          Map.entry("StageReflection.rank", "{'minimum':1}"),
          Map.entry("StageReflection.rating", "{'minimum':1,'maximum':5}"),
          Map.entry("ThemeRating.rating", "{'minimum':1,'maximum':5}"));

  private final Form form;
  private final Map<String, ObjectNode> definitions = new TreeMap<>();

  private SchemaGenerator(Form form) {
    this.form = form;
  }

  /** The schema of the newest version of a type. */
  static ObjectNode schema(EventType type, Form form) {
    return new SchemaGenerator(form).schema(type);
  }

  private ObjectNode schema(EventType type) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", type.wireName());
    schema.setAll(object(type.record()));
    if (!definitions.isEmpty()) {
      schema.putObject("$defs").setAll(definitions);
    }
    return schema;
  }

  private ObjectNode object(Class<?> record) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    for (RecordComponent component : record.getRecordComponents()) {
      properties.set(component.getName(), property(component));
    }
    Arrays.stream(record.getRecordComponents())
        .filter(RequiredComponents::isRequired)
        .forEach(component -> schema.withArray("required").add(component.getName()));
    // Later builds may add fields, and a reader passes over what it does not know.
    return schema.put("additionalProperties", true);
  }

  private ObjectNode property(RecordComponent component) {
    if (component.isAnnotationPresent(Personal.class) && form == Form.PUBLISHED) {
      return reference(SEALED);
    }
    ObjectNode value = value(ContractRecords.content(component));
    if (ContractRecords.isList(component)) {
      ObjectNode list = JsonNodeFactory.instance.objectNode().put("type", "array");
      return list.set("items", value);
    }
    String bounds = BOUNDS.get(ContractRecords.name(component));
    return bounds == null ? value : value.setAll(parse(bounds));
  }

  private ObjectNode value(Class<?> type) {
    String scalar = SCALARS.get(type);
    if (scalar != null) {
      return parse(scalar);
    }
    String name = type.getSimpleName();
    if (!definitions.containsKey(name)) {
      definitions.put(name, type.isEnum() ? codes(type) : object(type));
    }
    return reference("#/$defs/" + name);
  }

  private static ObjectNode codes(Class<?> type) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "string");
    Arrays.stream(type.getEnumConstants())
        .forEach(code -> schema.withArray("enum").add(((Enum<?>) code).name()));
    return schema;
  }

  private static ObjectNode reference(String target) {
    return JsonNodeFactory.instance.objectNode().put("$ref", target);
  }

  private static ObjectNode parse(String json) {
    try {
      return EventJson.mapper().readValue(json.replace('\'', '"'), ObjectNode.class);
    } catch (JsonProcessingException malformed) {
      throw new IllegalStateException(malformed);
    }
  }
}

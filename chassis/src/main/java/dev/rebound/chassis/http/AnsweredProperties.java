package dev.rebound.chassis.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Says in a service's description of its API which properties an answer always has: those of a
 * record that may not be null, and those that are written as null where they are. What is sent to a
 * service is left alone; there, its constraints say what must be given.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class AnsweredProperties implements OASFilter {

  private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
  private static final DotName INCLUDE = DotName.createSimple(JsonInclude.class);
  private static final String SCHEMAS = "#/components/schemas/";

  private final IndexView index;

  /** Made by the framework. */
  public AnsweredProperties(IndexView index) {
    this.index = index;
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    if (api.getComponents() == null
        || api.getComponents().getSchemas() == null
        || api.getPaths() == null) {
      return;
    }
    Map<String, Schema> schemas = api.getComponents().getSchemas();
    Set<String> sent = new HashSet<>();
    api.getPaths().getPathItems().values().stream()
        .flatMap(path -> path.getOperations().values().stream())
        .flatMap(AnsweredProperties::taken)
        .forEach(schema -> collect(schema, schemas, sent));
    schemas.forEach((name, schema) -> {
      if (!sent.contains(name)) {
        require(name, schema);
      }
    });
  }

  private static Stream<Schema> taken(Operation operation) {
    Content content =
        operation.getRequestBody() == null ? null : operation.getRequestBody().getContent();
    return content == null
        ? Stream.empty()
        : content.getMediaTypes().values().stream()
            .map(type -> type.getSchema())
            .filter(schema -> schema != null);
  }

  /** Adds the names of all schemas that this one is made of. */
  private static void collect(
      @Nullable Schema schema, Map<String, Schema> schemas, Set<String> names) {
    if (schema == null) {
      return;
    }
    if (schema.getRef() != null) {
      String name = schema.getRef().substring(SCHEMAS.length());
      if (names.add(name)) {
        collect(schemas.get(name), schemas, names);
      }
    }
    collect(schema.getItems(), schemas, names);
    collect(schema.getAdditionalPropertiesSchema(), schemas, names);
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(it -> collect(it, schemas, names));
    }
    Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
        .filter(parts -> parts != null)
        .flatMap(List::stream)
        .forEach(it -> collect(it, schemas, names));
  }

  private void require(String name, Schema schema) {
    if (schema.getProperties() == null) {
      return;
    }
    Set<String> properties = schema.getProperties().keySet();
    List<ClassInfo> records = records(name, properties);
    if (records.isEmpty()) {
      return;
    }
    Set<String> always = new TreeSet<>(properties);
    Set<String> asNull = new TreeSet<>();
    for (ClassInfo record : records) {
      for (String nullable : nullable(record)) {
        if (isWrittenAsNull(record, nullable)) {
          asNull.add(nullable);
        } else {
          always.remove(nullable);
        }
      }
    }
    asNull.forEach(property -> allowNull(schema, property));
    if (!always.isEmpty()) {
      schema.setRequired(List.copyOf(always));
    }
  }

  private static List<String> nullable(ClassInfo record) {
    return record.recordComponents().stream()
        .filter(component -> component.type().hasAnnotation(NULLABLE))
        .map(RecordComponentInfo::name)
        .toList();
  }

  private static boolean isWrittenAsNull(ClassInfo record, String component) {
    FieldInfo field = record.field(component);
    AnnotationInstance include = field == null ? null : field.annotation(INCLUDE);
    AnnotationValue when = include == null ? null : include.value();
    return when != null && when.asEnum().equals(JsonInclude.Include.ALWAYS.name());
  }

  private static void allowNull(Schema owner, String name) {
    Schema property = Objects.requireNonNull(owner.getProperties().get(name));
    List<SchemaType> types = property.getType();
    if (property.getRef() != null || types == null) {
      Schema nothing = OASFactory.createSchema().type(List.of(SchemaType.NULL));
      owner.addProperty(name, OASFactory.createSchema().anyOf(List.of(property, nothing)));
    } else if (!types.contains(SchemaType.NULL)) {
      property.setType(Stream.concat(types.stream(), Stream.of(SchemaType.NULL)).toList());
    }
  }

  /**
   * The records that may be meant: a schema is called by the simple name, with a number for the
   * second.
   */
  private List<ClassInfo> records(String name, Set<String> properties) {
    String simple = name.replaceFirst("\\d+$", "");
    return index.getKnownClasses().stream()
        .filter(ClassInfo::isRecord)
        .filter(it -> it.simpleName() != null && it.simpleName().equals(simple))
        .filter(it ->
            it.recordComponents().stream()
                .map(RecordComponentInfo::name)
                .collect(Collectors.toSet())
                .equals(properties))
        .toList();
  }
}

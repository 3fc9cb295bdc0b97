package dev.rebound.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.stream.Collectors;

/**
 * Events to JSON trees and back. Absent values are left out; a field that this build does not know
 * is ignored, since later builds may add some. What is missing, or is not of its type, is refused:
 * an event is read whole or not at all.
 *
 * <p>Amounts of money keep their digits, {@code 27.50} as well as {@code 60000}.
 */
public final class EventJson {

  /**
   * The bounds a stored event is read within; the write side is bound tighter at the edge. A text
   * may be as long as the largest event that can be stored, so none is stored that cannot be read.
   */
  private static final StreamReadConstraints BOUNDS =
      StreamReadConstraints.builder()
          .maxNestingDepth(32)
          .maxStringLength(1_000_000)
          .maxDocumentLength(2_000_000)
          .build();

  private static final JsonMapper MAPPER =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(BOUNDS).build())
          .addModule(new JavaTimeModule())
          .annotationIntrospector(
              AnnotationIntrospector.pair(
                  new JacksonAnnotationIntrospector(), new RequiredComponents()))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .serializationInclusion(JsonInclude.Include.NON_EMPTY)
          // An empty text is a value: left out, it would make the event unreadable where one must
          // be.
          .withConfigOverride(
              String.class,
              override ->
                  override.setInclude(
                      JsonInclude.Value.construct(
                          JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL)))
          .build();

  private EventJson() {}

  /** The mapper of the contract, for whoever needs the bytes or tree of something of it. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /** The event as a JSON tree, personal words in clear. */
  public static ObjectNode write(ReboundEvent event) {
    return MAPPER.valueToTree(event);
  }

  /**
   * The event of a JSON tree whose personal words are open (or gone).
   *
   * @throws IllegalArgumentException where the JSON does not fit the type; its message names the
   *     type and the component, and holds nothing of the document
   */
  public static ReboundEvent read(EventType type, int version, ObjectNode json) {
    try {
      return MAPPER.treeToValue(Upcasting.lift(type, version, json), type.record());
    } catch (JsonProcessingException unreadable) {
      // The cause quotes the document, which may be personal: it goes no further.
      throw new IllegalArgumentException(
          type.wireName()
              + " does not fit: "
              + unreadable.getClass().getSimpleName()
              + " at "
              + place(unreadable));
    }
  }

  /** Where it went wrong, such as {@code posting.salary.currency}: our own names and no values. */
  private static String place(JsonProcessingException unreadable) {
    return unreadable instanceof JsonMappingException mapping
        ? mapping.getPath().stream()
            .map(Reference::getFieldName)
            .map(name -> name == null ? "[]" : name)
            .collect(Collectors.joining("."))
        : "";
  }
}

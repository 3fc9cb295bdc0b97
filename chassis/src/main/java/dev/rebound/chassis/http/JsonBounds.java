package dev.rebound.chassis.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How requests are read: strictly and within bounds. Unknown fields, wrong types and duplicate
 * fields are errors, texts are trimmed, and a blank text is an absent one.
 */
@Singleton
public class JsonBounds implements ObjectMapperCustomizer {

  private static final int DEPTH = 32;
  private static final int LONGEST_TEXT = 20_000;
  private static final long LONGEST_DOCUMENT = 1_000_000;
  private static final String CONTROL_CHARACTERS = "control characters are not allowed";

  @Override
  public void customize(ObjectMapper mapper) {
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH)
                .maxStringLength(LONGEST_TEXT)
                .maxDocumentLength(LONGEST_DOCUMENT)
                .build());
    mapper.getFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    mapper
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .setSerializationInclusion(JsonInclude.Include.NON_NULL);
    // Amounts of money keep their digits, also on the way through a tree: 3000 is not 3E+3.
    mapper.configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
    mapper.getFactory().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
    mapper
        .coercionConfigFor(LogicalType.Textual)
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    mapper
        .coercionConfigFor(LogicalType.Integer)
        .setCoercion(CoercionInputShape.String, CoercionAction.Fail);
    mapper
        .coercionConfigFor(LogicalType.Float)
        .setCoercion(CoercionInputShape.String, CoercionAction.Fail);
    mapper
        .coercionConfigFor(LogicalType.Boolean)
        .setCoercion(CoercionInputShape.String, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
    mapper.registerModule(
        new SimpleModule("rebound requests")
            .addDeserializer(String.class, new WordsDeserializer())
            .addKeyDeserializer(String.class, new NameDeserializer())
            .addDeserializer(LocalDate.class, new DayDeserializer()));
  }

  /** Last of all, so that nothing else that customises the mapper takes a bound away again. */
  @Override
  public int priority() {
    return MINIMUM_PRIORITY;
  }

  /** Reads {@code 2026-10-01} and nothing else: no numbers, no lists, no times of day. */
  private static final class DayDeserializer extends StdScalarDeserializer<@Nullable LocalDate> {
    private static final long serialVersionUID = 1L;

    DayDeserializer() {
      super(LocalDate.class);
    }

    @Override
    public @Nullable LocalDate deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
      }
      String text = parser.getText().strip();
      try {
        return text.isEmpty() ? null : LocalDate.parse(text);
      } catch (DateTimeException none) {
        throw context.weirdStringException("", LocalDate.class, "not a day");
      }
    }
  }

  /** The names in a map that its sender chooses: like texts, but never absent. */
  private static final class NameDeserializer extends KeyDeserializer {

    @Override
    public Object deserializeKey(String name, DeserializationContext context) throws IOException {
      return WordsDeserializer.plain(name)
          ? name
          : context.handleWeirdKey(String.class, "", CONTROL_CHARACTERS);
    }
  }

  /** Trims, makes blank absent, and refuses what no person types. */
  private static final class WordsDeserializer extends StdScalarDeserializer<@Nullable String> {
    private static final long serialVersionUID = 1L;

    WordsDeserializer() {
      super(String.class);
    }

    @Override
    public LogicalType logicalType() {
      return LogicalType.Textual;
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.currentToken().isScalarValue()
          || parser.currentToken().isNumeric()
          || parser.currentToken().isBoolean()) {
        return (String) context.handleUnexpectedToken(String.class, parser);
      }
      String text = parser.getText().strip();
      if (!plain(text)) {
        throw context.weirdStringException("", String.class, CONTROL_CHARACTERS);
      }
      return text.isEmpty() ? null : text;
    }

    static boolean plain(String text) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c < ' ' && c != '\n' && c != '\r' && c != '\t' || c == 0x7f) {
          return false;
        }
        if (Character.isHighSurrogate(c)) {
          if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(++i))) {
            return false;
          }
        } else if (Character.isLowSurrogate(c)) {
          return false;
        }
      }
      return true;
    }
  }
}

package dev.rebound.chassis.http;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Reads ids, numbers and flags of a query. A bad one is a bad request; left to itself, JAX-RS would
 * answer that there is no such resource, as it rightly does for a bad id in a path.
 */
@Provider
public class QueryParameters implements ParamConverterProvider {

  private static final Map<Class<?>, Function<String, ?>> READERS =
      Map.of(UUID.class, UUID::fromString, Integer.class, Integer::valueOf);

  /** A parameter that is true or false, and false where it is missing; 400 for anything else. */
  public static boolean flag(String parameter, @Nullable String text) {
    if (text == null || text.equals("false")) {
      return false;
    }
    if (!text.equals("true")) {
      throw Problems.invalidQuery(parameter, "must be true or false");
    }
    return true;
  }

  @Override
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, @Nullable Type genericType, Annotation @Nullable [] annotations) {
    Function<String, ?> reader = READERS.get(type);
    return reader == null || annotations == null || !ofAQuery(annotations)
        ? null
        : new Converter<>(type, reader);
  }

  private static boolean ofAQuery(Annotation[] annotations) {
    return Arrays.stream(annotations)
        .anyMatch(it -> it instanceof QueryParam || it instanceof RestQuery);
  }

  private record Converter<T>(Class<T> type, Function<String, ?> reader)
      implements ParamConverter<T> {
    @Override
    public T fromString(String text) {
      try {
        return type.cast(reader.apply(text.strip()));
      } catch (IllegalArgumentException malformed) {
        throw new Malformed(type);
      }
    }

    @Override
    public String toString(T value) {
      return value.toString();
    }
  }

  /** A parameter that is not what it must be. */
  static final class Malformed extends BadRequestException {
    private static final long serialVersionUID = 1L;

    private final String detail;

    Malformed(Class<?> type) {
      this.detail =
          "A parameter of the query must be a " + (type == UUID.class ? "UUID." : "whole number.");
    }

    /** What is wrong, for the caller to read. */
    String detail() {
      return detail;
    }
  }
}

package dev.rebound.chassis.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with a body that is JSON and does not fit: which field, and what it must be.
 * Neither the value nor a class of ours is named.
 */
public final class UnreadableBody {

  private static final int FIRST = 1;

  /** A field that is not known here. */
  @ServerExceptionMapper(priority = FIRST)
  public Response unknownField(UnrecognizedPropertyException unknown, UriInfo uri) {
    return Problems.answer(Problems.invalid(field(unknown), "is not known here"), uri);
  }

  /** A value that cannot be what it stands for. */
  @ServerExceptionMapper(priority = FIRST)
  public Response badValue(InvalidFormatException bad, UriInfo uri) {
    return Problems.answer(problem(bad), uri);
  }

  /** A value of another type, or something behind the end. */
  @ServerExceptionMapper(priority = FIRST)
  public Response badType(MismatchedInputException bad, UriInfo uri) {
    return Problems.answer(problem(bad), uri);
  }

  /**
   * What is wrong with a part of a body that was read by itself, for its sender: the field, where
   * it is one, and what it must be.
   */
  public static String describe(JsonProcessingException wrong) {
    return switch (wrong) {
      case UnrecognizedPropertyException unknown -> field(unknown) + " is not known here";
      case MismatchedInputException bad ->
          (field(bad) + " " + wanted(bad, bad.getTargetType())).strip();
      case StreamConstraintsException _ -> "is too deep or too long";
      case JsonMappingException within
          when within.getCause() instanceof StreamConstraintsException ->
          (field(within) + " is too deep or too long").strip();
      default -> "cannot be read";
    };
  }

  private static HttpProblem problem(MismatchedInputException bad) {
    String field = field(bad);
    return field.isEmpty()
        ? Problems.badRequest("malformed", "The body is not the one JSON object expected here.")
        : Problems.invalid(field, wanted(bad, bad.getTargetType()));
  }

  /** The path of a field in the way violations name theirs: {@code posting.languages[0]}. */
  private static String field(JsonMappingException bad) {
    StringBuilder path = new StringBuilder();
    for (Reference step : bad.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }

  private static String wanted(MismatchedInputException bad, @Nullable Class<?> type) {
    if (type == null) {
      return "has the wrong type";
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(constant -> ((Enum<?>) constant).name())
          .collect(Collectors.joining(", ", "must be one of ", ""));
    }
    if (type == String.class) {
      return bad instanceof InvalidFormatException
          ? "must not contain control characters or halves of characters"
          : "must be a text";
    }
    if (type == LocalDate.class) {
      return "must be a day such as 2026-10-01";
    }
    if (type == Instant.class) {
      return "must be a time such as 2026-10-01T08:30:00Z";
    }
    if (type == UUID.class) {
      return "must be a UUID";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "must be true or false";
    }
    if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
      return "must be a whole number";
    }
    if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
      return "must be a number";
    }
    return Collection.class.isAssignableFrom(type) && !Map.class.isAssignableFrom(type)
        ? "must be a list"
        : "must be an object";
  }
}

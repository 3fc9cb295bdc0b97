package dev.rebound.application.boards;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.rebound.chassis.http.Problems;
import dev.rebound.chassis.http.UnreadableBody;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list of rejections item by item, so that one which cannot be read spoils no other: the
 * list is cut where its items begin and end, and each piece is read by itself.
 */
@ApplicationScoped
public class RejectionItems {

  /** How many may come at once. */
  static final int MOST = 1000;

  /** Finds where items end, whatever is in them; what is within bounds is decided for each. */
  private static final JsonFactory CUTTING = new JsonFactory();

  private final ObjectReader reader;
  private final Validator validator;

  /** Wired by the container. */
  @Inject
  public RejectionItems(ObjectMapper json, Validator validator) {
    this.reader = json.readerFor(RejectionItem.class);
    this.validator = validator;
  }

  /**
   * An item of the list.
   *
   * @param item null where it cannot be read
   * @param problem what is wrong with it, null where nothing is
   */
  public record Read(int index, @Nullable RejectionItem item, @Nullable String problem) {}

  /** A list's items in order; a problem where it is no list, or too long a one. */
  List<Read> read(byte @Nullable [] body) {
    List<Read> items = new ArrayList<>();
    try (JsonParser cutter = CUTTING.createParser(body == null ? new byte[0] : body)) {
      if (body == null || cutter.nextToken() != JsonToken.START_ARRAY) {
        throw malformed();
      }
      while (cutter.nextToken() != JsonToken.END_ARRAY) {
        if (items.size() == MOST) {
          throw Problems.badRequest("too-many", "A list has at most " + MOST + " items.");
        }
        items.add(next(items.size(), cutter, body));
      }
      if (cutter.nextToken() != null) {
        throw malformed();
      }
    } catch (IOException noJson) {
      // Its message quotes the document, which may be personal: it goes no further.
      throw malformed();
    }
    return items;
  }

  /** An item that comes by itself. */
  public Read readOne(int index, byte[] body) {
    try {
      return checked(index, reader.readValue(body));
    } catch (JsonProcessingException unreadable) {
      return new Read(index, null, UnreadableBody.describe(unreadable));
    } catch (IOException noJson) {
      return new Read(index, null, "must be an object");
    }
  }

  private Read next(int index, JsonParser cutter, byte[] body) throws IOException {
    if (cutter.currentToken() == null) {
      throw malformed();
    }
    if (cutter.currentToken() != JsonToken.START_OBJECT) {
      cutter.skipChildren();
      return new Read(index, null, "must be an object");
    }
    int from = Math.toIntExact(cutter.currentTokenLocation().getByteOffset());
    cutter.skipChildren();
    int to = Math.toIntExact(cutter.currentLocation().getByteOffset());
    if (from < 0) {
      throw malformed();
    }
    try {
      return checked(index, reader.readValue(body, from, to - from));
    } catch (JsonProcessingException unreadable) {
      return new Read(index, null, UnreadableBody.describe(unreadable));
    }
  }

  private Read checked(int index, RejectionItem item) {
    Set<ConstraintViolation<RejectionItem>> violations = validator.validate(item);
    return violations.isEmpty()
        ? new Read(index, item, null)
        : new Read(
            index,
            null,
            violations.stream()
                .map(it -> it.getPropertyPath() + " " + it.getMessage())
                .distinct()
                .sorted()
                .collect(Collectors.joining("; ")));
  }

  private static HttpProblem malformed() {
    return Problems.badRequest("malformed", "The body is not the one JSON list expected here.");
  }
}

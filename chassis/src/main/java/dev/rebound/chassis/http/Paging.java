package dev.rebound.chassis.http;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param limit how many items at most, 1 to {@value #MOST}
 * @param after the sort key of the last item seen, as its fields; absent for the first part
 */
public record Paging(int limit, Optional<List<String>> after) {

  /** The size of a part when none is asked for. */
  public static final int DEFAULT = 50;

  /** The largest part. */
  public static final int MOST = 200;

  private static final String SEPARATOR = "\n";

  /**
   * Reads {@code ?limit=} and {@code ?cursor=}; a bad one is a problem.
   *
   * @param fields how many fields the list's sort key has
   */
  public static Paging of(@Nullable Integer limit, @Nullable String cursor, int fields) {
    int size = limit == null ? DEFAULT : limit;
    if (size < 1 || size > MOST) {
      throw Problems.invalidQuery("limit", "must be between 1 and " + MOST);
    }
    return new Paging(size, Optional.ofNullable(cursor).map(text -> decode(text, fields)));
  }

  /**
   * Cuts a part out of rows, one more of which were read than asked for.
   *
   * @param key the sort key of a row, as fields without line breaks
   */
  public <T> Page<T> page(List<T> rows, Function<T, List<String>> key) {
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    List<T> items = rows.subList(0, limit);
    return new Page<>(items, encode(key.apply(items.getLast())));
  }

  /** The page as a response, with its {@code Link} to the next one. */
  public static <T> Response respond(Page<T> page, UriInfo uri) {
    Response.ResponseBuilder response = Response.ok(page);
    if (page.next() != null) {
      String next =
          uri.getRequestUriBuilder().replaceQueryParam("cursor", page.next()).build().getRawQuery();
      response.header(
          "Link", "<" + uri.getRequestUri().getRawPath() + "?" + next + ">; rel=\"next\"");
    }
    return response.build();
  }

  private static String encode(List<String> fields) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(String.join(SEPARATOR, fields).getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> decode(String cursor, int fields) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      List<String> key = Arrays.asList(text.split(SEPARATOR, -1));
      if (key.size() == fields && key.stream().allMatch(Paging::isPlain)) {
        return key;
      }
    } catch (IllegalArgumentException notBase64) {
      // Said below, like any other cursor that is not ours.
    }
    throw Problems.invalidQuery("cursor", "is not a cursor of this list");
  }

  /** No key has control characters, and the database takes no NUL. */
  private static boolean isPlain(String field) {
    return field.chars().noneMatch(Character::isISOControl);
  }
}

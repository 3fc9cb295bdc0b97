package dev.rebound.testkit.attack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rebound.testkit.Route;
import dev.rebound.testkit.attack.ApiDescription.Parameter;
import dev.rebound.testkit.attack.RawHttp.Answer;
import dev.rebound.testkit.attack.TokenIssuer.Holder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Requests that are right in most and wrong in something, made from OpenAPI: none makes a service
 * fail, and what is refused is refused with a problem.
 *
 * <p>{@code -Drebound.faults=true} sends 10 000 requests of a new seed, an ordinary run 400 of
 * always the same. The seed is printed; {@code -Drebound.fuzz.seed} repeats a run.
 */
public final class Fuzz {

  private static final int ORDINARY = 400;
  private static final int MANY = 10_000;
  private static final long USUAL_SEED = 6;
  private static final int SERVER_FAULT = 500;
  private static final int REFUSED = 400;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Target target;
  private final Strange bodies = new Strange();

  /** On this service. */
  public Fuzz(Target target) {
    this.target = target;
  }

  private record Shot(
      Route route, String path, Map<String, String> headers, byte[] body, String what) {}

  /**
   * Sends them.
   *
   * @return how many there were
   */
  public int isAnswered() {
    boolean thorough = Boolean.getBoolean("rebound.faults");
    int count = thorough ? MANY : ORDINARY;
    long seed = Long.getLong("rebound.fuzz.seed", thorough ? System.nanoTime() : USUAL_SEED);
    Random random = new Random(seed);
    List<Shot> shots = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      shots.add(shot(target.routes().get(i % target.routes().size()), random));
    }
    return Volley.fire(
        "S6 fuzzing, " + target.name() + ", seed " + seed,
        shots,
        shot -> {
          Answer answer =
              target.send(shot.route().method(), shot.path(), shot.headers(), shot.body());
          return wrong(answer)
              .map(why -> "%s %s: %s".formatted(shot.route().method(), shot.what(), why));
        });
  }

  private static Optional<String> wrong(Answer answer) {
    if (answer.status() >= SERVER_FAULT || answer.status() == Answer.NONE) {
      return Optional.of("answered " + answer);
    }
    if (answer.status() < REFUSED) {
      return Optional.empty();
    }
    try {
      JsonNode problem = JSON.readTree(answer.body());
      return answer.isProblem() && problem.path("status").asInt() == answer.status()
          ? Optional.empty()
          : Optional.of("no problem: " + answer);
    } catch (JsonProcessingException unreadable) {
      return Optional.of("no JSON: " + answer);
    }
  }

  private Shot shot(Route route, Random random) {
    String path =
        route.with(prefix ->
            prefix.endsWith("{board}") && random.nextInt(4) > 0
                ? Target.BOARD
                : random.nextInt(4) > 0 ? Samples.id(random).toString() : encoded(word(random)))
            + query(route, random);
    Map<String, String> headers = headers(route, random);
    byte[] body = route.takesBody() ? body(route, random) : new byte[0];
    String shown = new String(body, StandardCharsets.ISO_8859_1);
    return new Shot(
        route,
        path,
        headers,
        body,
        shortened(path) + " " + shortened(shown) + " " + headers.get("If-Match"));
  }

  private static String shortened(String text) {
    return text.length() > 400 ? text.substring(0, 400) + "..." : text;
  }

  private String query(Route route, Random random) {
    StringBuilder query = new StringBuilder();
    for (Parameter parameter : target.api().query(route)) {
      if (random.nextInt(3) == 0) {
        query.append(query.isEmpty() ? '?' : '&').append(parameter.name()).append('=');
        // An event that never was would be waited for.
        boolean right = random.nextBoolean() && !parameter.name().equals("after");
        query.append(
            encoded(
                parameter.name().equals("cursor")
                    ? cursor(random)
                    : right
                        ? target.samples().some(parameter.schema(), random).asText()
                        : nonsense(random)));
      }
    }
    return query.toString();
  }

  /** What this API gives as cursors, with other things in it; sometimes no such thing at all. */
  private static String cursor(Random random) {
    if (random.nextInt(4) == 0) {
      return nonsense(random);
    }
    String key = Strange.key(random);
    for (int more = random.nextInt(3); more > 0; more--) {
      key += "\n" + Strange.key(random);
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  /** Never an id. */
  private static String nonsense(Random random) {
    String word = word(random);
    return word.length() == 36 ? "x" : word;
  }

  private Map<String, String> headers(Route route, Random random) {
    Map<String, String> headers = new TreeMap<>();
    if (!route.isOpen()) {
      List<String> roles = List.copyOf(new TreeSet<>(route.roles()));
      Holder caller = Holder.of(roles.get(random.nextInt(roles.size())), Target.BOARD);
      headers.putAll(Target.headers(target.token(caller)));
    } else {
      headers.putAll(Target.headers(null));
    }
    if (random.nextInt(8) == 0) {
      headers.put("Idempotency-Key", printable(word(random)));
    } else if (random.nextInt(2) == 0) {
      headers.put("Idempotency-Key", Samples.id(random).toString());
    }
    if (random.nextInt(8) == 0) {
      headers.put("If-Match", printable(random.nextBoolean() ? "\"1\"" : word(random)));
    }
    if (random.nextInt(16) == 0) {
      headers.put(
          "Content-Type", random.nextBoolean() ? "text/plain" : "application/json; charset=x");
    }
    if (random.nextInt(16) == 0) {
      headers.put("Accept", random.nextBoolean() ? "text/html" : printable(word(random)));
    }
    return headers;
  }

  /** Headers are lines of limited length, and what they may hold is the server's affair. */
  private static String printable(String word) {
    String visible = word.replaceAll("[^ -~]", "?");
    return visible.length() > 200 ? visible.substring(0, 200) : visible;
  }

  private byte[] body(Route route, Random random) {
    JsonNode schema = target.api().body(route);
    if (schema.isMissingNode()) {
      return random.nextBoolean() ? new byte[0] : new byte[] {'{', '}'};
    }
    return bodies.like(target.samples().some(schema, random), random);
  }

  private static String word(Random random) {
    String word = Strange.WORDS.get(random.nextInt(Strange.WORDS.size()));
    // A request line has a limit of its own, which is answered with 414 and no more words.
    return word.length() > 1_000 ? word.substring(0, 1_000) : word;
  }

  private static String encoded(String word) {
    return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
  }
}

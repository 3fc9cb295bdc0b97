package dev.rebound.testkit.attack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.testkit.Route;
import dev.rebound.testkit.attack.RawHttp.Answer;
import dev.rebound.testkit.attack.TokenIssuer.Holder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Bodies that are small trouble to send and great trouble to read: each is refused at once. */
public final class Bombs {

  /** From the first byte sent to the last one read. */
  private static final Duration AT_ONCE = Duration.ofMillis(500);

  /** On a busy machine one may wait for its turn; three times running it is the bomb. */
  private static final int TRIES = 3;

  private static final int REFUSED = 400;
  private static final int SERVER_FAULT = 500;
  private static final int TEN_MEGABYTES = 10_000_000;
  private static final int DEEP = 10_000;
  private static final int KEYS = 100_000;

  /** By what they are; made once, since the largest has its size. */
  private static final Map<String, byte[]> BOMBS = bombs();

  private final Target target;

  /** For this service. */
  public Bombs(Target target) {
    this.target = target;
  }

  private record Shot(
      Route route, @Nullable String token, String what, boolean chunked, byte[] body) {}

  /**
   * Sends every bomb to every route that takes a body.
   *
   * @return how many there were
   */
  public int areRefusedAtOnce() {
    List<Shot> shots = new ArrayList<>();
    for (Route route : target.routes()) {
      JsonNode schema = target.api().body(route);
      if (route.takesBody() && !schema.isMissingNode()) {
        String token =
            route.isOpen()
                ? null
                : target.token(Holder.of(new TreeSet<>(route.roles()).first(), Target.BOARD));
        BOMBS.forEach((what, body) -> {
              shots.add(new Shot(route, token, what, false, body));
              shots.add(new Shot(route, token, what + ", chunked", true, body));
            });
      }
    }
    return Volley.fire("S7 bombs, " + target.name(), shots, this::harm);
  }

  private Optional<String> harm(Shot shot) {
    Duration took = Duration.ZERO;
    for (int i = 0; i < TRIES; i++) {
      long begun = System.nanoTime();
      Answer answer =
          shot.chunked()
              ? target.sendChunked(
                  shot.route().method(), Target.somewhere(shot.route()), shot.token(), shot.body())
              : target.send(
                  shot.route().method(), Target.somewhere(shot.route()), shot.token(), shot.body());
      took = Duration.ofNanos(System.nanoTime() - begun);
      if (answer.status() < REFUSED || answer.status() >= SERVER_FAULT) {
        return Optional.of(shot.route() + ", " + shot.what() + ": " + answer);
      }
      if (took.compareTo(AT_ONCE) <= 0) {
        return Optional.empty();
      }
    }
    return Optional.of(shot.route() + ", " + shot.what() + " took " + took);
  }

  private static Map<String, byte[]> bombs() {
    Map<String, String> bombs = new LinkedHashMap<>();
    bombs.put("10 MB of a text", "{\"a\":\"" + "x".repeat(TEN_MEGABYTES) + "\"}");
    bombs.put("10 000 deep", "[".repeat(DEEP) + "]".repeat(DEEP));
    bombs.put("10 000 deep objects", "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP));
    bombs.put(
        "100 000 keys",
        IntStream.range(0, KEYS)
            .mapToObj(i -> "\"k" + i + "\":1")
            .collect(Collectors.joining(",", "{", "}")));
    bombs.put("a long number", "{\"a\":" + "9".repeat(50_000) + "}");
    bombs.put("NUL", "{\"a\":\"\u0000\"}");
    bombs.put("a lone surrogate", "{\"a\":\"\\ud800\"}");
    bombs.put("an open end", "{\"a\":");
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    bombs.forEach((what, text) -> bytes.put(what, text.getBytes(StandardCharsets.UTF_8)));
    bytes.put("no UTF-8", new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'});
    return bytes;
  }
}

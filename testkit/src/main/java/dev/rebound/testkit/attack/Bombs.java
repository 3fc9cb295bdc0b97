package dev.rebound.testkit.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.testkit.Route;
import dev.rebound.testkit.attack.RawHttp.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Bodies that are small trouble to send and great trouble to read: each is refused at once. */
public final class Bombs {

  /** From the first byte sent to the last one read. */
  private static final Duration AT_ONCE = Duration.ofMillis(500);

  /** On a busy machine one may wait for its turn; so many times running it is the bomb. */
  private static final int TRIES = 10;

  /** What may stay in memory after all of them, caches and connections included. */
  private static final long LEFT_BYTES = 64_000_000;

  private static final int OK = 200;
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
   * Sends every bomb to every route that takes a body, and in every text of that body what nobody
   * types.
   *
   * @return how many there were
   */
  public int areRefusedAtOnce() {
    List<Shot> shots = new ArrayList<>();
    for (Route route : target.routes()) {
      JsonNode schema = target.api().body(route);
      if (route.takesBody() && !schema.isMissingNode()) {
        String token = route.isOpen() ? null : target.token(Target.caller(route));
        BOMBS.forEach((what, body) -> {
          shots.add(new Shot(route, token, what, false, body));
          shots.add(new Shot(route, token, what + ", chunked", true, body));
        });
        Untyped.in(target.samples().all(schema))
            .forEach((what, body) -> shots.add(new Shot(route, token, what, false, body)));
      }
    }
    long before = usedBytes();
    int sent = Volley.fire("S7 bombs, " + target.name(), shots, this::harm);
    // What they cost is of how bodies are read, which is the same for all routes.
    haveNoTime(shots.subList(0, 2 * BOMBS.size()));
    long left = usedBytes() - before;
    System.out.printf("S7 bombs, %s: %d kB of heap more than before%n", target.name(), left / 1000);
    assertThat(left).as("heap that is not given back").isLessThan(LEFT_BYTES);
    return sent;
  }

  /** Of this virtual machine, in which the service runs as well. */
  private static long usedBytes() {
    System.gc();
    Runtime machine = Runtime.getRuntime();
    return machine.totalMemory() - machine.freeMemory();
  }

  private Optional<String> harm(Shot shot) {
    Answer answer = send(shot);
    return isRefused(shot, answer)
        ? Optional.empty()
        : Optional.of(shot.route() + ", " + shot.what() + ": " + answer);
  }

  /** One after the other, since the time is a bomb's own only while nothing else is sent. */
  private void haveNoTime(List<Shot> shots) {
    for (Shot shot : shots) {
      Duration least = Duration.ofDays(1);
      for (int i = 0; i < TRIES && least.compareTo(AT_ONCE) > 0; i++) {
        long begun = System.nanoTime();
        send(shot);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        least = took.compareTo(least) < 0 ? took : least;
      }
      assertThat(least).as("%s, %s", shot.route(), shot.what()).isLessThanOrEqualTo(AT_ONCE);
    }
  }

  /** A list is taken as a whole, and of its one item it is said that it was not. */
  private boolean isRefused(Shot shot, Answer answer) {
    boolean inList =
        shot.what().startsWith(Untyped.IN_A_LIST)
            && answer.status() == OK
            && answer.body().contains("\"accepted\":0,\"duplicates\":0");
    return inList || answer.status() >= REFUSED && answer.status() < SERVER_FAULT;
  }

  private Answer send(Shot shot) {
    String path = Target.somewhere(shot.route());
    return shot.chunked()
        ? target.sendChunked(shot.route().method(), path, shot.token(), shot.body())
        : target.send(shot.route().method(), path, shot.token(), shot.body());
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
    bombs.put("an open end", "{\"a\":");
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    bombs.forEach((what, text) -> bytes.put(what, text.getBytes(StandardCharsets.UTF_8)));
    bytes.put("no UTF-8", new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'});
    return bytes;
  }
}

package dev.rebound.testkit.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.testkit.Route;
import dev.rebound.testkit.RouteTable;
import dev.rebound.testkit.attack.RawHttp.Answer;
import dev.rebound.testkit.attack.TokenIssuer.Holder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A running service, and the attacks that need nothing but its routes. */
public final class Target {

  /** Whose member a caller is where nothing else is said. */
  static final String BOARD = "acme";

  static final String OTHER_BOARD = "globex";

  private static final int REFUSED = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int SERVER_FAULT = 500;

  private final URI base;
  private final TokenIssuer issuer;
  private final String name;
  private final List<Route> routes = RouteTable.load().routes();
  private final ApiDescription api;
  private final Samples samples;

  /**
   * A service.
   *
   * @param name for the lines that are printed
   * @param base where it runs
   * @param issuer whose tokens it believes
   */
  public Target(String name, URI base, TokenIssuer issuer) {
    this.name = name;
    this.base = base;
    this.issuer = issuer;
    this.api = ApiDescription.of(base);
    this.samples = new Samples(api);
    RouteTable.load().namesEveryRouteOf(base);
  }

  String name() {
    return name;
  }

  List<Route> routes() {
    return routes;
  }

  ApiDescription api() {
    return api;
  }

  Samples samples() {
    return samples;
  }

  /** Sends a request of JSON as somebody, or as nobody where the token is null. */
  Answer send(String method, String target, @Nullable String token, byte[] body) {
    return RawHttp.send(base, method, target, headers(token), body);
  }

  /** The same with a body whose length is not told. */
  Answer sendChunked(String method, String target, @Nullable String token, byte[] body) {
    return RawHttp.sendChunked(base, method, target, headers(token), body);
  }

  static Map<String, String> headers(@Nullable String token) {
    return token == null
        ? Map.of("Content-Type", "application/json", "Accept", "application/json, */*;q=0.5")
        : Map.of(
            "Content-Type",
            "application/json",
            "Accept",
            "application/json, */*;q=0.5",
            "Authorization",
            "Bearer " + token);
  }

  /** With headers of one's own. */
  Answer send(String method, String target, Map<String, String> headers, byte[] body) {
    return RawHttp.send(base, method, target, headers, body);
  }

  String token(Holder holder) {
    return issuer.token(holder);
  }

  /** The least that a route takes; empty where it takes no JSON. */
  byte[] least(Route route) {
    JsonNode schema = api.body(route);
    return !route.takesBody() || schema.isMissingNode()
        ? new byte[0]
        : samples.least(schema).toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The path with ids that are nobody's. */
  static String somewhere(Route route) {
    return route.with(
        prefix -> prefix.endsWith("{board}") ? BOARD : UUID.randomUUID().toString());
  }

  private static Holder caller(Route route) {
    return Holder.of(new TreeSet<>(route.roles()).first(), BOARD);
  }

  private record Shot(Route route, String what, String target, @Nullable String token) {
    @Override
    public String toString() {
      return route + ", " + what + ": ";
    }
  }

  /**
   * Every route that needs an account refuses every token that is wrong in anything, and takes one
   * that is not.
   *
   * @return how many requests there were
   */
  public int refusesBadTokens() {
    List<Shot> shots = new ArrayList<>();
    for (Route route : closed()) {
      String path = somewhere(route);
      Answer good = send(route.method(), path, token(caller(route)), least(route));
      assertThat(good.status()).as("%s with a good token", route).isNotIn(UNAUTHORIZED, FORBIDDEN);
      BadTokens.of(issuer, caller(route))
          .forEach((what, token) -> shots.add(new Shot(route, what, path, token)));
    }
    return Volley.fire(
        "S2 bad tokens, " + name,
        shots,
        shot -> {
          Answer answer =
              send(shot.route().method(), shot.target(), shot.token(), least(shot.route()));
          return answer.status() == UNAUTHORIZED
                  && answer.isProblem()
                  && answer.header("www-authenticate").startsWith("Bearer")
              ? Optional.empty()
              : Optional.of(shot + "answered " + answer);
        });
  }

  /**
   * However a path is written, it opens nothing: without a token, and with that of a role that may
   * not, no variant is answered with anything but a refusal.
   *
   * @return how many requests there were
   */
  public int isNotConfused() {
    List<Shot> shots = new ArrayList<>();
    for (Route route : closed()) {
      String stranger = token(stranger(route));
      for (String variant : ConfusedPaths.of(somewhere(route), base.getAuthority())) {
        shots.add(new Shot(route, "without a token", variant, null));
        shots.add(new Shot(route, "with another role", variant, stranger));
      }
    }
    return Volley.fire("S3 confused paths, " + name, shots, this::confusion);
  }

  private Optional<String> confusion(Shot shot) {
    Answer answer = send(shot.route().method(), shot.target(), shot.token(), least(shot.route()));
    // Who has no token is not told that they may not, and who has one is not told that it does not
    // hold.
    int another = shot.token() == null ? FORBIDDEN : UNAUTHORIZED;
    boolean refused =
        answer.status() >= REFUSED && answer.status() < SERVER_FAULT && answer.status() != another;
    return refused || answer.status() == Answer.NONE
        ? Optional.empty()
        : Optional.of(shot + shot.target() + " answered " + answer.status());
  }

  private static Holder stranger(Route route) {
    return RouteTable.ROLES.stream()
        .sorted()
        .filter(role -> !route.roles().contains(role))
        .map(role -> Holder.of(role, BOARD))
        .findFirst()
        .orElseThrow();
  }

  private List<Route> closed() {
    return routes.stream().filter(route -> !route.isOpen()).toList();
  }
}

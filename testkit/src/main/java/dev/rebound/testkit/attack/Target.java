package dev.rebound.testkit.attack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.testkit.Route;
import dev.rebound.testkit.RouteTable;
import dev.rebound.testkit.attack.RawHttp.Answer;
import dev.rebound.testkit.attack.TokenIssuer.Holder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A running service that is attacked. */
public final class Target {

  /** Whose member a caller is where nothing else is said. */
  static final String BOARD = "acme";

  static final String OTHER_BOARD = "globex";

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

  String authority() {
    return base.getAuthority();
  }

  List<Route> routes() {
    return routes;
  }

  /** The routes that need an account. */
  List<Route> closed() {
    return routes.stream().filter(route -> !route.isOpen()).toList();
  }

  ApiDescription api() {
    return api;
  }

  Samples samples() {
    return samples;
  }

  /**
   * Sends a request of JSON as somebody, or as nobody where the token is null, with a new key,
   * which machines must have.
   */
  Answer send(String method, String target, @Nullable String token, byte[] body) {
    return send(method, target, keyed(token), body);
  }

  /** The same with a body whose length is not told. */
  Answer sendChunked(String method, String target, @Nullable String token, byte[] body) {
    return RawHttp.sendChunked(base, method, target, keyed(token), body);
  }

  private static Map<String, String> keyed(@Nullable String token) {
    Map<String, String> headers = new HashMap<>(headers(token));
    headers.put("Idempotency-Key", UUID.randomUUID().toString());
    return headers;
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

  TokenIssuer issuer() {
    return issuer;
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
    return route.with(prefix -> prefix.endsWith("{board}") ? BOARD : UUID.randomUUID().toString());
  }

  /** Somebody who may call it, of {@link #BOARD} where that matters. */
  static Holder caller(Route route) {
    return Holder.of(new TreeSet<>(route.roles()).first(), BOARD);
  }

  /** Somebody who may not. */
  static Holder stranger(Route route) {
    return RouteTable.ROLES.stream()
        .sorted()
        .filter(role -> !route.roles().contains(role))
        .map(role -> Holder.of(role, BOARD))
        .findFirst()
        .orElseThrow();
  }
}

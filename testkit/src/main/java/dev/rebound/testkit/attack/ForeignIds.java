package dev.rebound.testkit.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.testkit.Route;
import dev.rebound.testkit.RouteTable;
import dev.rebound.testkit.attack.RawHttp.Answer;
import dev.rebound.testkit.attack.TokenIssuer.Holder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to somebody else looks as if it were not there, to every role, on every path and by
 * every method: the same status and the same problem. Ids stand in paths, in queries and in bodies.
 */
public final class ForeignIds {

  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

  /** What a route answers about what is not the caller's. */
  private static final Set<Integer> CLOSED = Set.of(403, 404);

  /** The same of a route without accounts, whose callers prove themselves in another way. */
  private static final Set<Integer> UNPROVEN = Set.of(401, 403, 404);

  /** The same where the path has no route for the method. */
  private static final Set<Integer> NO_ROUTE = Set.of(403, 404, 405);

  private static final int OK = 200;
  private static final String BOARD = "{board}";

  private final Target target;
  private final Belongings told = new Belongings();
  private final Map<String, String> bodies = new HashMap<>();

  /** On this service. */
  public ForeignIds(Target target) {
    this.target = target;
  }

  /**
   * Something that is there, and is somebody's.
   *
   * @param prefix the paths' beginning, up to the parameter whose value the id is
   */
  public ForeignIds owns(Holder owner, String prefix, String id) {
    told.owns(owner, prefix, id);
    return this;
  }

  /**
   * A parameter that says nothing about whose something is.
   *
   * @param prefix the paths' beginning, up to the parameter
   * @param value one that there is
   */
  public ForeignIds isNobodys(String prefix, String value) {
    told.isNobodys(prefix, value);
    return this;
  }

  /** Something that is there and is named in queries and bodies under this name. */
  public ForeignIds isNamed(String parameter, String id) {
    told.isNamed(parameter, id);
    return this;
  }

  /** The body of a route where OpenAPI does not tell enough; as in {@code POST /path}. */
  public ForeignIds takes(String route, String body) {
    bodies.put(route, body);
    return this;
  }

  private record Shot(String what, Set<Integer> closed, Answering foreign, Answering absent) {}

  private interface Answering {
    Answer send();
  }

  /**
   * Asks for what is somebody else's and for what is not there, and compares.
   *
   * @return how many pairs of requests there were
   */
  public int lookAbsent() {
    Map<String, String> before = asOwners();
    assertThat(before).as("what an owner sees").isNotEmpty();
    List<Shot> shots = new ArrayList<>();
    Set<String> paths = new TreeSet<>();
    for (Route route : target.routes()) {
      // Asked about each, so that none is left untold.
      if (route.prefixes().stream().filter(told::isOwned).count() > 0) {
        paths.add(route.path());
      }
      for (String role : new TreeSet<>(route.roles())) {
        target.api().query(route).stream()
            .filter(it -> told.isForeign(route, it.name(), it.schema()))
            .forEach(it -> shots.add(inQuery(route, role, it.name())));
        for (var member : target.api().body(route).path("properties").properties()) {
          if (told.isForeign(route, member.getKey(), target.api().resolved(member.getValue()))) {
            shots.add(inBody(route, role, member.getKey()));
          }
        }
      }
    }
    for (String path : paths) {
      for (String method : METHODS) {
        for (String role : new TreeSet<>(RouteTable.ROLES)) {
          shots.add(inPath(method, path, role, false));
          if (isOwnedBehindABoard(path)) {
            shots.add(inPath(method, path, role, true));
          }
        }
      }
    }
    int sent = Volley.fire("S1 foreign ids, " + target.name(), shots, ForeignIds::breach);
    assertThat(asOwners()).as("what an owner sees is as it was").isEqualTo(before);
    return sent;
  }

  private boolean isOwnedBehindABoard(String path) {
    return path.contains(BOARD)
        && new Route("GET", path, Set.of())
            .prefixes().stream()
                .anyMatch(prefix -> !prefix.endsWith(BOARD) && told.isOwned(prefix));
  }

  /** What is there is there for whom it belongs to, so that its absence says something. */
  private Map<String, String> asOwners() {
    Map<String, String> seen = new HashMap<>();
    for (Route route : target.routes()) {
      Optional<Holder> owner = told.owner(route);
      if (route.method().equals("GET") && owner.isPresent()) {
        Answer answer =
            target.send("GET", route.with(told::there), target.token(owner.get()), new byte[0]);
        assertThat(answer.status()).as("%s as its owner: %s", route, answer).isEqualTo(OK);
        seen.put(route.path(), words(answer));
      }
    }
    return seen;
  }

  /**
   * What is behind a board may be asked for there, or as if it were the caller's own board's.
   *
   * @param own whether the caller's own board stands in the board's place
   */
  private Shot inPath(String method, String path, String role, boolean own) {
    Optional<Route> known =
        target.routes().stream()
            .filter(it -> it.method().equals(method) && it.path().equals(path))
            .findFirst();
    Route route = known.orElseGet(() -> new Route(method, path, Set.of()));
    Set<Integer> closed = known.map(it -> it.isOpen() ? UNPROVEN : CLOSED).orElse(NO_ROUTE);
    String token = foreign(role);
    byte[] body = body(route, null, "");
    UnaryOperator<String> there = inPlace(own, told::there);
    UnaryOperator<String> absent = inPlace(own, told::absent);
    return new Shot(
        route + " as " + role + (own ? " under its own board" : ""),
        closed,
        () -> target.send(method, route.with(there), token, body),
        () -> target.send(method, route.with(absent), token, body));
  }

  private static UnaryOperator<String> inPlace(boolean own, UnaryOperator<String> value) {
    return prefix -> own && prefix.endsWith(BOARD) ? Target.OTHER_BOARD : value.apply(prefix);
  }

  /** A list that is narrowed to what is not the caller's is empty, as for what is not there. */
  private Shot inQuery(Route route, String role, String name) {
    String token = foreign(role);
    String path = route.with(told::absent) + "?" + name + "=";
    byte[] body = body(route, null, "");
    UnaryOperator<String> asked = id -> path + id;
    return new Shot(
        route + " as " + role + ", id as " + name,
        Set.of(OK, 403, 404),
        () -> target.send(route.method(), asked.apply(told.named(name)), token, body),
        () -> target.send(route.method(), asked.apply(Belongings.nowhere()), token, body));
  }

  private Shot inBody(Route route, String role, String name) {
    String token = foreign(role);
    String path = route.with(told::absent);
    return new Shot(
        route + " as " + role + ", id as " + name,
        CLOSED,
        () -> target.send(route.method(), path, token, body(route, name, told.named(name))),
        () -> target.send(route.method(), path, token, body(route, name, Belongings.nowhere())));
  }

  private String foreign(String role) {
    return target.token(Holder.of(role, Target.OTHER_BOARD));
  }

  private byte[] body(Route route, @Nullable String member, String id) {
    String given = bodies.get(route.toString());
    JsonNode schema = target.api().body(route);
    if (given != null) {
      return given.getBytes(StandardCharsets.UTF_8);
    }
    if (!route.takesBody() || schema.isMissingNode()) {
      return new byte[0];
    }
    JsonNode body = target.samples().least(schema);
    if (member != null && body instanceof ObjectNode object) {
      object.put(member, id);
    }
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Optional<String> breach(Shot shot) {
    Answer foreign = shot.foreign().send();
    Answer absent = shot.absent().send();
    boolean closed = shot.closed().contains(foreign.status());
    boolean alike = foreign.status() == absent.status() && words(foreign).equals(words(absent));
    return closed && alike
        ? Optional.empty()
        : Optional.of(
            "%s: %d %s, where there is nothing %d %s"
                .formatted(
                    shot.what(), foreign.status(), words(foreign), absent.status(), words(absent)));
  }

  /** The answer without where it was asked for. */
  private static String words(Answer answer) {
    return answer.body().replaceAll("\"(instance|asOf)\":\"[^\"]*\"", "");
  }
}

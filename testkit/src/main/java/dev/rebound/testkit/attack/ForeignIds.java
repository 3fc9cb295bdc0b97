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
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to somebody else looks as if it were not there, to every role and on every route:
 * the same status and the same problem. Ids stand in paths, in queries and in bodies.
 */
public final class ForeignIds {

  private static final List<Integer> CLOSED = List.of(403, 404);
  private static final int OK = 200;

  private final Target target;
  private final Map<String, Owned> owned = new HashMap<>();
  private final Map<String, String> nobodys = new HashMap<>();
  private final Map<String, String> bodies = new HashMap<>();
  private final Map<String, String> named = new HashMap<>();

  /** On this service. */
  public ForeignIds(Target target) {
    this.target = target;
  }

  private record Owned(String id, Holder owner) {}

  /**
   * Something that is there, and is somebody's.
   *
   * @param prefix the paths' beginning, up to the parameter whose value the id is
   */
  public ForeignIds owns(Holder owner, String prefix, String id) {
    owned.put(prefix, new Owned(id, owner));
    return this;
  }

  /**
   * A parameter that says nothing about whose something is.
   *
   * @param prefix the paths' beginning, up to the parameter
   * @param value one that there is
   */
  public ForeignIds isNobodys(String prefix, String value) {
    nobodys.put(prefix, value);
    return this;
  }

  /** Something that is there and is named in queries and bodies under this name. */
  public ForeignIds isNamed(String parameter, String id) {
    named.put(parameter, id);
    return this;
  }

  /** The body of a route where OpenAPI does not tell enough; as in {@code POST /path}. */
  public ForeignIds takes(String route, String body) {
    bodies.put(route, body);
    return this;
  }

  private record Shot(Route route, String role, String place, Answering foreign, Answering absent) {
    @Override
    public String toString() {
      return route + " as " + role + ", id in the " + place;
    }
  }

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
    for (Route route : target.routes()) {
      if (route.prefixes().stream().anyMatch(this::isOwned)) {
        RouteTable.ROLES.forEach(role -> shots.add(inPath(route, role)));
      }
      for (String role : new TreeSet<>(route.roles())) {
        target.api().query(route).stream()
            .map(ApiDescription.Parameter::name)
            .filter(named::containsKey)
            .forEach(name -> shots.add(inQuery(route, role, name)));
        target.api().body(route).path("properties").fieldNames()
            .forEachRemaining(name -> {
              if (named.containsKey(name)) {
                shots.add(inBody(route, role, name));
              }
            });
      }
    }
    int sent = Volley.fire("S1 foreign ids, " + target.name(), shots, ForeignIds::breach);
    assertThat(asOwners()).as("what an owner sees is as it was").isEqualTo(before);
    return sent;
  }

  private boolean isOwned(String prefix) {
    assertThat(owned.containsKey(prefix) || nobodys.containsKey(prefix))
        .as("%s is somebody's or nobody's: tell this test", prefix)
        .isTrue();
    return owned.containsKey(prefix);
  }

  /** What is there is there for whom it belongs to, so that its absence says something. */
  private Map<String, String> asOwners() {
    Map<String, String> seen = new HashMap<>();
    for (Route route : target.routes()) {
      Optional<Holder> owner =
          route.prefixes().stream()
              .map(owned::get)
              .filter(Objects::nonNull)
              .map(Owned::owner)
              .filter(it -> route.roles().contains(it.role()))
              .findFirst();
      if (route.method().equals("GET") && owner.isPresent()) {
        Answer answer =
            target.send(
                "GET", route.with(this::there), target.token(owner.get()), new byte[0]);
        assertThat(answer.status()).as("%s as its owner: %s", route, answer).isEqualTo(OK);
        seen.put(route.path(), told(answer));
      }
    }
    return seen;
  }

  private String there(String prefix) {
    Owned known = owned.get(prefix);
    return known == null ? nobodys.getOrDefault(prefix, "") : known.id();
  }

  private String absent(String prefix) {
    return owned.containsKey(prefix)
        ? UUID.randomUUID().toString()
        : nobodys.getOrDefault(prefix, "");
  }

  private Shot inPath(Route route, String role) {
    String token = target.token(Holder.of(role, Target.OTHER_BOARD));
    return new Shot(
        route,
        role,
        "path",
        () -> target.send(route.method(), route.with(this::there), token, body(route, null, "")),
        () -> target.send(route.method(), route.with(this::absent), token, body(route, null, "")));
  }

  private Shot inQuery(Route route, String role, String name) {
    String token = target.token(Holder.of(role, Target.OTHER_BOARD));
    UnaryOperator<String> asked =
        id -> route.with(this::absent) + "?" + name + "=" + id;
    return new Shot(
        route,
        role,
        "query",
        () ->
            target.send(
                route.method(),
                asked.apply(named.getOrDefault(name, "")),
                token,
                body(route, null, "")),
        () ->
            target.send(
                route.method(),
                asked.apply(UUID.randomUUID().toString()),
                token,
                body(route, null, "")));
  }

  private Shot inBody(Route route, String role, String name) {
    String token = target.token(Holder.of(role, Target.OTHER_BOARD));
    return new Shot(
        route,
        role,
        "body",
        () ->
            target.send(
                route.method(),
                route.with(this::absent),
                token,
                body(route, name, named.getOrDefault(name, ""))),
        () ->
            target.send(
                route.method(),
                route.with(this::absent),
                token,
                body(route, name, UUID.randomUUID().toString())));
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
    boolean closed = shot.place().equals("query") || CLOSED.contains(foreign.status());
    boolean alike = foreign.status() == absent.status() && told(foreign).equals(told(absent));
    return closed && alike
        ? Optional.empty()
        : Optional.of(
            "%s: %d %s, where there is nothing %d %s"
                .formatted(
                    shot, foreign.status(), told(foreign), absent.status(), told(absent)));
  }

  /** The answer without where it was asked for. */
  private static String told(Answer answer) {
    return answer.body().replaceAll("\"(instance|asOf)\":\"[^\"]*\"", "");
  }
}

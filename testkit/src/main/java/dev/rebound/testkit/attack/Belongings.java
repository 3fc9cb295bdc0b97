package dev.rebound.testkit.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.testkit.Route;
import dev.rebound.testkit.attack.TokenIssuer.Holder;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What a test has told of the ids in a service's API: which there are, and whose they are. */
final class Belongings {

  /**
   * A query's id that is of no row: an event's, for which a read waits. Whoever knows one learns
   * that it has happened, which is what it is for.
   */
  private static final String AWAITED = "after";

  private final Map<String, Owned> owned = new HashMap<>();
  private final Map<String, String> nobodys = new HashMap<>();
  private final Map<String, String> named = new HashMap<>();

  private record Owned(String id, Holder owner) {}

  void owns(Holder owner, String prefix, String id) {
    owned.put(prefix, new Owned(id, owner));
  }

  void isNobodys(String prefix, String value) {
    nobodys.put(prefix, value);
  }

  void isNamed(String parameter, String id) {
    named.put(parameter, id);
  }

  /** Whether a path's parameter is somebody's; a new one has to be told to the test. */
  boolean isOwned(String prefix) {
    assertThat(owned.containsKey(prefix) || nobodys.containsKey(prefix))
        .as("%s is somebody's or nobody's: tell this test", prefix)
        .isTrue();
    return owned.containsKey(prefix);
  }

  /** The same for what is named in a query or a body. */
  boolean isForeign(Route route, String name, JsonNode schema) {
    assertThat(named.containsKey(name) || !ApiDescription.isId(schema) || name.equals(AWAITED))
        .as("%s takes an id as %s: tell this test one that is somebody's", route, name)
        .isTrue();
    return named.containsKey(name);
  }

  /** Whose a route's ids are, where that one may call it. */
  Optional<Holder> owner(Route route) {
    return route.prefixes().stream()
        .map(owned::get)
        .filter(Objects::nonNull)
        .map(Owned::owner)
        .filter(it -> route.roles().contains(it.role()))
        .findFirst();
  }

  /** The id that there is. */
  String there(String prefix) {
    Owned known = owned.get(prefix);
    return known == null ? nobodys.getOrDefault(prefix, "") : known.id();
  }

  /** One that there is not, where it is somebody's. */
  String absent(String prefix) {
    return owned.containsKey(prefix) ? nowhere() : nobodys.getOrDefault(prefix, "");
  }

  /** The id that there is under a name. */
  String named(String name) {
    return Objects.requireNonNull(named.get(name), name);
  }

  static String nowhere() {
    return UUID.randomUUID().toString();
  }
}

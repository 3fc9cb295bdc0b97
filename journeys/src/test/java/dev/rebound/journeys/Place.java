package dev.rebound.journeys;

import dev.rebound.localstack.KeycloakClient;
import dev.rebound.localstack.demo.Api;
import dev.rebound.localstack.demo.Play;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where a running Rebound is found: the whole of these journeys, or one that was started elsewhere.
 * For that the variables REBOUND_JOURNEYS_WEB, _APPLICATION, _FEEDBACK, _INSIGHTS and _KEYCLOAK
 * name the addresses, without a path; its realm is the one of development.
 *
 * @param addresses by the name of the part
 */
record Place(Map<String, String> addresses) {
  private static final String VARIABLE = "REBOUND_JOURNEYS_";
  private static final List<String> PARTS =
      List.of("web", "application", "feedback", "insights", "keycloak");

  /** The one that is named, else the whole, which is then started. */
  static Place found() {
    if (System.getenv(VARIABLE + "WEB") == null) {
      return new Place(each(Whole.running()::url));
    }
    return new Place(
        each(part -> {
          String variable = VARIABLE + part.toUpperCase(Locale.ROOT);
          return Objects.requireNonNull(System.getenv(variable), variable);
        }));
  }

  private static Map<String, String> each(Function<String, String> address) {
    return PARTS.stream().collect(Collectors.toMap(Function.identity(), address));
  }

  /** The address of a part, without a path. */
  String url(String part) {
    return Objects.requireNonNull(addresses.get(part), part);
  }

  /** The accounts. */
  KeycloakClient realm() {
    return new KeycloakClient(url("keycloak"));
  }

  /** Where the services are. */
  Play.Urls urls() {
    return new Play.Urls(url("application"), url("feedback"), url("insights"));
  }

  /** The API as a candidate that nobody else knows. */
  Api candidate(KeycloakClient.Candidate candidate) {
    KeycloakClient realm = realm();
    return new Api(() -> realm.token(candidate.name()));
  }
}

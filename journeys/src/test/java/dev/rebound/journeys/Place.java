package dev.rebound.journeys;

import dev.rebound.localstack.KeycloakClient;
import dev.rebound.localstack.demo.Api;
import dev.rebound.localstack.demo.Play;
import java.util.Locale;
import java.util.Objects;

/** A running Rebound, by its addresses: the whole of these journeys, or one from elsewhere. */
@FunctionalInterface
public interface Place {

  /** The address of a part, without a path. */
  String url(String part);

  /**
   * The one that the variables REBOUND_JOURNEYS_WEB, _APPLICATION, _FEEDBACK, _INSIGHTS and
   * _KEYCLOAK name, each an address without a path, with the realm of development; else the whole,
   * which is then started.
   */
  static Place found() {
    String variable = "REBOUND_JOURNEYS_";
    return System.getenv(variable + "WEB") == null
        ? Whole.running()
        : part -> {
          String name = variable + part.toUpperCase(Locale.ROOT);
          return Objects.requireNonNull(System.getenv(name), name);
        };
  }

  /** The accounts. */
  default KeycloakClient realm() {
    return new KeycloakClient(url("keycloak"));
  }

  /** Where the services are. */
  default Play.Urls urls() {
    return new Play.Urls(url("application"), url("feedback"), url("insights"));
  }

  /** The API as a candidate that nobody else knows. */
  default Api candidate(KeycloakClient.Candidate candidate) {
    KeycloakClient realm = realm();
    return new Api(() -> realm.token(candidate.name()));
  }
}

package dev.rebound.testkit;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.testcontainers.DockerClientFactory;

/**
 * The real parts for tests, each started at the first question and then the same for the whole JVM.
 * What was started is remembered in system properties and not in fields: a Quarkus test has several
 * class loaders, each with fields of its own.
 */
public final class Stack {

  /**
   * The web application's secret in the tests' realm, with characters that a header must encode.
   */
  public static final String WEB_CLIENT_SECRET = "web+test/secret%2B=";

  private static final String REMEMBERED = "rebound.test.stack.";

  private Stack() {}

  /** The PostgreSQL server of this JVM. */
  public static PostgresServer postgres() {
    String url =
        once(
            "postgres",
            () ->
                given("REBOUND_TEST_POSTGRES_URL")
                    .orElseGet(
                        () -> engineAnswers() ? Containers.postgres() : LocalParts.postgres()));
    URI uri = URI.create(url);
    String[] userInfo = uri.getUserInfo().split(":", 2);
    return new PostgresServer(
        uri.getHost(),
        uri.getPort() < 0 ? 5432 : uri.getPort(),
        userInfo[0],
        userInfo.length > 1 ? userInfo[1] : "");
  }

  /** The broker of this JVM. */
  public static KafkaServer kafka() {
    String kafka =
        once(
            "kafka",
            () ->
                given("REBOUND_TEST_KAFKA")
                    .map(it -> "given " + it)
                    .orElseGet(() -> engineAnswers() ? Containers.kafka() : LocalParts.kafka()));
    String[] words = kafka.split(" ", 3);
    return switch (words[0]) {
      case "given" -> new GivenKafka(words[1]);
      case "container" -> new ContainerKafka(words[1], words[2]);
      default -> LocalParts.kafka(Integer.parseInt(words[1]), words[2]);
    };
  }

  /** A Keycloak with the development realm, shared with other test JVMs of this checkout. */
  public static KeycloakServer keycloak() {
    return new KeycloakServer(
        once(
            "keycloak",
            () ->
                given("REBOUND_TEST_KEYCLOAK")
                    .orElseGet(
                        () -> engineAnswers() ? Containers.keycloak() : LocalParts.keycloak())));
  }

  private static Optional<String> given(String variable) {
    return Optional.ofNullable(System.getenv(variable))
        .filter(it -> !it.isBlank())
        .map(it -> it.replaceAll("/+$", ""));
  }

  /** The engine is asked itself: a docker command on the path says nothing. */
  private static boolean engineAnswers() {
    return Boolean.parseBoolean(
        once("engine", () -> Boolean.toString(DockerClientFactory.instance().isDockerAvailable())));
  }

  private static String once(String part, Supplier<String> start) {
    String key = REMEMBERED + part;
    // Interned, so that it is one lock for all class loaders.
    synchronized (key.intern()) {
      String known = System.getProperty(key);
      if (known == null) {
        known = start.get();
        System.setProperty(key, known);
      }
      return known;
    }
  }
}

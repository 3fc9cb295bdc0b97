package dev.rebound.localstack;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What may be set from outside: a port for each part, by an environment variable, else the
 * documented one.
 */
public final class Settings {
  private static final Map<String, Integer> PORTS =
      Map.of(
          "web",
          8080,
          "application",
          8081,
          "feedback",
          8082,
          "insights",
          8083,
          "keycloak",
          8180,
          "postgres",
          15432,
          "kafka",
          19092);

  /** Sets the port that the broker's clients are told, where something stands in front of it. */
  public static final String KAFKA_ADVERTISED_PORT = "REBOUND_KAFKA_ADVERTISED_PORT";

  private final Map<String, String> environment;

  /** The settings in these environment variables. */
  public Settings(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** The variable that sets the port of this part, for example {@code REBOUND_WEB_PORT}. */
  public static String portVariable(String part) {
    return "REBOUND_" + part.toUpperCase(Locale.ROOT) + "_PORT";
  }

  /** The parts that have a port. */
  static Set<String> parts() {
    return PORTS.keySet();
  }

  /** The port of this part. */
  public int port(String part) {
    Integer port = PORTS.get(part);
    if (port == null) {
      throw new IllegalArgumentException("no port is known for " + part);
    }
    return port(portVariable(part), port);
  }

  /**
   * Where the broker tells its clients to come to: its own port, unless {@code
   * REBOUND_KAFKA_ADVERTISED_PORT} names that of something in front of it.
   */
  int advertisedKafkaPort() {
    return port(KAFKA_ADVERTISED_PORT, port("kafka"));
  }

  private int port(String variable, int otherwise) {
    String set = environment.get(variable);
    if (set == null || set.isBlank()) {
      return otherwise;
    }
    int port = set.matches("\\d{1,5}") ? Integer.parseInt(set) : 0;
    if (port < 1 || port > 65_535) {
      throw new Trouble(variable + " is '" + set + "', which is not a port (1 to 65535).");
    }
    return port;
  }

  /** A {@link Trouble} when two parts were given one port. */
  void requireDistinctPorts() {
    Map<Integer, String> taken = new HashMap<>();
    for (String part : PORTS.keySet().stream().sorted().toList()) {
      String other = taken.put(port(part), part);
      if (other != null) {
        throw new Trouble(
            "%s and %s cannot both have port %d. Choose another: %s or %s."
                .formatted(other, part, port(part), portVariable(other), portVariable(part)));
      }
    }
  }

  /** Where this part is found by HTTP. */
  public String url(String part) {
    return "http://localhost:" + port(part);
  }
}

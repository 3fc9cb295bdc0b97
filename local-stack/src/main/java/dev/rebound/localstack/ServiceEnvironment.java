package dev.rebound.localstack;

import java.util.HashMap;
import java.util.Map;

/** What the services are told about where everything is, in the variables that operators set. */
final class ServiceEnvironment {
  private final Settings settings;
  private final Secrets secrets;

  ServiceEnvironment(Settings settings, Secrets secrets) {
    this.settings = settings;
    this.secrets = secrets;
  }

  /** The variables of this service, by its short name: web, application, feedback, insights. */
  Map<String, String> of(String service) {
    Map<String, String> environment = new HashMap<>();
    // Two arenas are enough for few threads on the C heap; one for each thread costs tens of MB.
    environment.put("MALLOC_ARENA_MAX", "2");
    // The accounts of development are known to everybody, so nobody beyond this machine may call.
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(settings.port(service)));
    environment.put("REBOUND_POSTGRES_HOST", "localhost");
    environment.put("REBOUND_POSTGRES_PORT", Integer.toString(settings.port("postgres")));
    environment.put("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + settings.port("kafka"));
    environment.put("REBOUND_KEYCLOAK_URL", settings.url("keycloak"));
    environment.put("REBOUND_REALM_URL", settings.url("keycloak") + "/realms/rebound");
    environment.put("REBOUND_WEB_URL", settings.url("web"));
    environment.put("REBOUND_APPLICATION_URL", settings.url("application"));
    environment.put("REBOUND_FEEDBACK_URL", settings.url("feedback"));
    environment.put("REBOUND_INSIGHTS_URL", settings.url("insights"));
    environment.put("REBOUND_DEVELOPMENT", "true");
    // Whoever reads the logs here is a person.
    environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
    if (service.equals("web")) {
      environment.put("REBOUND_WEB_CLIENT_SECRET", secrets.get("web-client"));
      environment.put("REBOUND_SESSION_SECRET", secrets.get("session"));
    } else {
      environment.put("REBOUND_DB_NAME", service);
      environment.put("REBOUND_DB_USER", service);
      environment.put("REBOUND_DB_PASSWORD", developmentPassword(service));
      environment.put("REBOUND_KEYS_DB_NAME", "keys");
      environment.put("REBOUND_KEYS_DB_USER", "keys");
      environment.put("REBOUND_KEYS_DB_PASSWORD", developmentPassword("keys"));
      environment.put("REBOUND_KEY_ENCRYPTION_KEY", secrets.get("key-encryption-key"));
    }
    return environment;
  }

  /**
   * Passwords of PostgreSQL in development, where it listens on this machine only; in production
   * they are secrets.
   */
  static String developmentPassword(String role) {
    return role + "-dev";
  }
}

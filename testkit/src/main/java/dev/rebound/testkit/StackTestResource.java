package dev.rebound.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/**
 * Gives a Quarkus application under test the real parts:
 * {@code @QuarkusTestResource(StackTestResource.class)}. Its settings have the names that
 * production uses, as properties; databases are new for each application that starts.
 */
public final class StackTestResource implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    PostgresServer.Database database = Stack.postgres().createDatabase("service");
    PostgresServer.Database keys = Stack.postgres().createDatabase("keys");
    KeycloakServer keycloak = Stack.keycloak();
    byte[] keyEncryptionKey = new byte[32];
    new SecureRandom().nextBytes(keyEncryptionKey);
    return Map.ofEntries(
        Map.entry("rebound.postgres.host", database.host()),
        Map.entry("rebound.postgres.port", Integer.toString(database.port())),
        Map.entry("rebound.db.name", database.name()),
        Map.entry("rebound.db.user", database.user()),
        Map.entry("rebound.db.password", database.password()),
        Map.entry("rebound.keys.db.name", keys.name()),
        Map.entry("rebound.keys.db.user", keys.user()),
        Map.entry("rebound.keys.db.password", keys.password()),
        Map.entry(
            "rebound.key-encryption-key", Base64.getEncoder().encodeToString(keyEncryptionKey)),
        Map.entry("kafka.bootstrap.servers", Stack.kafka().bootstrapServers()),
        Map.entry("rebound.keycloak-url", keycloak.url()),
        Map.entry("rebound.realm-url", keycloak.realmUrl()),
        Map.entry("rebound.web-url", "http://localhost:8080"),
        Map.entry("rebound.web-client-secret", Stack.WEB_CLIENT_SECRET),
        Map.entry("rebound.development", "true"),
        Map.entry("quarkus.http.test-port", "0"),
        Map.entry("quarkus.devservices.enabled", "false"));
  }

  @Override
  public void stop() {
    // The parts go on for the next application of this JVM, and end with it.
  }
}

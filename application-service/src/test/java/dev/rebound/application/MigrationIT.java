package dev.rebound.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.testkit.PostgresServer.Database;
import dev.rebound.testkit.Stack;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged service as a job of a rollout runs it: it migrates its database and the keys' and
 * ends by itself, with neither Kafka nor Keycloak there.
 */
class MigrationIT {
  private static final Path PACKAGED = Path.of("target/quarkus-app/quarkus-run.jar");

  @Test
  void itMigratesAndEnds(@TempDir Path folder) throws Exception {
    Database own = Stack.postgres().createDatabase("service");
    Database keys = Stack.postgres().createDatabase("keys");
    File output = folder.resolve("output").toFile();
    ProcessBuilder job =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-jar",
                PACKAGED.toString())
            .redirectErrorStream(true)
            .redirectOutput(output);
    job.environment().putAll(settings(own, keys));

    Process process = job.start();
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    process.destroyForcibly();

    String said = Files.readString(output.toPath(), UTF_8);
    assertThat(ended).as(said).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    assertThat(has(own, "event")).as(said).isTrue();
    assertThat(has(keys, "subject_key")).as(said).isTrue();
  }

  private static Map<String, String> settings(Database own, Database keys) {
    return Map.ofEntries(
        Map.entry("QUARKUS_INIT_AND_EXIT", "true"),
        Map.entry("QUARKUS_OIDC_TENANT_ENABLED", "false"),
        Map.entry("QUARKUS_HTTP_PORT", "0"),
        // Nobody listens there: whoever asks is refused.
        Map.entry("KAFKA_BOOTSTRAP_SERVERS", "localhost:1"),
        Map.entry("REBOUND_REALM_URL", "http://localhost:1/realms/rebound"),
        Map.entry("REBOUND_POSTGRES_HOST", own.host()),
        Map.entry("REBOUND_POSTGRES_PORT", Integer.toString(own.port())),
        Map.entry("REBOUND_DB_NAME", own.name()),
        Map.entry("REBOUND_DB_USER", own.user()),
        Map.entry("REBOUND_DB_PASSWORD", own.password()),
        Map.entry("REBOUND_KEYS_POSTGRES_HOST", keys.host()),
        Map.entry("REBOUND_KEYS_DB_NAME", keys.name()),
        Map.entry("REBOUND_KEYS_DB_USER", keys.user()),
        Map.entry("REBOUND_KEYS_DB_PASSWORD", keys.password()),
        Map.entry("REBOUND_KEY_ENCRYPTION_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="));
  }

  private static boolean has(Database database, String table) throws Exception {
    try (var connection = database.connect();
        var tables = connection.getMetaData().getTables(null, "public", table, null)) {
      return tables.next();
    }
  }
}

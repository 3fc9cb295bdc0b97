package dev.rebound.testkit;

import dev.rebound.localstack.Ports;
import dev.rebound.localstack.Root;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.MountableFile;

/**
 * The parts as containers. The images are settings, for a registry of one's own:
 * REBOUND_TEST_POSTGRES_IMAGE, REBOUND_TEST_KAFKA_IMAGE, REBOUND_TEST_KEYCLOAK_IMAGE.
 * Testcontainers removes them when the JVM ends, so they are not closed here.
 */
@SuppressWarnings("resource")
final class Containers {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final String POSTGRES_PASSWORD = "postgres-test";

  private Containers() {}

  /** Starts PostgreSQL and answers its address. */
  static String postgres() {
    GenericContainer<?> container =
        new GenericContainer<>(image("REBOUND_TEST_POSTGRES_IMAGE", "postgres:18.1"))
            .withEnv("POSTGRES_PASSWORD", POSTGRES_PASSWORD)
            .withCommand(
                "postgres",
                "-c",
                "max_connections=200",
                "-c",
                "idle_in_transaction_session_timeout=30s",
                "-c",
                "timezone=UTC")
            .withExposedPorts(5432)
            // The image starts the server twice: once to set it up, once to stay.
            .waitingFor(
                Wait.forLogMessage(".*ready to accept connections.*", 2)
                    .withStartupTimeout(PATIENCE));
    container.start();
    return "postgresql://postgres:"
        + POSTGRES_PASSWORD
        + "@"
        + container.getHost()
        + ":"
        + container.getMappedPort(5432);
  }

  /** Starts Kafka and answers the container's id and where the broker is found. */
  static String kafka() {
    // A port that stays the same when the container is stopped and started, which a mapped one does
    // not.
    int port = Ports.free();
    FixedPort container = new FixedPort(image("REBOUND_TEST_KAFKA_IMAGE", "apache/kafka:4.1.2"));
    container.fix(port, 9092);
    container.withEnv(
        Map.ofEntries(
            Map.entry("KAFKA_NODE_ID", "1"),
            Map.entry("KAFKA_PROCESS_ROLES", "broker,controller"),
            Map.entry("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093"),
            Map.entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
            Map.entry("KAFKA_LISTENERS", "PLAINTEXT://:9092,CONTROLLER://:9093"),
            Map.entry(
                "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
            Map.entry(
                "KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://" + container.getHost() + ":" + port),
            Map.entry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"),
            Map.entry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1"),
            Map.entry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1"),
            Map.entry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1"),
            Map.entry("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")));
    container.waitingFor(
        Wait.forLogMessage(".*Kafka Server started.*", 1).withStartupTimeout(PATIENCE));
    container.start();
    return "container " + container.getContainerId() + " " + container.getHost() + ":" + port;
  }

  /** Starts Keycloak with the development realm and answers its address. */
  static String keycloak() {
    GenericContainer<?> container =
        new GenericContainer<>(
                image("REBOUND_TEST_KEYCLOAK_IMAGE", "quay.io/keycloak/keycloak:26.7.3"))
            .withEnv("KC_BOOTSTRAP_ADMIN_USERNAME", "admin")
            .withEnv("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin")
            .withEnv("REBOUND_WEB_CLIENT_SECRET", Stack.WEB_CLIENT_SECRET)
            .withCopyFileToContainer(
                MountableFile.forHostPath(Root.find().developmentRealm()),
                "/opt/keycloak/data/import/rebound-realm.json")
            .withCommand("start-dev", "--import-realm")
            .withExposedPorts(8080)
            .waitingFor(
                Wait.forHttp("/realms/rebound/.well-known/openid-configuration")
                    .forPort(8080)
                    .withStartupTimeout(PATIENCE));
    container.start();
    return "http://" + container.getHost() + ":" + container.getMappedPort(8080);
  }

  private static String image(String variable, String otherwise) {
    return Optional.ofNullable(System.getenv(variable))
        .filter(it -> !it.isBlank())
        .orElse(otherwise);
  }

  /** A container that is found on a port of our choice. */
  private static final class FixedPort extends GenericContainer<FixedPort> {
    FixedPort(String image) {
      super(image);
    }

    void fix(int hostPort, int containerPort) {
      addFixedExposedPort(hostPort, containerPort);
    }
  }
}

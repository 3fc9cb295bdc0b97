package dev.rebound.testkit;

import static dev.rebound.localstack.Throwaway.startAndAwait;

import dev.rebound.localstack.BackgroundProcess;
import dev.rebound.localstack.FileLock;
import dev.rebound.localstack.Lifetime;
import dev.rebound.localstack.LocalKafka;
import dev.rebound.localstack.LocalKeycloak;
import dev.rebound.localstack.LocalPostgres;
import dev.rebound.localstack.Ports;
import dev.rebound.localstack.Root;
import dev.rebound.localstack.Throwaway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** The parts as processes of this machine. */
final class LocalParts {
  private static final String POSTGRES_PASSWORD = "postgres-test";

  private LocalParts() {}

  /** Starts PostgreSQL and answers its address. */
  static String postgres() {
    LocalPostgres postgres = Throwaway.postgres(POSTGRES_PASSWORD);
    return "postgresql://"
        + LocalPostgres.SUPERUSER
        + ":"
        + POSTGRES_PASSWORD
        + "@localhost:"
        + postgres.port();
  }

  /** Starts Kafka and answers its port and folder. */
  static String kafka() {
    Path folder = Throwaway.folder("kafka");
    int port = Ports.free();
    startAndAwait(Throwaway.kafka(port, folder));
    return "local " + port + " " + folder;
  }

  /** The Kafka that was started there. */
  static KafkaServer kafka(int port, String folder) {
    return new StartedKafka(Throwaway.kafka(port, Path.of(folder)));
  }

  private record StartedKafka(LocalKafka kafka) implements KafkaServer {
    @Override
    public String bootstrapServers() {
      return kafka.address();
    }

    @Override
    public void stop() {
      kafka.stop();
    }

    @Override
    public void kill() {
      kafka.process().kill();
    }

    @Override
    public void start() {
      startAndAwait(kafka);
    }
  }

  /**
   * Finds the Keycloak that another test JVM started, or starts it for all of them. There is one
   * per content of the realm file; a change gets a new one, and the old one ends when nobody uses
   * it any more.
   */
  static String keycloak() {
    Root root = Root.find();
    Path folder = root.test().resolve("keycloak-" + fingerprint(root.developmentRealm()));
    Lifetime.WhileUsed lifetime = new Lifetime.WhileUsed(folder);
    Path portFile = folder.resolve("port");
    StringBuilder url = new StringBuilder();
    FileLock.during(
        root.test().resolve("keycloak.lock"),
        () -> {
          lifetime.use();
          Optional<LocalKeycloak> found =
              knownPort(portFile)
                  .map(it -> localKeycloak(root, folder, it, lifetime))
                  .filter(LocalKeycloak::ready);
          LocalKeycloak keycloak =
              found.orElseGet(() -> {
                localKeycloak(root, folder, 0, lifetime).stop();
                LocalKeycloak fresh = localKeycloak(root, folder, Ports.free(), lifetime);
                startAndAwait(fresh);
                write(portFile, Integer.toString(fresh.port()));
                return fresh;
              });
          url.append(keycloak.address());
        });
    return url.toString();
  }

  private static LocalKeycloak localKeycloak(Root root, Path folder, int port, Lifetime lifetime) {
    return new LocalKeycloak(
        root,
        folder.resolve("home"),
        port,
        root.developmentRealm(),
        Map.of("REBOUND_WEB_CLIENT_SECRET", Stack.WEB_CLIENT_SECRET),
        process("keycloak", folder),
        lifetime);
  }

  private static Optional<Integer> knownPort(Path file) {
    try {
      return Optional.of(Integer.parseInt(Files.readString(file).strip()));
    } catch (IOException | NumberFormatException none) {
      return Optional.empty();
    }
  }

  private static String fingerprint(Path file) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(Stack.WEB_CLIENT_SECRET.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)), 0, 4);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void write(Path file, String content) {
    try {
      Files.writeString(file, content);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static BackgroundProcess process(String name, Path folder) {
    return new BackgroundProcess(name, folder, folder.resolve(name + ".log"));
  }
}

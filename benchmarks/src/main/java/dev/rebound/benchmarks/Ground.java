package dev.rebound.benchmarks;

import dev.rebound.localstack.LocalStack;
import dev.rebound.localstack.Part;
import dev.rebound.localstack.Ports;
import dev.rebound.localstack.Progress;
import dev.rebound.localstack.Root;
import dev.rebound.localstack.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a benchmark runs on: a PostgreSQL and a Kafka of its own, empty, durable, on free ports, and
 * an issuer of tokens. Services are added as a benchmark needs them. All of it is gone afterwards.
 */
final class Ground implements AutoCloseable {

  private static final List<String> PARTS =
      List.of("web", "application", "feedback", "insights", "keycloak", "postgres", "kafka");

  /** One address sends all of the load, which no person does. */
  private static final Map<String, String> NO_LIMITS =
      Map.of(
          "REBOUND_LIMITS_USER_PER_MINUTE", "100000000",
          "REBOUND_LIMITS_ADDRESS_PER_MINUTE", "100000000");

  private final Path folder;
  private final Settings settings;
  private final LocalStack stack;
  private final Progress progress;
  private final TokenIssuer issuer;
  private final Thread hook;

  /** Starts the two servers. */
  Ground() {
    try {
      folder = Files.createTempDirectory("rebound-bench");
    } catch (IOException noFolder) {
      throw new UncheckedIOException(noFolder);
    }
    Map<String, String> ports = new HashMap<>();
    PARTS.forEach(part -> ports.put(Settings.portVariable(part), Integer.toString(Ports.free())));
    settings = new Settings(ports);
    stack = new LocalStack(new Root(Root.find().folder(), folder), settings, NO_LIMITS);
    progress = new Progress(new PrintStream(OutputStream.nullOutputStream(), false));
    hook = new Thread(this::end, "end the ground");
    Runtime.getRuntime().addShutdownHook(hook);
    issuer = new TokenIssuer(settings.port("keycloak"));
    start("postgres", "kafka");
  }

  /** Starts parts and waits until they answer. */
  void start(String... parts) {
    stack.start(Stream.of(parts).map(stack::part).toList(), progress);
  }

  /** Stops one part. */
  void stop(String part) {
    stack.part(part).stop();
  }

  int port(String part) {
    return settings.port(part);
  }

  String kafka() {
    return "localhost:" + port("kafka");
  }

  TokenIssuer issuer() {
    return issuer;
  }

  /** The password of a database's own role. */
  static String password(String database) {
    return database + "-dev";
  }

  /** The resident memory of a part in MB. */
  long residentMegabytes(String part) {
    return stack.part(part).process().residentMegabytes().orElse(0L);
  }

  /** A meter of these parts' CPU time, and of this process's. */
  Cpu cpu(String... parts) {
    Map<String, Long> processes = new LinkedHashMap<>();
    for (String name : parts) {
      Part part = stack.part(name);
      part.process().running().ifPresent(process -> processes.put(name, process.pid()));
    }
    processes.put("load", ProcessHandle.current().pid());
    return new Cpu(processes);
  }

  /** A connection of the database's own role. */
  Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port("postgres") + "/" + database,
        database,
        password(database));
  }

  /** The one number a query finds. */
  long number(String database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Runs statements. */
  void execute(String database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(hook);
    end();
  }

  private void end() {
    stack.stop(progress);
    issuer.close();
    List<Path> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(all::add);
    } catch (IOException gone) {
      return;
    }
    all.forEach(file -> file.toFile().delete());
  }
}

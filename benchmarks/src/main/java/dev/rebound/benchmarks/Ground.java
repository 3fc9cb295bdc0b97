package dev.rebound.benchmarks;

import dev.rebound.eventstore.postgres.AppendStatement;
import dev.rebound.localstack.LocalPostgres;
import dev.rebound.localstack.LocalStack;
import dev.rebound.localstack.Part;
import dev.rebound.localstack.Ports;
import dev.rebound.localstack.Progress;
import dev.rebound.localstack.Root;
import dev.rebound.localstack.Settings;
import dev.rebound.localstack.Start;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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

  private final Start start;
  private final Path folder;
  private final Settings settings;
  private final LocalStack stack;
  private final LocalStack cached;
  private final Progress progress;
  private final TokenIssuer issuer;
  private final Thread hook;
  private final InForce inForce = new InForce(this);
  private Consumer<Ground> closing = ground -> {};
  private boolean shared;
  private final Set<String> databases = new HashSet<>();

  /** Starts the two servers; services start in this way where nothing else is said. */
  Ground(Start start) {
    this.start = start;
    try {
      folder = Files.createTempDirectory("rebound-bench");
    } catch (IOException noFolder) {
      throw new UncheckedIOException(noFolder);
    }
    Map<String, String> ports = new HashMap<>();
    PARTS.forEach(part -> ports.put(Settings.portVariable(part), Integer.toString(Ports.free())));
    settings = new Settings(ports);
    Root root = new Root(Root.find().folder(), folder);
    stack = new LocalStack(root, settings, NO_LIMITS, start);
    cached = new LocalStack(root, settings, NO_LIMITS, Start.CACHED);
    progress = new Progress(new PrintStream(OutputStream.nullOutputStream(), false));
    hook = new Thread(this::end, "end the ground");
    Runtime.getRuntime().addShutdownHook(hook);
    issuer = new TokenIssuer(settings.port("keycloak"));
    start("postgres", "kafka");
  }

  /** Starts parts and waits until they answer. */
  void start(String... parts) {
    stack.start(Stream.of(parts).map(stack::part).toList(), progress);
    inForce.look();
  }

  /** One part, as {@code ./rebound up} would start it or as all others here. */
  Part part(String name, Start start) {
    return (start == Start.CACHED ? cached : stack).part(name);
  }

  /** How large what the parts keep for their next start is, in MB. */
  double cachedMegabytes() throws IOException {
    Path caches = folder.resolve("aot");
    if (!Files.isDirectory(caches)) {
      return 0;
    }
    double bytes = 0;
    try (Stream<Path> files = Files.list(caches)) {
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes / 1_000_000;
  }

  /** Stops one part; where none is used for long, at once. */
  void stop(String part) {
    if (start == Start.BRIEF) {
      stack.part(part).process().kill();
    } else {
      stack.part(part).stop();
    }
  }

  int port(String part) {
    return settings.port(part);
  }

  /** Where this ground keeps everything. */
  Path folder() {
    return folder;
  }

  /**
   * A database of this name with a role of its own, for what is measured beside the services; makes
   * it where it does not exist, and runs the script in it then.
   */
  String database(String name, String script) throws SQLException {
    if (databases.add(name)) {
      try (Connection superuser = connect("postgres")) {
        LocalPostgres.createDatabase(superuser, name, password(name));
      }
      execute(name, script);
    }
    return name;
  }

  /** A database with nothing but empty event tables, of which no service knows. */
  String bare() throws SQLException, IOException {
    return database("bare", migration("V1__event_store") + migration("V4__trace"));
  }

  private static String migration(String name) throws IOException {
    try (InputStream script =
        AppendStatement.class.getResourceAsStream("/db/eventstore/" + name + ".sql")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    }
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

  /** The process of a part, where it runs. */
  Optional<ProcessHandle> running(String part) {
    return stack.part(part).process().running();
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
    return connect(database, database);
  }

  /** A connection that may look at everything. */
  Connection superuser(String database) throws SQLException {
    return connect(database, "postgres");
  }

  private Connection connect(String database, String role) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port("postgres") + "/" + database, role, password(role));
  }

  /** Whether a service has made this table of its own by now. */
  boolean hasTable(String database, String table) throws SQLException {
    return number(database, "select count(*) from pg_tables where tablename = '" + table + "'") > 0;
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

  /** The one text a query finds. */
  String text(String database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** Runs statements. */
  void execute(String database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The settings in force. */
  List<String> inForce() throws IOException, SQLException {
    return inForce.lines();
  }

  /** Tells of every {@link #close}, while all that has not been stopped still runs. */
  void onClose(Consumer<Ground> closing) {
    this.closing = closing;
  }

  /** Lets {@link #close} leave everything running, for whoever measures next. */
  void share() {
    shared = true;
  }

  @Override
  public void close() {
    closing.accept(this);
    if (!shared) {
      leave();
    }
  }

  /** Ends it, shared or not. */
  void leave() {
    Runtime.getRuntime().removeShutdownHook(hook);
    end();
  }

  private void end() {
    // All of it goes, so nobody needs to put anything in order, but for PostgreSQL, which would
    // leave shared memory behind.
    for (Part part : stack.parts()) {
      if (!part.name().equals("postgres")) {
        part.process().kill();
      }
    }
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

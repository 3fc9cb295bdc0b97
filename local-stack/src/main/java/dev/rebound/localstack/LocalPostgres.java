package dev.rebound.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * PostgreSQL as a process. Its cluster is durable as in production (fsync and synchronous_commit
 * are on, PostgreSQL's defaults stated again so that nobody turns them off to be faster), and a
 * transaction that a client forgot ends after 30 seconds.
 */
public final class LocalPostgres implements Part {
  /** The role that may do everything. */
  public static final String SUPERUSER = "postgres";

  private final Path binaries;
  private final Path data;
  private final int port;
  private final String superuserPassword;
  private final Lifetime lifetime;
  private final BackgroundProcess process;

  /**
   * A cluster in {@code data} on {@code port}; the folder is made at the first start and kept.
   *
   * @param superuserPassword the password given to {@link #SUPERUSER} when the cluster is made
   */
  public LocalPostgres(
      Root root,
      Path data,
      int port,
      String superuserPassword,
      BackgroundProcess process,
      Lifetime lifetime) {
    this.binaries = root.dist().resolve("postgres");
    this.data = data;
    this.port = port;
    this.superuserPassword = superuserPassword;
    this.process = process;
    this.lifetime = lifetime;
  }

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String address() {
    return "localhost:" + port;
  }

  @Override
  public BackgroundProcess process() {
    return process;
  }

  @Override
  public void launch() {
    PostgresBinaries.unpackInto(binaries);
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      initialise();
    }
    forgetStaleLock();
    List<String> command =
        asOrdinaryUser(binaries.resolve("bin/postgres").toString(), "-D", data.toString());
    settings().forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
    process.start(command, Map.of(), data, lifetime);
  }

  private Map<String, String> settings() {
    return Map.ofEntries(
        Map.entry("port", Integer.toString(port)),
        Map.entry("listen_addresses", "127.0.0.1"),
        // No socket file: its path could be longer than the system allows.
        Map.entry("unix_socket_directories", ""),
        Map.entry("fsync", "on"),
        Map.entry("synchronous_commit", "on"),
        Map.entry("full_page_writes", "on"),
        Map.entry("max_connections", "200"),
        Map.entry("idle_in_transaction_session_timeout", "30s"),
        Map.entry("timezone", "UTC"),
        Map.entry("log_timezone", "UTC"),
        // Statements can hold personal data, which a log must not.
        Map.entry("log_min_error_statement", "panic"),
        Map.entry("log_error_verbosity", "terse"));
  }

  private void initialise() {
    try {
      Files.createDirectories(data.toAbsolutePath().getParent());
      Path password = Files.createTempFile("rebound", ".pw");
      try {
        Files.writeString(password, superuserPassword);
        List<String> command =
            asOrdinaryUser(
                binaries.resolve("bin/initdb").toString(),
                "-D",
                data.toString(),
                "-U",
                SUPERUSER,
                "-A",
                "scram-sha-256",
                "--pwfile=" + password,
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-locale",
                "--no-instructions");
        process.prepare(command, Map.of(), "PostgreSQL's initdb failed");
      } finally {
        Files.delete(password);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** PostgreSQL refuses to be root; in a user namespace of its own it is nobody. */
  private static List<String> asOrdinaryUser(String... command) {
    List<String> whole = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      if (Shell.answer("unshare", "-U", "echo", "works").isEmpty()) {
        throw new Trouble(
            "PostgreSQL does not run as root, and this system does not allow `unshare -U`.\nStart Rebound as an ordinary user.");
      }
      whole.addAll(List.of("unshare", "-U"));
    }
    whole.addAll(List.of(command));
    return whole;
  }

  /** After a crash of the machine the lock can name a process id that somebody else has now. */
  private void forgetStaleLock() {
    Path lock = data.resolve("postmaster.pid");
    try {
      if (Files.exists(lock)) {
        long pid = Long.parseLong(Files.readAllLines(lock).get(0).strip());
        boolean postgres =
            ProcessHandle.of(pid)
                .flatMap(it -> it.info().command())
                .map(it -> it.endsWith("postgres"))
                .orElse(false);
        if (!postgres) {
          Files.delete(lock);
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public boolean ready() {
    try (Connection connection = connect("postgres")) {
      return connection.isValid(2);
    } catch (SQLException notYet) {
      return false;
    }
  }

  /** A connection of the superuser to this database. */
  Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", SUPERUSER);
    properties.setProperty("password", superuserPassword);
    properties.setProperty("connectTimeout", "2");
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
  }

  /**
   * Makes the database {@code name} and a login role of the same name that owns it and that alone
   * may connect; keeps what is there.
   */
  public void createDatabase(String name, String password) {
    try (Connection connection = connect("postgres")) {
      createDatabase(connection, name, password);
    } catch (SQLException failure) {
      throw new Trouble(
          "PostgreSQL did not make the database " + name + ": " + failure.getMessage(), failure);
    }
  }

  /**
   * The same over a connection of any superuser. Names are ours (letters, digits, underscore),
   * never a user's.
   */
  public static void createDatabase(Connection superuser, String name, String password)
      throws SQLException {
    if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
      throw new IllegalArgumentException("not a plain database name: " + name);
    }
    try (Statement statement = superuser.createStatement()) {
      if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'")) {
        statement.execute("CREATE ROLE " + name + " LOGIN");
      }
      statement.execute("ALTER ROLE " + name + " PASSWORD " + statement.enquoteLiteral(password));
      if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
        statement.execute("CREATE DATABASE " + name + " OWNER " + name);
      }
      statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (var rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }
}

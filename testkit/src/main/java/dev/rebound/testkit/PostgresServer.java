package dev.rebound.testkit;

import dev.rebound.localstack.LocalPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A PostgreSQL server, and the role that may do everything in it.
 *
 * @param host its host name
 * @param port its port
 * @param superuser the role
 * @param password its password
 */
public record PostgresServer(String host, int port, String superuser, String password) {
  /**
   * A database and its own login role, which nobody else uses.
   *
   * @param host the server's host name
   * @param port the server's port
   * @param name of the database
   * @param user the role that owns it
   * @param password the role's password
   */
  public record Database(String host, int port, String name, String user, String password) {
    /** Its address for JDBC, without user and password. */
    public String jdbcUrl() {
      return "jdbc:postgresql://" + host + ":" + port + "/" + name;
    }

    /** A new connection of its role. */
    public Connection connect() throws SQLException {
      return DriverManager.getConnection(jdbcUrl(), user, password);
    }
  }

  /** A new, empty database, whose name starts with {@code prefix} (lower-case letters). */
  public Database createDatabase(String prefix) {
    String name = prefix + "_" + UUID.randomUUID().toString().substring(24);
    String secret = UUID.randomUUID().toString();
    try (Connection connection = connect()) {
      LocalPostgres.createDatabase(connection, name, secret);
    } catch (SQLException failure) {
      throw new IllegalStateException("no database " + name, failure);
    }
    return new Database(host, port, name, name, secret);
  }

  /** A new connection of the superuser to the database {@code postgres}. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://" + host + ":" + port + "/postgres", superuser, password);
  }
}

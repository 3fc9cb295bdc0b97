package dev.rebound.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rebound.testkit.PostgresServer.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** The rule about boards' tables finds what is planted. */
class BoardTablesIT {

  private static final String POLICY =
      "create policy scope on %s using (board = current_setting('rebound.board', true))";

  private final Database database = Stack.postgres().createDatabase("boards");

  @Test
  void whatIsGuardedIsCounted() throws SQLException {
    try (Connection own = database.connect()) {
      guarded(own, "letter");
      guarded(own, "parcel");
      run(own, "create table event (board text)", "create table of_nobody (name text)");

      assertThat(BoardTables.areGuarded(own)).isEqualTo(2);
    }
  }

  @Test
  void eachPlantedViolationIsNamed() throws SQLException {
    try (Connection own = database.connect()) {
      guarded(own, "letter");
      run(
          own,
          "create table forgotten (board text)",
          "create table without_policy (board text)",
          "alter table without_policy enable row level security, force row level security",
          "create table owners (board text)",
          "alter table owners enable row level security",
          POLICY.formatted("owners"));
      guarded(own, "ajar");
      run(own, "create policy everybody on ajar using (true)");

      assertThatThrownBy(() -> BoardTables.areGuarded(own))
          .hasMessageContaining("forgotten has no row-level security")
          .hasMessageContaining("forgotten has no policy by board")
          .hasMessageContaining("without_policy has no policy by board")
          .hasMessageContaining("owners does not bind its owner")
          .hasMessageContaining("ajar has a policy that asks for no scope")
          .hasMessageNotContaining("letter");
    }
  }

  @Test
  void aRoleThatPoliciesDoNotBindIsFound() throws SQLException {
    PostgresServer server = Stack.postgres();
    try (Connection superuser =
        DriverManager.getConnection(database.jdbcUrl(), server.superuser(), server.password())) {
      assertThatThrownBy(() -> BoardTables.areGuarded(superuser))
          .hasMessageContaining("bound by policies");
    }
  }

  private static void guarded(Connection connection, String table) throws SQLException {
    run(
        connection,
        "create table " + table + " (board text)",
        "alter table " + table + " enable row level security, force row level security",
        POLICY.formatted(table));
  }

  private static void run(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}

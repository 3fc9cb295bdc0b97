package dev.rebound.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rebound.testkit.PostgresServer.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rule about persons' tables finds what is planted. */
class PersonTablesIT {

  private final Database database = Stack.postgres().createDatabase("persons");

  @Test
  void aTableThatAnErasureLeavesIsNamed() throws SQLException {
    try (Connection own = database.connect();
        Statement statement = own.createStatement()) {
      statement.execute("create table event (candidate uuid)");
      statement.execute("create table letter (candidate_id uuid, board text)");
      statement.execute("create table of_nobody (name text)");
      List<String> deletions = List.of("delete from letter where candidate_id = any($1)");

      assertThat(PersonTables.areForgotten(own, deletions)).isEqualTo(2);

      statement.execute("create table letter_copy (owner uuid)");
      assertThatThrownBy(() -> PersonTables.areForgotten(own, deletions))
          .hasMessageContaining("letter_copy");
    }
  }
}

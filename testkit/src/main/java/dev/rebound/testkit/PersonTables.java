package dev.rebound.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The tables with rows of persons, which are those with a column that holds a candidate's id, as
 * the catalogue of a service's database has them. Each is emptied of whoever is erased.
 */
public final class PersonTables {

  /**
   * Emptied otherwise: events stay and cannot be opened any more, since their key is gone; the
   * answers that are kept for repeats go in every service.
   */
  private static final Set<String> OTHERWISE = Set.of("event", "idempotency");

  private static final String TABLES =
      """
      select distinct table_name from information_schema.columns
      where table_schema = 'public' and data_type = 'uuid'
        and column_name in ('candidate', 'candidate_id', 'owner', 'person', 'caller')
      order by table_name
      """;

  private PersonTables() {}

  /**
   * A service's deletions name each of them.
   *
   * @param connection to the service's database
   * @param deletions the statements by which the service forgets
   * @return how many tables there are
   */
  public static int areForgotten(Connection connection, List<String> deletions)
      throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(TABLES)) {
      while (found.next()) {
        tables.add(found.getString(1));
      }
    }
    assertThat(tables)
        .filteredOn(table -> !OTHERWISE.contains(table))
        .as("tables of persons that an erasure leaves as they are, of %d", tables.size())
        .allMatch(table ->
            deletions.stream()
                .anyMatch(sql -> sql.strip().startsWith("delete from " + table + " ")));
    return tables.size();
  }
}

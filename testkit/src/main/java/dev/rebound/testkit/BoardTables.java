package dev.rebound.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables that belong to boards, which are those with a column {@code board}, as the catalogue
 * of a service's database has them. Each must have row-level security that binds its owner too, and
 * no policy that shows a row to whoever has not said whose rows the work is about.
 *
 * <p>The one exception is {@code event}: its rows are appended and read by streams and by the
 * relay, which is work over all boards, and who may have a stream is decided on what is in it.
 */
public final class BoardTables {

  private static final String TABLES =
      """
      select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
        exists (
          select from pg_policies p
          where p.schemaname = 'public' and p.tablename = c.relname
            and p.qual like '%board = current_setting(''rebound.board''%') as by_board,
        exists (
          select from pg_policies p
          where p.schemaname = 'public' and p.tablename = c.relname and p.permissive = 'PERMISSIVE'
            and not coalesce(p.qual, p.with_check, '') like '%current_setting(''rebound.%') as open
      from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and a.attname = 'board' and not a.attisdropped and c.relname <> 'event'
      order by c.relname
      """;

  private static final String ROLE =
      "select rolsuper or rolbypassrls as unbound from pg_roles where rolname = current_user";

  private BoardTables() {}

  /**
   * All of them are guarded, and the role that asks is one that policies bind.
   *
   * @param connection of the service's own role to its own database
   * @return how many there are
   */
  public static int areGuarded(Connection connection) throws SQLException {
    int tables = 0;
    List<String> problems = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet role = statement.executeQuery(ROLE)) {
        assertThat(role.next() && !role.getBoolean("unbound"))
            .as("the service's role is bound by policies")
            .isTrue();
      }
      try (ResultSet table = statement.executeQuery(TABLES)) {
        while (table.next()) {
          tables++;
          problemsOf(table, problems);
        }
      }
    }
    assertThat(problems).as("tables of boards, %d", tables).isEmpty();
    return tables;
  }

  private static void problemsOf(ResultSet table, List<String> problems) throws SQLException {
    String name = table.getString("name");
    if (!table.getBoolean("enabled")) {
      problems.add(name + " has no row-level security");
    }
    if (!table.getBoolean("forced")) {
      problems.add(name + " does not bind its owner");
    }
    if (!table.getBoolean("by_board")) {
      problems.add(name + " has no policy by board");
    }
    if (table.getBoolean("open")) {
      problems.add(name + " has a policy that asks for no scope");
    }
  }
}

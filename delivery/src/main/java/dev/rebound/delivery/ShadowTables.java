package dev.rebound.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Empty copies of a projection's tables, with a bookkeeping of their own, in a schema of their own.
 * Its SQL names tables without a schema, so the same code writes them once the search path begins
 * there. What a rebuild that died has left is one schema, which the next one drops.
 */
final class ShadowTables {

  private static final String TIED =
      """
      select count(*) as n from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relname = any($1) and (
        exists (select from pg_trigger t where t.tgrelid = c.oid)
        or exists (select from pg_constraint k where k.contype = 'f'
                   and c.oid in (k.conrelid, k.confrelid)))
      """;

  /**
   * The statements that give the copies the same policies, where the tables have any. They come
   * with the switch and not before: COPY is not for tables that have them.
   */
  private static final String POLICIES =
      """
      select format('alter table %1$s.%%I enable row level security', c.relname) as statement
      from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relname = any($1) and c.relrowsecurity
      union all
      select format('alter table %1$s.%%I force row level security', c.relname)
      from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relname = any($1)
        and c.relforcerowsecurity
      union all
      select format('create policy %%I on %1$s.%%I as %%s for %%s to %%s%%s%%s',
        p.policyname, p.tablename, p.permissive, p.cmd,
        (select string_agg(case r when 'public' then r else quote_ident(r) end, ', ')
         from unnest(p.roles::text[]) as r),
        ' using (' || p.qual || ')', ' with check (' || p.with_check || ')')
      from pg_policies p
      where p.schemaname = 'public' and p.tablename = any($1)
      """;

  private static final List<String> BOOKKEEPING =
      List.of("watermark", "stream_progress", "parked_stream");

  /**
   * Both stand at the same place and have read the same, so they differ only in the streams that
   * one of them waits with.
   */
  private static final String NOTES =
      """
      insert into public.stream_progress (handler, stream, version)
      select handler, stream, version from %1$s.stream_progress
      where handler = $1 and stream in (
        select stream from public.parked_stream where handler = $1
        union all select stream from %1$s.parked_stream where handler = $1)
      on conflict (handler, stream) do update set version = excluded.version;
      delete from public.parked_stream where handler = $1;
      insert into public.parked_stream select * from %1$s.parked_stream where handler = $1
      """;

  private final Projection live;
  private final String schema;
  private final String former;

  ShadowTables(Projection live) {
    this.live = live;
    if (!live.name().matches("[a-z][a-z0-9-]*")
        || !live.tables().stream().allMatch(table -> table.matches("[a-z_][a-z0-9_]*"))) {
      throw new IllegalArgumentException("a projection and its tables have plain names");
    }
    this.schema = "\"rebuild " + live.name() + "\"";
    this.former = "\"replaced " + live.name() + "\"";
  }

  /** Where the new tables are. */
  String schema() {
    return schema;
  }

  /** Where the replaced tables are after the switch. */
  String former() {
    return former;
  }

  /** What finds the new tables, and everything else where it is. */
  String searchPath() {
    return schema + ", public";
  }

  /**
   * Makes the copies, empty.
   *
   * @return fails with {@link IllegalStateException} where a table has triggers or foreign keys,
   *     which a copy would not have
   */
  Uni<Void> create(Pool pool) {
    String copies =
        Stream.concat(live.tables().stream(), BOOKKEEPING.stream())
            .map(table ->
                "create table %s.%2$s (like public.%2$s including all); ".formatted(schema, table))
            .collect(Collectors.joining());
    return pool.preparedQuery(TIED)
        .execute(tables())
        .invoke(rows -> {
          if (rows.iterator().next().getLong("n") > 0) {
            throw new IllegalStateException("a projection's tables stand alone: " + live.tables());
          }
        })
        .chain(() -> drop(pool))
        .chain(() ->
            pool.withTransaction(transaction ->
                transaction
                    .query(
                        "create schema %s; create schema %s; ".formatted(schema, former) + copies)
                    .execute()))
        .replaceWithVoid();
  }

  /**
   * Puts the copies in the place of the tables, with their policies; a reader sees the one or the
   * other. Gives up where a reader holds on to a table for 5 seconds.
   */
  Uni<Void> swap(SqlConnection transaction) {
    return transaction
        .preparedQuery(POLICIES.formatted(schema))
        .execute(tables())
        .chain(policies -> swap(transaction, policies));
  }

  private Uni<Void> swap(SqlConnection transaction, RowSet<Row> policies) {
    StringBuilder protection = new StringBuilder();
    policies.forEach(row -> protection.append(row.getString("statement")).append("; "));
    String moves =
        live.tables().stream()
            .map(table ->
                "alter table public.%1$s set schema %2$s; alter table %3$s.%1$s set schema public; "
                    .formatted(table, former, schema))
            .collect(Collectors.joining());
    Uni<Void> done =
        transaction
            .query("set local lock_timeout = '5s'; " + protection + moves)
            .execute()
            .replaceWithVoid();
    for (String statement : NOTES.formatted(schema).split(";")) {
      done =
          done.chain(() ->
              transaction
                  .preparedQuery(statement)
                  .execute(Tuple.of(live.name()))
                  .replaceWithVoid());
    }
    return done;
  }

  private Tuple tables() {
    return Tuple.of((Object) live.tables().toArray(String[]::new));
  }

  /** Drops what is left over, of this rebuild or of an earlier one. */
  Uni<Void> drop(SqlClient client) {
    return client
        .query(
            "drop schema if exists %s cascade; drop schema if exists %s cascade"
                .formatted(schema, former))
        .execute()
        .replaceWithVoid();
  }
}

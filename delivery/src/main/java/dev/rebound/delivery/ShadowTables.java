package dev.rebound.delivery;

import dev.rebound.events.Topic;
import dev.rebound.eventstore.StoredEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A projection on empty copies of its tables, in the schema {@code rebuild}. Its SQL names tables
 * without a schema, so the same code writes them once the search path begins there.
 */
final class ShadowTables implements Projection {

  private static final String TIED =
      """
      select count(*) as n from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relname = any($1) and (
        exists (select from pg_trigger t where t.tgrelid = c.oid)
        or exists (select from pg_policy p where p.polrelid = c.oid)
        or exists (select from pg_constraint k where k.contype = 'f'
                   and c.oid in (k.conrelid, k.confrelid)))
      """;

  private static final String NOTES =
      """
      delete from parked_stream where handler = $1;
      insert into parked_stream (handler, stream, reason, since, source, partition, position)
      select $1, stream, reason, since, source, partition, position
      from parked_stream where handler = $2;
      insert into stream_progress (handler, stream, version)
      select $1, stream, version from stream_progress where handler = $2
      on conflict (handler, stream) do update set version = excluded.version
      where stream_progress.version <> excluded.version
      """;

  private final Projection live;

  ShadowTables(Projection live) {
    this.live = live;
    if (!live.tables().stream().allMatch(table -> table.matches("[a-z_][a-z0-9_]*"))) {
      throw new IllegalArgumentException("a projection's tables have plain names");
    }
  }

  @Override
  public String name() {
    return live.name() + "/rebuild";
  }

  @Override
  public Set<Topic> topics() {
    return live.topics();
  }

  @Override
  public List<String> tables() {
    return live.tables();
  }

  @Override
  public Uni<Void> apply(SqlConnection transaction, List<StoredEvent> batch) {
    return transaction
        .query("set local search_path to rebuild, public")
        .execute()
        .chain(() -> live.apply(transaction, batch));
  }

  /**
   * Makes the copies, empty, and forgets what an earlier rebuild had come to.
   *
   * @return fails with {@link IllegalStateException} where a table has triggers, policies or
   *     foreign keys, which a copy would not have
   */
  Uni<Void> create(Pool pool) {
    return pool.preparedQuery(TIED)
        .execute(Tuple.of((Object) tables().toArray(String[]::new)))
        .invoke(rows -> {
          if (rows.iterator().next().getLong("n") > 0) {
            throw new IllegalStateException("a projection's tables stand alone: " + tables());
          }
        })
        .chain(() -> pool.withTransaction(this::create));
  }

  private Uni<Void> create(SqlConnection transaction) {
    return transaction
        .query(
            "create schema if not exists rebuild; "
                + each("drop table if exists rebuild.%1$s")
                + each("create table rebuild.%1$s (like public.%1$s including all)"))
        .execute()
        .chain(() -> forget(transaction));
  }

  /** Puts the copies in the place of the tables; a reader sees the one or the other. */
  Uni<Void> swap(SqlConnection transaction) {
    return transaction
        .query(
            "set local lock_timeout = '5s'; create schema if not exists replaced; "
                + each("drop table if exists replaced.%1$s")
                + each("alter table public.%1$s set schema replaced")
                + each("alter table rebuild.%1$s set schema public"))
        .execute()
        .chain(() -> transfer(transaction));
  }

  /** Drops what was replaced. */
  Uni<Void> drop(Pool pool) {
    return pool.query(each("drop table if exists replaced.%1$s")).execute().replaceWithVoid();
  }

  private Uni<Void> transfer(SqlConnection transaction) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (String statement : NOTES.split(";")) {
      Tuple names =
          statement.contains("$2") ? Tuple.of(live.name(), name()) : Tuple.of(live.name());
      done =
          done.chain(() -> transaction.preparedQuery(statement).execute(names).replaceWithVoid());
    }
    return done.chain(() -> forget(transaction));
  }

  private Uni<Void> forget(SqlClient client) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (String table : List.of("watermark", "stream_progress", "parked_stream")) {
      done =
          done.chain(() ->
              client
                  .preparedQuery("delete from " + table + " where handler = $1")
                  .execute(Tuple.of(name()))
                  .replaceWithVoid());
    }
    return done;
  }

  private String each(String statement) {
    return tables().stream()
        .map(table -> statement.formatted(table) + "; ")
        .collect(Collectors.joining());
  }
}

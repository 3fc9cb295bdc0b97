package dev.rebound.delivery;

import dev.rebound.events.Topic;
import dev.rebound.eventstore.StoredEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A projection that writes down, for each candidate, the ids of its events in the order they came:
 * a lost, doubled or swapped event shows.
 */
final class Tally implements Projection {

  static final String DDL = "create table tally (candidate uuid primary key, ids text not null)";

  private static final String APPEND =
      """
      insert into tally (candidate, ids)
      select e.candidate, string_agg(e.id::text, ' ' order by e.nr)
      from unnest($1::uuid[], $2::uuid[]) with ordinality as e (candidate, id, nr)
      group by e.candidate
      on conflict (candidate) do update set ids = tally.ids || ' ' || excluded.ids
      """;

  private final Set<Topic> topics;
  private final boolean folded;
  private final AtomicInteger batches = new AtomicInteger();
  private final AtomicInteger passes = new AtomicInteger();
  private final AtomicLong heaviest = new AtomicLong();
  private volatile Consumer<List<StoredEvent>> trouble = batch -> {};
  private String name = "tally";

  Tally(Topic... topics) {
    this(false, topics);
  }

  /** One that a rebuild folds in memory, or applies in batches. */
  Tally(boolean folded, Topic... topics) {
    this.folded = folded;
    this.topics = Set.of(topics);
  }

  /** The same under another name. */
  Tally called(String another) {
    name = another;
    return this;
  }

  /** What to do after the rows are written and before the transaction ends. */
  void afterwards(Consumer<List<StoredEvent>> what) {
    trouble = what;
  }

  /** How often it was called. */
  int batches() {
    return batches.get();
  }

  /** In how many passes rows were folded and written. */
  int passes() {
    return passes.get();
  }

  /** The most that the rows of a pass weighed together. */
  long heaviest() {
    return heaviest.get();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<Topic> topics() {
    return topics;
  }

  @Override
  public List<String> tables() {
    return List.of("tally");
  }

  @Override
  public Optional<RowFold<?, ?>> fold() {
    return folded ? Optional.of(new InMemory()) : Optional.empty();
  }

  private final class InMemory implements RowFold<UUID, String> {

    /** What the pass of this thread has written so far; a pass folds first and then writes. */
    private final ThreadLocal<Long> written = ThreadLocal.withInitial(() -> 0L);

    @Override
    public UUID row(StoredEvent event) {
      return event.event().candidateId();
    }

    @Override
    public String evolve(@Nullable String before, StoredEvent event) {
      written.set(0L);
      return before == null ? event.id().toString() : before + " " + event.id();
    }

    @Override
    public long weight(String row) {
      return RowFold.bytesOf(row);
    }

    @Override
    public List<String> columns() {
      return List.of("candidate", "ids");
    }

    @Override
    public Uni<Void> write(Map<UUID, String> rows, CopyRows into) {
      if (written.get() == 0) {
        passes.incrementAndGet();
      }
      written.set(written.get() + rows.values().stream().mapToLong(this::weight).sum());
      heaviest.accumulateAndGet(written.get(), Math::max);
      rows.forEach((candidate, ids) -> into.row(2).uuid(candidate).text(ids));
      return Uni.createFrom().voidItem();
    }
  }

  @Override
  public Uni<Void> apply(SqlConnection transaction, List<StoredEvent> batch) {
    batches.incrementAndGet();
    UUID[] candidates =
        batch.stream().map(event -> event.event().candidateId()).toArray(UUID[]::new);
    UUID[] ids = batch.stream().map(StoredEvent::id).toArray(UUID[]::new);
    return transaction
        .preparedQuery(APPEND)
        .execute(Tuple.of(candidates, ids))
        .invoke(() -> trouble.accept(batch))
        .replaceWithVoid();
  }

  /** The ids by candidate, as they stand in the table. */
  static Map<UUID, List<String>> in(Pool pool) {
    Map<UUID, List<String>> found = new TreeMap<>();
    for (Row row : pool.query("select candidate, ids from tally").executeAndAwait()) {
      found.put(row.getUUID("candidate"), List.of(row.getString("ids").split(" ")));
    }
    return found;
  }

  /** A hash of all that is in the table. */
  static String hash(Pool pool) {
    return pool.query(
            "select md5(coalesce(string_agg(candidate || ':' || ids, ',' order by candidate), '')) as h from tally")
        .executeAndAwait()
        .iterator()
        .next()
        .getString("h");
  }

  /** The ids of one candidate, none where there is no row. */
  static List<String> of(Pool pool, UUID candidate) {
    @Nullable List<String> ids = in(pool).get(candidate);
    return ids == null ? List.of() : ids;
  }
}

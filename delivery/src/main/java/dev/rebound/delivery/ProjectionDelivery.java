package dev.rebound.delivery;

import dev.rebound.delivery.Delivered.Bad;
import dev.rebound.delivery.Delivered.Good;
import dev.rebound.delivery.Delivered.Reason;
import dev.rebound.delivery.Plan.Standing;
import dev.rebound.eventstore.StoredEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Brings events to a projection: a batch, its effect and its watermark are one transaction, which
 * holds the watermark's lock, so a second process cannot apply the same.
 *
 * <p>A batch that fails for good is halved until the event that spoils it stands alone.
 */
public final class ProjectionDelivery extends Delivery {

  private final Projection projection;
  private final Tools tools;
  private final String searchPath;
  private final Set<String> begun = ConcurrentHashMap.newKeySet();

  /** A delivery to this projection. */
  public ProjectionDelivery(Projection projection, Tools tools) {
    this(projection, tools, "");
  }

  /**
   * A delivery to tables of the same names elsewhere.
   *
   * @param searchPath where the projection's tables and the bookkeeping are looked up, as SQL names
   *     it; empty for where they usually are
   */
  ProjectionDelivery(Projection projection, Tools tools, String searchPath) {
    super(projection.name(), projection.topics(), tools.tracing());
    this.projection = projection;
    this.tools = tools;
    this.searchPath = searchPath;
  }

  @Override
  void settle(Source source, List<Delivered> batch) throws InterruptedException {
    begin(source, batch);
    settle(source, batch, new HashSet<>());
  }

  /**
   * Settles a batch or a part of one.
   *
   * @param told what was sent of it as letters, which no further try sends again
   */
  private void settle(Source source, List<Delivered> batch, Set<Bad> told)
      throws InterruptedException {
    if (batch.stream().allMatch(Bad.class::isInstance)) {
      insist(source, () -> apply(source, batch, standing -> standing, told));
      return;
    }
    Optional<Reason> failed = applyOrFail(source, batch, told);
    if (failed.isPresent() && batch.size() == 1) {
      settle(source, List.of(batch.getFirst().spoiled(failed.get())), told);
    } else if (failed.isPresent()) {
      int half = batch.size() / 2;
      settle(source, batch.subList(0, half), told);
      settle(source, batch.subList(half, batch.size()), told);
    }
  }

  private Optional<Reason> applyOrFail(Source source, List<Delivered> batch, Set<Bad> told)
      throws InterruptedException {
    if (batch.size() == 1 && batch.getFirst() instanceof Good(_, _, StoredEvent event)) {
      try (EventIds _ = new EventIds(event)) {
        return attempt(source, () -> apply(source, batch, standing -> standing, told), SLOW_TRIES);
      }
    }
    return attempt(source, () -> apply(source, batch, standing -> standing, told), 1);
  }

  private void begin(Source source, List<Delivered> batch) throws InterruptedException {
    Set<Integer> partitions =
        batch.stream()
            .map(Delivered::partition)
            .filter(partition -> !begun.contains(source.name() + partition))
            .collect(Collectors.toSet());
    if (!partitions.isEmpty()) {
      insist(
          source,
          () ->
              transaction(it -> Bookkeeping.begin(it, handler(), source.name(), partitions))
                  .await()
                  .atMost(LIMIT));
      partitions.forEach(partition -> begun.add(source.name() + partition));
    }
  }

  @Override
  Optional<Reason> settleHeld(Source source, Delivered held) throws InterruptedException {
    Set<Bad> told = new HashSet<>();
    return attempt(
        source, () -> apply(source, List.of(held), Standing::released, told), SLOW_TRIES);
  }

  private void apply(
      Source source, List<Delivered> batch, UnaryOperator<Standing> seen, Set<Bad> told) {
    Plan plan = tryApplying(source, batch, seen, told);
    while (!told.containsAll(plan.letters())) {
      tell(source, plan.letters(), told);
      plan = tryApplying(source, batch, seen, told);
    }
    tools.letters().afterNoting(handler(), source, plan.letters());
    noteApplied(tools.applied(), source, plan);
  }

  /** Does what is to be done where all of its letters were told, and says what is to be done. */
  private Plan tryApplying(
      Source source, List<Delivered> batch, UnaryOperator<Standing> seen, Set<Bad> told) {
    return transaction(it ->
            Bookkeeping.lock(it, handler(), source.name(), batch)
                .map(standing -> Plan.of(seen.apply(standing), batch))
                .call(plan ->
                    told.containsAll(plan.letters())
                        ? apply(it, source, plan)
                        : Uni.createFrom().voidItem()))
        .await()
        .atMost(DATABASE_LIMIT);
  }

  /**
   * Outside of any transaction: the broker may be away, and an open one would keep every relay of
   * the database cluster from what is written after it.
   */
  private void tell(Source source, List<Bad> letters, Set<Bad> told) {
    List<Bad> untold = letters.stream().filter(letter -> !told.contains(letter)).toList();
    tools.letters().beforeNoting(handler(), source, untold).await().atMost(DATABASE_LIMIT);
    told.addAll(untold);
  }

  private <T> Uni<T> transaction(Function<SqlConnection, Uni<T>> work) {
    return tools
        .pool()
        .withTransaction(transaction ->
            searchPath.isEmpty()
                ? work.apply(transaction)
                : transaction
                    .query("set local search_path to " + searchPath)
                    .execute()
                    .chain(() -> work.apply(transaction)));
  }

  private Uni<Void> apply(SqlConnection transaction, Source source, Plan plan) {
    if (plan.watermarks().isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<StoredEvent> events = plan.events();
    Uni<Void> effect =
        events.isEmpty()
            ? Uni.createFrom().voidItem()
            : projection
                .apply(transaction, events)
                .ifNoItem()
                .after(LIMIT)
                .failWith(Failure.TooSlow::new);
    return effect.chain(() ->
        Bookkeeping.record(
            transaction,
            handler(),
            source.name(),
            plan,
            tools.applied().awaited(source, handler(), plan)));
  }
}

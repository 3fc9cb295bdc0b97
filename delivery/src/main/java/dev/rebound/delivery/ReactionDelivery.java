package dev.rebound.delivery;

import dev.rebound.delivery.Delivered.Good;
import dev.rebound.delivery.Delivered.Reason;
import dev.rebound.delivery.Plan.Standing;
import dev.rebound.delivery.Reaction.Surroundings;
import dev.rebound.delivery.tracing.Tracing.Kind;
import dev.rebound.delivery.tracing.Tracing.Step;
import dev.rebound.events.EventType;
import dev.rebound.events.EventType.WireName;
import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.EventLog.Cursor;
import dev.rebound.eventstore.postgres.SealedEvent;
import dev.rebound.sealing.KeyRing.ErasedSubject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Brings events to a reaction: one after the other for a candidate, several candidates at a time,
 * and then the watermark. After a crash between the two the reaction gets them again.
 */
public final class ReactionDelivery extends Delivery {

  private static final int CANDIDATES_AT_A_TIME = 8;

  private static final Logger LOG = Logger.getLogger(ReactionDelivery.class);

  private final Reaction reaction;
  private final Tools tools;
  private final Surroundings surroundings;

  /** A delivery to this reaction, which runs in these surroundings. */
  public ReactionDelivery(Reaction reaction, Tools tools, Surroundings surroundings) {
    super(reaction.name(), reaction.topics(), tools.tracing());
    this.reaction = reaction;
    this.tools = tools;
    this.surroundings = surroundings;
  }

  /** Where readers wait for the reaction, it notes what it has, whatever that is. */
  @Override
  boolean concerns(Source source, SealedEvent event) {
    return !(EventType.parse(event.type()) instanceof WireName.Known(var type, _))
        || concerns(source, type, event.metadata());
  }

  private boolean concerns(Source source, EventType type, Metadata metadata) {
    return reaction.concerns(type, metadata.board())
        || tools.applied().isAwaited(source, handler());
  }

  private boolean concerns(Source source, Delivered delivered) {
    return !(delivered instanceof Good good)
        || concerns(source, EventType.of(good.event().event()), good.event().metadata());
  }

  @Override
  void settle(Source source, List<Delivered> batch) throws InterruptedException {
    List<Delivered> concerning =
        batch.stream().filter(delivered -> concerns(source, delivered)).toList();
    int chunk = reaction.together();
    for (int from = 0; from < concerning.size(); from += chunk) {
      settleChunk(source, concerning.subList(from, Math.min(from + chunk, concerning.size())));
    }
    if (concerning.size() < batch.size()) {
      Map<Integer, Cursor> ends = new HashMap<>();
      batch.forEach(delivered -> ends.put(delivered.partition(), delivered.at()));
      settlePassed(source, ends);
    }
  }

  @Override
  void settlePassed(Source source, Map<Integer, Cursor> ends) throws InterruptedException {
    insist(
        source,
        () ->
            Bookkeeping.pass(tools.pool(), handler(), source.name(), ends)
                .await()
                .atMost(DATABASE_LIMIT));
  }

  private void settleChunk(Source source, List<Delivered> chunk) throws InterruptedException {
    Standing standing = standing(source, chunk);
    Map<UUID, Reason> failed = react(source, Plan.of(standing, chunk).deliveries());
    note(source, Plan.of(standing, spoil(chunk, failed)));
  }

  @Override
  Optional<Reason> settleHeld(Source source, Delivered held) throws InterruptedException {
    Plan plan = Plan.of(standing(source, List.of(held)).released(), List.of(held));
    for (StoredEvent event : plan.events()) {
      Optional<Reason> failed = reactOrFail(source, event);
      if (failed.isPresent()) {
        return failed;
      }
    }
    note(source, plan);
    return Optional.empty();
  }

  private void note(Source source, Plan outcome) throws InterruptedException {
    insist(
        source,
        () -> {
          tools
              .letters()
              .beforeNoting(handler(), source, outcome.letters())
              .chain(() ->
                  Bookkeeping.record(
                      tools.pool(),
                      handler(),
                      source.name(),
                      outcome,
                      tools.applied().awaited(source, handler(), outcome)))
              .await()
              .atMost(DATABASE_LIMIT);
          tools.letters().afterNoting(handler(), source, outcome.letters());
          noteApplied(tools.applied(), source, outcome);
        });
  }

  private Standing standing(Source source, List<Delivered> chunk) throws InterruptedException {
    Set<Integer> partitions = chunk.stream().map(Delivered::partition).collect(Collectors.toSet());
    List<Standing> read = new ArrayList<>();
    insist(
        source,
        () ->
            read.add(
                Bookkeeping.begin(tools.pool(), handler(), source.name(), partitions)
                    .chain(() -> Bookkeeping.read(tools.pool(), handler(), source.name(), chunk))
                    .await()
                    .atMost(LIMIT)));
    return read.getFirst();
  }

  private static List<Delivered> spoil(List<Delivered> chunk, Map<UUID, Reason> failed) {
    return chunk.stream()
        .map(delivered ->
            delivered instanceof Good good && failed.containsKey(good.id())
                ? good.spoiled(failed.get(good.id()))
                : delivered)
        .toList();
  }

  /** Reacts to all; answers which of them failed for good. */
  private Map<UUID, Reason> react(Source source, List<Good> events) throws InterruptedException {
    Set<UUID> done = reactTogether(events);
    Map<UUID, Reason> failed = new ConcurrentHashMap<>();
    Semaphore places = new Semaphore(CANDIDATES_AT_A_TIME);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      try {
        for (List<StoredEvent> ofOne : byCandidate(events, done)) {
          places.acquire();
          running.add(
              threads.submit(() -> {
                try {
                  failed.putAll(reactInOrder(source, ofOne));
                } finally {
                  places.release();
                }
                return null;
              }));
        }
        for (Future<?> future : running) {
          future.get();
        }
      } catch (ExecutionException ended) {
        if (ended.getCause() instanceof InterruptedException) {
          throw new InterruptedException();
        }
        throw new IllegalStateException(ended.getCause());
      } finally {
        running.forEach(future -> future.cancel(true));
      }
    }
    return failed;
  }

  /**
   * Answers which are done with; none where it failed, for whatever reason: each is tried by itself
   * then, and waits for the database or the network where that is why.
   */
  private Set<UUID> reactTogether(List<Good> events) throws InterruptedException {
    List<StoredEvent> batch = events.stream().map(Good::event).toList();
    AtomicReference<Set<UUID>> done = new AtomicReference<>(Set.of());
    try {
      surroundings
          .run(() -> reaction.onAll(batch).invoke(done::set).replaceWithVoid())
          .ifNoItem()
          .after(LIMIT)
          .failWith(Failure.TooSlow::new)
          .await()
          .indefinitely();
      return done.get();
    } catch (RuntimeException failure) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException();
      }
      LOG.warnf(
          "%s: %d events together: %s, %s",
          handler(), batch.size(), Failure.of(failure), Failure.describe(failure));
      return Set.of();
    }
  }

  private static Iterable<List<StoredEvent>> byCandidate(List<Good> events, Set<UUID> done) {
    return events.stream()
        .map(Good::event)
        .filter(event -> !done.contains(event.id()))
        .collect(Collectors.groupingBy(event -> event.event().candidateId()))
        .values();
  }

  private Map<UUID, Reason> reactInOrder(Source source, List<StoredEvent> events)
      throws InterruptedException {
    Map<UUID, Reason> failed = new ConcurrentHashMap<>();
    Set<StreamId> parked = new HashSet<>();
    for (StoredEvent event : events) {
      if (!parked.contains(event.stream())) {
        Optional<Reason> reason = reactOrFail(source, event);
        reason.ifPresent(why -> {
          failed.put(event.id(), why);
          parked.add(event.stream());
        });
      }
    }
    return failed;
  }

  private Optional<Reason> reactOrFail(Source source, StoredEvent event)
      throws InterruptedException {
    try (EventIds _ = new EventIds(event)) {
      return attempt(source, () -> react(event), SLOW_TRIES);
    }
  }

  /** For whoever was erased meanwhile nothing is done any more, which is no failure. */
  private void react(StoredEvent event) {
    Step step = tools.tracing().begin(Kind.REACT, handler(), 1, event.metadata().trace());
    StoredEvent within = event.within(step.trace());
    surroundings
        .run(() -> reaction.on(within))
        .onFailure(ErasedSubject.class)
        .recoverWithNull()
        .ifNoItem()
        .after(LIMIT)
        .failWith(Failure.TooSlow::new)
        .onTermination()
        .invoke((done, failure, left) -> step.end(failure))
        .await()
        .indefinitely();
  }
}

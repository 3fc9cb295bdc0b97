package dev.rebound.eventstore;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rebound.events.ReboundEvent;
import dev.rebound.eventstore.Command.Protection;
import dev.rebound.eventstore.Decider.Decision;
import dev.rebound.eventstore.EventStore.Append;
import dev.rebound.eventstore.EventStore.IdempotencyKey;
import dev.rebound.eventstore.EventStore.KeyTaken;
import dev.rebound.eventstore.EventStore.NewEvent;
import dev.rebound.eventstore.EventStore.RecordedAnswer;
import dev.rebound.eventstore.EventStore.StreamSlice;
import dev.rebound.eventstore.EventStore.VersionConflict;
import dev.rebound.eventstore.Handled.Done;
import io.smallrye.mutiny.Uni;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Carries a command to its stream: reads, folds, asks the decider, appends.
 *
 * <p>While something of a stream is on its way to the database, and for seconds afterwards, the
 * next command is decided on what the stream will be, without reading and without waiting: both are
 * written together, and the second holds only where the first does, which it names. What would not
 * be accepted there is decided on what is stored.
 *
 * <p>When another writer was faster it reads and decides again; a caller who insisted on a version
 * is told when the stream is at another. After {@value #ATTEMPTS} losses in a row it gives up with
 * {@link Handled.Stale}.
 */
public final class CommandHandler<C, S, E extends ReboundEvent, R> {

  /** How often a command that names no version is decided before it counts as lost. */
  static final int ATTEMPTS = 4;

  /** How long it is remembered where a stream that was just written to stands. */
  private static final Duration TAIL_KEPT = Duration.ofSeconds(5);

  private static final int MOST_TAILS = 1_000;

  private final Decider<C, S, E, R> decider;
  private final Class<E> events;
  private final EventStore store;
  private final Set<IdempotencyKey> running = ConcurrentHashMap.newKeySet();
  private final Cache<StreamId, StreamTail<S>> tails =
      Caffeine.newBuilder().maximumSize(MOST_TAILS).expireAfterAccess(TAIL_KEPT).build();

  /** A handler for the streams of one decider. */
  public CommandHandler(Decider<C, S, E, R> decider, Class<E> events, EventStore store) {
    this.decider = decider;
    this.events = events;
    this.store = store;
  }

  /** Carries out a command. Fails only where the store cannot be reached. */
  public Uni<Handled<S, R>> handle(Command<C, S> command) {
    Protection<S> protection = command.protection();
    if (protection == null) {
      return decide(command, ATTEMPTS);
    }
    if (!running.add(protection.key())) {
      return Uni.createFrom().item(new Handled.StillRunning<>());
    }
    return decide(command, ATTEMPTS).onTermination().invoke(() -> running.remove(protection.key()));
  }

  /** The state of a stream and its version, as it is now. */
  public Uni<Current<S>> current(StreamId stream) {
    return store.read(stream).map(slice -> new Current<>(fold(slice), slice));
  }

  /** A stream's state and what it was folded from. */
  public record Current<S>(S state, StreamSlice slice) {}

  private Uni<Handled<S, R>> decide(Command<C, S> command, int attempts) {
    return Uni.createFrom()
        .deferred(() -> {
          if (isForNewStream(command)) {
            return decideUnread(command);
          }
          StreamTail<S> tail = tails.getIfPresent(command.stream());
          Uni<Handled<S, R>> ahead = tail == null ? null : decideAhead(command, tail, attempts);
          return ahead == null ? decideOnWhatIsStored(command, attempts) : ahead;
        });
  }

  private static boolean isForNewStream(Command<?, ?> command) {
    Integer expected = command.expectedVersion();
    return expected != null && expected == Command.NEW;
  }

  /**
   * A stream that must be new is not read where something is written: the append proves that it is.
   */
  private Uni<Handled<S, R>> decideUnread(Command<C, S> command) {
    if (!(decider.decide(command.payload(), decider.initial())
            instanceof Decision.Accepted<E, R>(List<E> accepted))
        || accepted.isEmpty()) {
      return decideOnWhatIsStored(command, 1);
    }
    Planned<S, R> planned = plan(command, Command.NEW, null, decider.initial(), accepted);
    return settle(command, planned, store.append(planned.append()), 1);
  }

  /**
   * Decides where the stream will be.
   *
   * @return null where it has ended, or this command is not accepted there
   */
  private @Nullable Uni<Handled<S, R>> decideAhead(
      Command<C, S> command, StreamTail<S> tail, int attempts) {
    Integer expected = command.expectedVersion();
    synchronized (tail) {
      if (tail.hasEnded()
          || (expected != null && expected != tail.version())
          || !(decider.decide(command.payload(), tail.state())
              instanceof Decision.Accepted<E, R>(List<E> accepted))
          || accepted.isEmpty()) {
        return null;
      }
      Planned<S, R> planned = plan(command, tail.version(), tail.last(), tail.state(), accepted);
      tail.goOn(planned.done());
      // Begun here, so that the stream's appends come to the store in their order. Where a key has
      // to be fetched for one, the next may overtake it; it does not find its predecessor and is
      // decided again.
      CompletionStage<StreamSlice> written =
          store
              .append(planned.append())
              .subscribeAsCompletionStage()
              .whenComplete((slice, failure) -> {
                if (failure != null) {
                  tail.end();
                  tails.asMap().remove(command.stream(), tail);
                }
              });
      return settle(command, planned, Uni.createFrom().completionStage(written), attempts);
    }
  }

  private Uni<Handled<S, R>> decideOnWhatIsStored(Command<C, S> command, int attempts) {
    Integer expected = command.expectedVersion();
    return store
        .read(command.stream())
        .onItem()
        .transformToUni(slice -> {
          if (expected != null && expected != slice.version()) {
            return formerOr(command, new Handled.Stale<>());
          }
          S state = fold(slice);
          return switch (decider.decide(command.payload(), state)) {
            case Decision.Refused<E, R>(R reason) ->
                formerOr(command, new Handled.Refused<S, R>(reason));
            case Decision.Accepted<E, R>(List<E> accepted) ->
                accepted.isEmpty()
                    ? formerOr(command, unchanged(slice, state))
                    : append(command, slice, state, accepted, attempts);
          };
        });
  }

  /**
   * The answer to the first request with the same key, else this one. Asked only where nothing is
   * to be written: what is written finds a former answer by the unique key, so that a command whose
   * key is new, as nearly all are, costs no look-up.
   */
  private Uni<Handled<S, R>> formerOr(Command<C, S> command, Handled<S, R> otherwise) {
    Protection<S> protection = command.protection();
    return protection == null
        ? Uni.createFrom().item(otherwise)
        : replay(protection).map(former -> former.orElse(otherwise));
  }

  private Handled<S, R> unchanged(StreamSlice slice, S state) {
    return new Done<>(
        state,
        slice.version(),
        Objects.requireNonNull(slice.lastEventId(), "a new stream needs an event"));
  }

  /** As the next of the stream, after what others may have put on its way meanwhile. */
  private Uni<Handled<S, R>> append(
      Command<C, S> command, StreamSlice slice, S state, List<E> accepted, int attempts) {
    StreamTail<S> tail =
        tails
            .asMap()
            .compute(
                command.stream(),
                (stream, known) ->
                    known == null || known.hasEnded() || known.version() < slice.version()
                        ? new StreamTail<>(state, slice.version(), slice.lastEventId())
                        : known);
    Uni<Handled<S, R>> ahead = decideAhead(command, tail, attempts);
    if (ahead != null) {
      return ahead;
    }
    Planned<S, R> planned = plan(command, slice.version(), slice.lastEventId(), state, accepted);
    return settle(command, planned, store.append(planned.append()), attempts);
  }

  /** What is to be written, and what is answered once it is. */
  private record Planned<S, R>(Append append, Done<S, R> done) {}

  private Planned<S, R> plan(
      Command<C, S> command, int version, @Nullable UUID predecessor, S before, List<E> accepted) {
    List<NewEvent> fresh = accepted.stream().map(NewEvent::of).toList();
    S after = before;
    for (E event : accepted) {
      after = decider.evolve(after, event);
    }
    Done<S, R> done = new Done<>(after, version + fresh.size(), fresh.getLast().id());
    Protection<S> protection = command.protection();
    RecordedAnswer answer = protection == null ? null : recorded(protection, done);
    return new Planned<>(
        new Append(command.stream(), version, predecessor, fresh, command.metadata(), answer),
        done);
  }

  private Uni<Handled<S, R>> settle(
      Command<C, S> command, Planned<S, R> planned, Uni<StreamSlice> written, int attempts) {
    return written
        .map(stored -> (Handled<S, R>) planned.done())
        .onFailure(VersionConflict.class)
        .recoverWithUni(() ->
            attempts <= 1
                ? formerOr(command, new Handled.Stale<>())
                : decide(command, attempts - 1))
        .onFailure(KeyTaken.class)
        .recoverWithUni(() ->
            replay(Objects.requireNonNull(command.protection()))
                .map(former -> former.orElseGet(Handled.StillRunning::new)));
  }

  private static <S> RecordedAnswer recorded(Protection<S> protection, Done<S, ?> done) {
    return new RecordedAnswer(
        protection.key(), protection.requestHash(), protection.answer().apply(done));
  }

  private Uni<Optional<Handled<S, R>>> replay(Protection<S> protection) {
    return store
        .recordedAnswer(protection.key())
        .map(former ->
            former.map(answer ->
                MessageDigest.isEqual(answer.requestHash(), protection.requestHash())
                    ? new Handled.Replayed<S, R>(answer.answer())
                    : new Handled.KeyReused<S, R>()));
  }

  private S fold(StreamSlice slice) {
    @Nullable S state = decider.initial();
    for (StoredEvent stored : slice.events()) {
      state = decider.evolve(state, events.cast(stored.event()));
    }
    return state;
  }
}

package dev.rebound.delivery.simulation;

import dev.rebound.eventstore.EventStore.IdempotencyKey;
import dev.rebound.eventstore.EventStore.RecordedAnswer;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.EventLog.Cursor;
import dev.rebound.eventstore.postgres.SealedEvent;
import dev.rebound.eventstore.postgres.SealedEvent.Committed;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rules of PostgreSQL that the event path builds on: transaction ids are taken at the first
 * write and commit in any order, positions are given before the commit, a unique key makes the
 * second wait for the first, a row lock as well, and a crash undoes what is not committed.
 */
public final class Database {

  /** What a client is told when its connection breaks; whether it was too late is left open. */
  private static final IOException LOST = new IOException("the connection is lost");

  private static final PgException UNIQUE = new PgException("", "ERROR", "23505", "");

  /** One append of a statement. */
  public record Write(
      StreamId stream,
      int expectedVersion,
      @Nullable UUID predecessor,
      List<SealedEvent> events,
      @Nullable RecordedAnswer answer) {

    private boolean goesOnFrom(Write other) {
      return other.stream().equals(stream)
          && other.expectedVersion() + other.events().size() == expectedVersion
          && (predecessor == null || predecessor.equals(other.events().getLast().id()));
    }
  }

  /** How a statement ends. */
  public interface Reply<T> {
    /** With a result. */
    void done(T result);

    /** Without one. */
    void failed(Throwable failure);
  }

  private record EventKey(StreamId stream, int version) {}

  /** A transaction; its changes are seen once it has committed. */
  public final class Transaction {
    private final @Nullable Process owner;
    private final Consumer<Throwable> broken;
    private final List<Runnable> changes = new ArrayList<>();
    private final List<Object> held = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private long id;
    private boolean ended;

    private Transaction(@Nullable Process owner, Consumer<Throwable> broken) {
      this.owner = owner;
      this.broken = broken;
    }

    /** Plans a change, which takes a transaction id where it is the first. */
    public void change(Runnable what) {
      takeId();
      changes.add(what);
    }

    /** Waits until nobody else holds a key, then holds it. */
    public void hold(Object key, Runnable then) {
      if (ended) {
        return;
      }
      Transaction other = holders.get(key);
      if (other != null && other != this) {
        other.waiting.add(() -> hold(key, then));
        return;
      }
      takeId();
      holders.put(key, this);
      held.add(key);
      then.run();
    }

    /** Makes its changes seen; false where it was broken off before. */
    public boolean commit() {
      if (ended) {
        return false;
      }
      changes.forEach(Runnable::run);
      end();
      return true;
    }

    /** Undoes it; false where it was broken off before. */
    public boolean abort() {
      boolean first = !ended;
      if (first) {
        end();
      }
      return first;
    }

    private void takeId() {
      if (id == 0) {
        id = nextId++;
      }
    }

    private void end() {
      ended = true;
      open.remove(this);
      held.forEach(holders::remove);
      waiting.forEach(scheduler::arrive);
    }
  }

  /** A connection that holds the lock of the relay. */
  public static final class Session {
    private final Process owner;
    private boolean lost;

    private Session(Process owner) {
      this.owner = owner;
    }
  }

  private final Scheduler scheduler;
  private final Fault fault;
  private final List<Transaction> open = new ArrayList<>();
  private final Map<Object, Transaction> holders = new HashMap<>();
  private final TreeMap<Cursor, Committed> events = new TreeMap<>();
  private final Map<StreamId, List<SealedEvent>> streams = new HashMap<>();
  private final Map<IdempotencyKey, RecordedAnswer> answers = new HashMap<>();
  private final Map<String, Progress> progress = new HashMap<>();
  private final Map<Object, StoredEvent> words = new HashMap<>();
  private final Map<Cursor, Session> claims = new HashMap<>();
  private final Set<Cursor> released = new HashSet<>();
  private final List<Session> sessions = new ArrayList<>();
  private final List<Cursor> relayed = new ArrayList<>(List.of(Cursor.START));
  private long nextId = 100;
  private long nextPosition;
  private long messages;
  private boolean down;

  /** An empty database. */
  public Database(Scheduler scheduler, Fault fault) {
    this.scheduler = scheduler;
    this.fault = fault;
  }

  /** Begins a transaction that ends with its process. */
  public Transaction begin(Process owner, Consumer<Throwable> broken) {
    return begun(owner, broken);
  }

  private Transaction begun(@Nullable Process owner, Consumer<Throwable> broken) {
    Transaction transaction = new Transaction(owner, broken);
    open.add(transaction);
    return transaction;
  }

  /** Carries a message to the database and, where that is up, does something there. */
  public void ask(Process client, Consumer<Throwable> failed, Runnable there) {
    messages++;
    scheduler.arrive(() -> {
      messages--;
      if (down || scheduler.mishap(0.01)) {
        client.arrive(() -> failed.accept(LOST));
      } else {
        there.run();
      }
    });
  }

  /** The statement that writes appends, all or none; goes on when its client is dead. */
  public void append(Process client, List<Write> writes, Reply<Boolean> reply) {
    ask(
        client,
        reply::failed,
        () -> {
          Transaction transaction =
              begun(null, failure -> client.arrive(() -> reply.failed(failure)));
          boolean holds =
              fault == Fault.VERSION_NOT_PROVEN
                  || writes.stream()
                      .allMatch(write ->
                          has(write.stream(), write.expectedVersion(), proven(write))
                              || writes.stream().anyMatch(write::goesOnFrom));
          if (!holds) {
            transaction.abort();
            client.arrive(() -> reply.done(false));
            return;
          }
          List<SealedEvent> rows =
              writes.stream()
                  .sorted(
                      Comparator.comparing((Write write) -> write.stream().toString())
                          .thenComparing(Write::expectedVersion))
                  .flatMap(write -> write.events().stream())
                  .toList();
          List<RecordedAnswer> kept = new ArrayList<>();
          for (Write write : writes) {
            RecordedAnswer answer = write.answer();
            if (answer != null) {
              kept.add(answer);
            }
          }
          kept.sort(Comparator.comparing(answer -> answer.key().key()));
          insert(client, transaction, rows, 0, kept, reply);
        });
  }

  private @Nullable UUID proven(Write write) {
    return fault == Fault.PREDECESSOR_NOT_PROVEN ? null : write.predecessor();
  }

  /** Whether a stream has a version, and this event there where one is named. */
  public boolean has(StreamId stream, int version, @Nullable UUID event) {
    return version <= version(stream)
        && (version == 0 || event == null || event.equals(stream(stream).get(version - 1).id()));
  }

  private void insert(
      Process client,
      Transaction transaction,
      List<SealedEvent> rows,
      int next,
      List<RecordedAnswer> kept,
      Reply<Boolean> reply) {
    if (transaction.ended) {
      return;
    }
    if (next == rows.size()) {
      if (fault == Fault.ANSWER_APART) {
        commit(client, transaction, () -> keepApart(client, kept, reply), reply);
      } else {
        keep(client, transaction, kept, 0, reply);
      }
      return;
    }
    SealedEvent row = rows.get(next);
    transaction.hold(
        new EventKey(row.stream(), row.version()),
        () -> {
          if (streams.getOrDefault(row.stream(), List.of()).stream()
              .anyMatch(event -> event.version() == row.version())) {
            refuse(client, transaction, reply);
            return;
          }
          Cursor at = new Cursor(transaction.id, nextPosition++);
          transaction.change(() -> {
            events.put(at, new Committed(at, row));
            streams.computeIfAbsent(row.stream(), none -> new ArrayList<>()).add(row);
            scheduler.trace(() -> "committed " + describe(row) + " at " + at);
          });
          Runnable on = () -> insert(client, transaction, rows, next + 1, kept, reply);
          if (scheduler.chance(0.3)) {
            scheduler.arrive(on);
          } else {
            on.run();
          }
        });
  }

  private void keep(
      Process client,
      Transaction transaction,
      List<RecordedAnswer> kept,
      int next,
      Reply<Boolean> reply) {
    if (next == kept.size()) {
      commit(client, transaction, () -> client.arrive(() -> reply.done(true)), reply);
      return;
    }
    RecordedAnswer answer = kept.get(next);
    transaction.hold(
        answer.key(),
        () -> {
          if (answers.containsKey(answer.key())) {
            refuse(client, transaction, reply);
          } else {
            transaction.change(() -> answers.put(answer.key(), answer));
            keep(client, transaction, kept, next + 1, reply);
          }
        });
  }

  private void keepApart(Process client, List<RecordedAnswer> kept, Reply<Boolean> reply) {
    ask(
        client,
        reply::failed,
        () -> {
          if (client.alive()) {
            Transaction own = begun(null, failure -> client.arrive(() -> reply.failed(failure)));
            keep(client, own, kept, 0, reply);
          }
        });
  }

  private static void refuse(Process client, Transaction transaction, Reply<?> reply) {
    transaction.abort();
    client.arrive(() -> reply.failed(UNIQUE));
  }

  private void commit(Process client, Transaction transaction, Runnable then, Reply<?> reply) {
    scheduler.arrive(() -> {
      if (!transaction.commit()) {
        return;
      }
      if (scheduler.mishap(0.02)) {
        client.arrive(() -> reply.failed(LOST)); // committed, and the client cannot know
      } else {
        then.run();
      }
    });
  }

  /** Everything committed in a stream. */
  public void read(Process client, StreamId stream, Reply<List<SealedEvent>> reply) {
    ask(
        client,
        reply::failed,
        () -> {
          List<SealedEvent> found = List.copyOf(streams.getOrDefault(stream, List.of()));
          client.arrive(() -> reply.done(found));
        });
  }

  /** The answer recorded for a key, as a list of one or none. */
  public void answer(Process client, IdempotencyKey key, Reply<List<RecordedAnswer>> reply) {
    ask(
        client,
        reply::failed,
        () -> {
          RecordedAnswer answer = answers.get(key);
          List<RecordedAnswer> found = answer == null ? List.of() : List.of(answer);
          client.arrive(() -> reply.done(found));
        });
  }

  /** The events after a place, in order, behind the gate. */
  public void after(Process client, Cursor cursor, int limit, Reply<List<Committed>> reply) {
    ask(
        client,
        reply::failed,
        () -> {
          List<Committed> found = after(cursor, limit);
          client.arrive(() -> reply.done(found));
        });
  }

  private List<Committed> after(Cursor cursor, int limit) {
    long horizon =
        open.stream().mapToLong(t -> t.id).filter(id -> id > 0).min().orElse(Long.MAX_VALUE);
    if (fault == Fault.ORDER_BY_POSITION) {
      return events.values().stream()
          .filter(event -> event.at().tx() < horizon)
          .filter(event -> event.at().position() > cursor.position())
          .sorted(Comparator.comparingLong(event -> event.at().position()))
          .limit(limit)
          .toList();
    }
    return events.tailMap(cursor, false).values().stream()
        .takeWhile(event -> fault == Fault.GATE_OFF || event.at().tx() < horizon)
        .limit(limit)
        .toList();
  }

  /** Takes the lock of the relay where it is free; empty where it is not. */
  public void lock(Process client, Reply<List<Session>> reply) {
    ask(
        client,
        reply::failed,
        () -> {
          boolean taken = sessions.stream().anyMatch(session -> !session.lost);
          if (!client.alive() || (taken && fault != Fault.SEVERAL_RELAYS)) {
            client.arrive(() -> reply.done(List.of()));
            return;
          }
          Session session = new Session(client);
          sessions.add(session);
          client.arrive(() -> reply.done(List.of(session)));
        });
  }

  /** Ends a session and frees its lock. */
  public void close(Session session) {
    session.lost = true;
    sessions.remove(session);
    claims.values().removeIf(holder -> holder == session);
  }

  /** Asks on the connection of a session, and fails where that is lost. */
  public void ask(Session session, Consumer<Throwable> failed, Runnable there) {
    ask(
        session.owner,
        failed,
        () -> {
          if (session.lost) {
            session.owner.arrive(() -> failed.accept(LOST));
          } else {
            there.run();
          }
        });
  }

  /** The events for the relay to send after a place. */
  public void toRelay(Session session, Cursor cursor, int limit, Reply<List<Committed>> reply) {
    ask(
        session,
        reply::failed,
        () -> {
          List<Committed> found =
              fault == Fault.SEVERAL_RELAYS ? claim(session, limit) : after(cursor, limit);
          session.owner.arrive(() -> reply.done(found));
        });
  }

  private List<Committed> claim(Session session, int limit) {
    List<Committed> found =
        after(Cursor.START, Integer.MAX_VALUE).stream()
            .filter(event -> !released.contains(event.at()) && !claims.containsKey(event.at()))
            .limit(limit)
            .toList();
    found.forEach(event -> claims.put(event.at(), session));
    return found;
  }

  /** Notes as sent what one of several relays has taken. */
  public void release(List<Committed> sent) {
    sent.forEach(event -> released.add(event.at()));
  }

  /** Where the relay is. */
  public void relayCursor(Session session, Reply<Cursor> reply) {
    ask(
        session,
        reply::failed,
        () -> {
          Cursor cursor = relayCursor();
          session.owner.arrive(() -> reply.done(cursor));
        });
  }

  /** Moves the relay's cursor; a crash soon afterwards may undo it. */
  public void moveRelayCursor(Session session, Cursor cursor, Reply<Boolean> reply) {
    ask(
        session,
        reply::failed,
        () -> {
          relayed.add(cursor);
          scheduler.trace(() -> "relay of " + session.owner + " is at " + cursor);
          session.owner.arrive(() -> reply.done(true));
        });
  }

  /** Where the relay's cursor is now. */
  public Cursor relayCursor() {
    return relayed.getLast();
  }

  /** What a handler has. */
  public Progress progress(String handler) {
    return progress.computeIfAbsent(handler, none -> new Progress());
  }

  /** Keeps what an event says beside its row, in place of its JSON. */
  public void say(StoredEvent event) {
    words.put(event.id(), event);
  }

  /** What a row says. */
  public StoredEvent said(SealedEvent event) {
    StoredEvent said = words.get(event.id());
    if (said == null) {
      throw new IllegalStateException("an event that nobody wrote");
    }
    return said;
  }

  /** All events, in the order of the log. */
  public TreeMap<Cursor, Committed> events() {
    return events;
  }

  /** The events of a stream, in the order of their commits. */
  public List<SealedEvent> stream(StreamId stream) {
    return streams.getOrDefault(stream, List.of());
  }

  /** The streams that exist. */
  public Set<StreamId> streams() {
    return streams.keySet();
  }

  /** How many events a stream has. */
  public int version(StreamId stream) {
    return streams.getOrDefault(stream, List.of()).size();
  }

  /** Whether nothing is under way. */
  public boolean idle() {
    return open.isEmpty() && messages == 0;
  }

  /** Undoes what runs, breaks every connection, and is down until it is restarted. */
  public void crash() {
    scheduler.trace(() -> "database crashes");
    down = true;
    for (Transaction transaction : List.copyOf(open)) {
      transaction.abort();
      transaction.broken.accept(LOST);
    }
    breakSessions();
    // Moves of the relay's cursor do not wait for the disk.
    for (int last = scheduler.below(3); last > 0 && relayed.size() > 1; last--) {
      relayed.removeLast();
    }
  }

  /** Is up again. */
  public void restart() {
    down = false;
  }

  /** Breaks the connections that hold locks; who held them notices at the next question. */
  public void breakSessions() {
    List.copyOf(sessions).forEach(this::close);
  }

  /** Notices that a process is gone: undoes its transactions and frees its locks. */
  public void forget(Process dead) {
    List.copyOf(open).stream().filter(t -> t.owner == dead).forEach(Transaction::abort);
    List.copyOf(sessions).stream().filter(s -> s.owner == dead).forEach(this::close);
  }

  /** How traces name an event. */
  public static String describe(SealedEvent event) {
    return event.stream().id().getLeastSignificantBits() + "/" + event.version();
  }
}

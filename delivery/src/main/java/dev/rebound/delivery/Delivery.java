package dev.rebound.delivery;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.rebound.delivery.Delivered.Good;
import dev.rebound.delivery.Delivered.Reason;
import dev.rebound.delivery.tracing.Tracing;
import dev.rebound.delivery.tracing.Tracing.Kind;
import dev.rebound.delivery.tracing.Tracing.Step;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.Backoff;
import dev.rebound.eventstore.postgres.EventLog.Cursor;
import dev.rebound.eventstore.postgres.SealedEvent;
import dev.rebound.eventstore.postgres.SealedEvent.Committed;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Brings events to one handler, each once, whatever fails. Blocking. */
public abstract sealed class Delivery permits ProjectionDelivery, ReactionDelivery {

  /** How long a handler may take over an event, or over a batch of them. */
  static final Duration LIMIT = Duration.ofSeconds(20);

  /** How long the database may take, the handler's own limit included. */
  static final Duration DATABASE_LIMIT = LIMIT.plusSeconds(15);

  /** How often a single event may be too slow. */
  static final int SLOW_TRIES = 3;

  /** The event table counts as one partition. */
  private static final int OWN_PARTITION = 0;

  private static final Logger LOG = Logger.getLogger(Delivery.class);

  /** What a delivery works with. */
  public record Tools(Pool pool, DeadLetters letters, AppliedEvents applied, Tracing tracing) {

    /** The same, and nothing is traced. */
    public Tools(Pool pool, DeadLetters letters, AppliedEvents applied) {
      this(pool, letters, applied, Tracing.OFF);
    }
  }

  /**
   * Where events come from.
   *
   * @param name what the watermarks are kept under
   * @param topic the topic they are published on
   */
  public record Source(String name, Topic topic) {

    private static final String OWN = "own";

    /** The service's own event table. */
    static Source own(Topic topic) {
      return new Source(OWN, topic);
    }

    /** Whether it is the service's own event table. */
    boolean isOwn() {
      return name.equals(OWN);
    }

    /** A topic on the broker. */
    static Source of(Topic topic) {
      return new Source(topic.address(), topic);
    }
  }

  private final String handler;
  private final Map<Topic, Progress> progress;
  private final Tracing tracing;
  private final Map<String, Map<Integer, Cursor>> known = new ConcurrentHashMap<>();
  private final LongAdder applied = new LongAdder();
  private final LongAdder batches = new LongAdder();
  private final LongAdder busyNanos = new LongAdder();

  Delivery(String handler, Set<Topic> topics, Tracing tracing) {
    this.handler = handler;
    this.progress = topics.stream().collect(toUnmodifiableMap(it -> it, _ -> new Progress()));
    this.tracing = tracing;
  }

  /** The handler's name. */
  public final String handler() {
    return handler;
  }

  /** The topics whose events it takes. */
  public final Set<Topic> topics() {
    return progress.keySet();
  }

  /** When it last got something done of a topic that it takes, or had nothing left of it. */
  public final Instant lastProgress(Topic topic) {
    return of(topic).last();
  }

  /**
   * What it has done since the start of the process.
   *
   * @param events how many events the handler was given and has
   * @param batches in how many batches they came
   * @param busy how long these took, waits for the database or the network included
   */
  public record Work(long events, long batches, Duration busy) {}

  /** What it has done so far. */
  public final Work work() {
    return new Work(applied.sum(), batches.sum(), Duration.ofNanos(busyNanos.sum()));
  }

  /** Whether it waits for the database or the network to come back. */
  public final boolean retrying() {
    return progress.values().stream().anyMatch(Progress::waits);
  }

  private Progress of(Topic topic) {
    return Objects.requireNonNull(progress.get(topic), "a topic that it does not take");
  }

  /**
   * Brings a batch to the handler; returns when all of it is settled.
   *
   * @param source where the batch is from
   * @param batch in order of its places within each partition
   * @throws InterruptedException when the service stops
   */
  final void deliver(Source source, List<Delivered> batch) throws InterruptedException {
    Map<Integer, Cursor> settled = settled(source);
    List<Delivered> fresh =
        batch.stream()
            .filter(d -> d.at().isAfter(settled.getOrDefault(d.partition(), Cursor.START)))
            .toList();
    if (!fresh.isEmpty()) {
      long begun = System.nanoTime();
      Step step = tracing.begin(Kind.PROCESS, handler, fresh, Delivery::trace);
      try {
        settle(source, fresh);
        step.end(null);
      } catch (InterruptedException | RuntimeException stopped) {
        step.end(stopped);
        throw stopped;
      }
      busyNanos.add(System.nanoTime() - begun);
      batches.increment();
      of(source.topic()).reached(time(fresh.getLast()));
      fresh.forEach(delivered -> settled.put(delivered.partition(), delivered.at()));
    }
  }

  /**
   * Whether the handler is to be given an event; what it is not given is {@linkplain #pass passed
   * over}. A type that this build does not know may concern anybody: it is opened, found unknown
   * and counted.
   */
  boolean concerns(Source source, SealedEvent event) {
    return true;
  }

  /** Notes that all of the service's own up to this event is settled: the rest was no concern. */
  final void pass(Source source, Committed last) throws InterruptedException {
    Map<Integer, Cursor> settled = settled(source);
    if (last.at().isAfter(settled.getOrDefault(OWN_PARTITION, Cursor.START))) {
      settlePassed(source, Map.of(OWN_PARTITION, last.at()));
      of(source.topic()).reached(last.event().metadata().time());
      settled.put(OWN_PARTITION, last.at());
    }
  }

  /** Moves the handler's watermarks, where they are not beyond it. */
  void settlePassed(Source source, Map<Integer, Cursor> ends) throws InterruptedException {
    throw new IllegalStateException(handler + " passes nothing over");
  }

  private Map<Integer, Cursor> settled(Source source) {
    return known.computeIfAbsent(source.name(), none -> new ConcurrentHashMap<>());
  }

  /** Notes that nothing of a topic is left to deliver. */
  final void idle(Topic topic) {
    of(topic).idle();
  }

  /** Notes that nobody can say whether anything of a topic is left. */
  final void unsure(Topic topic) {
    of(topic).unsure();
  }

  /** Notes that another process brings the events of a topic. */
  final void left(Topic topic) {
    of(topic).left();
  }

  /**
   * Whether older events may still be before it: it waits for the database or the network, nobody
   * can say whether anything is left, or the last event it had of a topic was more than a minute
   * old just now.
   */
  public final boolean isBehind() {
    return progress.values().stream().anyMatch(Progress::isBehind);
  }

  private static @Nullable String trace(Delivered delivered) {
    return delivered instanceof Good good ? good.event().metadata().trace() : null;
  }

  private static Instant time(Delivered delivered) {
    return delivered instanceof Good good ? good.event().metadata().time() : Instant.now();
  }

  /** Settles a batch of which nothing is known to be settled. */
  abstract void settle(Source source, List<Delivered> batch) throws InterruptedException;

  /**
   * Brings one event that was held back to the handler, and notes that it has it.
   *
   * @return why it failed again, empty where it worked or the handler has it
   */
  final Optional<Reason> redeliver(Source source, Delivered held) throws InterruptedException {
    return held instanceof Delivered.Bad bad ? Optional.of(bad.reason()) : settleHeld(source, held);
  }

  /** Settles one event that is behind the watermark and can be read. */
  abstract Optional<Reason> settleHeld(Source source, Delivered held) throws InterruptedException;

  /** Counts what the handler has now, and tells those who wait for it. */
  final void noteApplied(AppliedEvents notes, Source source, Plan plan) {
    applied.add(plan.deliveries().size());
    notes.note(source, handler, notes.awaited(source, handler, plan));
  }

  /**
   * Tries until it works or has failed for good; what fails for want of the database or the network
   * is tried again for as long as it takes.
   *
   * @param source what it is tried for
   * @param slowTries how often it may be too slow
   * @return why it failed for good, empty where it worked
   */
  final Optional<Reason> attempt(Source source, Runnable attempt, int slowTries)
      throws InterruptedException {
    Progress at = of(source.topic());
    Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));
    int slow = 0;
    try {
      while (true) {
        try {
          attempt.run();
          at.done();
          return Optional.empty();
        } catch (RuntimeException failure) {
          if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException();
          }
          Failure kind = Failure.of(failure);
          LOG.warnf("%s: %s, %s", handler, kind, Failure.describe(failure));
          if (kind == Failure.PERMANENT) {
            return Optional.of(Reason.HANDLER_FAILED);
          }
          if (kind == Failure.TOO_SLOW && ++slow >= slowTries) {
            return Optional.of(Reason.HANDLER_TOO_SLOW);
          }
          at.waits(true);
          backoff.pause();
        }
      }
    } finally {
      at.waits(false);
    }
  }

  /** Tries until it works, whatever it fails with: for what is our own and must work. */
  final void insist(Source source, Runnable attempt) throws InterruptedException {
    Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(5));
    while (attempt(source, attempt, Integer.MAX_VALUE).isPresent()) {
      backoff.pause();
    }
  }
}

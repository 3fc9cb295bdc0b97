package dev.rebound.eventstore.simulation;

import dev.rebound.eventstore.postgres.SealedEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rules of Kafka that the event path builds on: an order per partition, a producer's records
 * accepted in the sequence of their numbers only, and no acknowledged record ever lost.
 */
public final class Broker {

  /** How many partitions the topic has. */
  public static final int PARTITIONS = 2;

  private static final int TIMEOUT = 40;

  private final Scheduler scheduler;
  private final List<List<SealedEvent>> partitions = new ArrayList<>();
  private final Set<UUID> ids = new HashSet<>();
  private boolean down;
  private int repeats;

  /** A broker with an empty topic. */
  public Broker(Scheduler scheduler) {
    this.scheduler = scheduler;
    for (int i = 0; i < PARTITIONS; i++) {
      partitions.add(new ArrayList<>());
    }
  }

  /** Accepts nothing until it is restarted. */
  public void crash() {
    scheduler.trace(() -> "broker crashes");
    down = true;
  }

  /** Is up again. */
  public void restart() {
    down = false;
  }

  /** Whether an event is on the topic. */
  public boolean has(UUID event) {
    return ids.contains(event);
  }

  /** How many records are of events that were there already. */
  public int repeats() {
    return repeats;
  }

  /** Everything in a partition. */
  public List<SealedEvent> partition(int partition) {
    return partitions.get(partition);
  }

  /** Some records from an offset on; none while it is down. */
  public List<SealedEvent> read(int partition, long offset, int limit) {
    List<SealedEvent> log = partitions.get(partition);
    int from = (int) Math.min(offset, log.size());
    return down ? List.of() : List.copyOf(log.subList(from, Math.min(from + limit, log.size())));
  }

  private record Sent(int partition, int sequence, SealedEvent event, Callback callback) {}

  /** Told once what came of a record. */
  private static final class Callback {
    private final Consumer<@Nullable Exception> what;
    private boolean done;

    Callback(Consumer<@Nullable Exception> what) {
      this.what = what;
    }

    void call(@Nullable Exception failure) {
      if (!done) {
        done = true;
        what.accept(failure);
      }
    }
  }

  /** An idempotent producer of one process. */
  public final class Producer {

    private final Process process;
    private final Map<Integer, Integer> given = new HashMap<>();
    private final Map<Integer, Integer> accepted = new HashMap<>();
    private final List<Sent> waiting = new ArrayList<>();
    private boolean closed;

    /** A new one, whose numbers begin anew. */
    public Producer(Process process) {
      this.process = process;
    }

    /** Sends a record; the callback is told once, with null where it is acknowledged. */
    public void send(SealedEvent event, Consumer<@Nullable Exception> callback) {
      if (closed || scheduler.mishap(0.02)) {
        callback.accept(new IOException("no room")); // and the next would still be taken
        return;
      }
      int partition = Math.floorMod(event.candidate().hashCode(), PARTITIONS);
      int sequence = given.merge(partition, 1, Integer::sum) - 1;
      Sent sent = new Sent(partition, sequence, event, new Callback(callback));
      waiting.add(sent);
      attempt(sent);
    }

    private void attempt(Sent sent) {
      if (closed || sent.callback().done) {
        return;
      }
      if (scheduler.mishap(0.02)) {
        sent.callback().call(new IOException("refused"));
        return;
      }
      if (!scheduler.mishap(0.05)) {
        scheduler.arrive(() -> receive(sent));
      }
      process.after(TIMEOUT, () -> attempt(sent));
    }

    private void receive(Sent sent) {
      int next = accepted.getOrDefault(sent.partition(), 0);
      if (down || sent.sequence() > next) {
        return;
      }
      if (sent.sequence() == next) {
        accepted.put(sent.partition(), next + 1);
        partitions.get(sent.partition()).add(sent.event());
        if (!ids.add(sent.event().id())) {
          repeats++;
        }
        scheduler.trace(() -> "topic has " + Database.describe(sent.event()) + " by " + process);
      }
      if (!scheduler.mishap(0.05)) {
        process.arrive(() -> {
          if (!closed) {
            sent.callback().call(null);
          }
        });
      }
    }

    /** Tries nothing again; what is on its way may still arrive. */
    public void close() {
      if (!closed) {
        closed = true;
        waiting.forEach(
            sent -> process.execute(() -> sent.callback().call(new IOException("closed"))));
      }
    }
  }
}

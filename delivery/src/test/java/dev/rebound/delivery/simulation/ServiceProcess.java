package dev.rebound.delivery.simulation;

import dev.rebound.delivery.Delivered;
import dev.rebound.delivery.SimulatedDelivery;
import dev.rebound.delivery.SimulatedDelivery.Kind;
import dev.rebound.events.ApplicationEvent;
import dev.rebound.eventstore.CommandHandler;
import dev.rebound.eventstore.postgres.EventLog.Cursor;
import dev.rebound.eventstore.postgres.SealedEvent;
import dev.rebound.eventstore.postgres.SealedEvent.Committed;
import dev.rebound.eventstore.postgres.SimulatedEventStore;
import dev.rebound.eventstore.relay.SimulatedRelay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything that runs in one process of the service: commands, relay, own feed and consumer. */
final class ServiceProcess {

  /** The projection of the service's own events, straight from the event table. */
  static final String OWN = "own";

  /** The projection of the topic. */
  static final String VIEW = "view";

  /** The reaction to the topic. */
  static final String REACTION = "reaction";

  private static final int BATCH = 4;
  private static final int IDLE = 15;

  private final Process process;
  private final Database database;
  private final Broker broker;
  private final SimulatedEventStore store;
  private final CommandHandler<Order, List<Integer>, ApplicationEvent, String> handler;
  private final SimulatedRelay relay;
  private final SimulatedDelivery own;
  private final List<SimulatedDelivery> ofTopic;
  private final Map<Integer, Integer> assigned = new HashMap<>();

  ServiceProcess(String name, Scheduler scheduler, Database database, Broker broker, Fault fault) {
    this.process = new Process(scheduler, name);
    this.database = database;
    this.broker = broker;
    this.store = new SimulatedEventStore(database, process, fault);
    this.handler = new CommandHandler<>(new Listing(), ApplicationEvent.class, store);
    this.relay = new SimulatedRelay(database, broker, process, fault);
    this.own = new SimulatedDelivery(OWN, Kind.PROJECTION, database, process, scheduler, fault);
    this.ofTopic =
        List.of(
            new SimulatedDelivery(VIEW, Kind.PROJECTION, database, process, scheduler, fault),
            new SimulatedDelivery(REACTION, Kind.REACTION, database, process, scheduler, fault));
  }

  void start() {
    relay.start();
    feed(own.watermark(0));
  }

  Process process() {
    return process;
  }

  SimulatedEventStore store() {
    return store;
  }

  CommandHandler<Order, List<Integer>, ApplicationEvent, String> handler() {
    return handler;
  }

  private void feed(Cursor cursor) {
    database.after(
        process,
        cursor,
        BATCH,
        new Database.Reply<>() {
          @Override
          public void done(List<Committed> events) {
            if (events.isEmpty()) {
              process.after(IDLE, () -> feed(cursor));
            } else {
              List<Delivered> batch = new ArrayList<>();
              events.forEach(event -> batch.add(delivered(0, event.at(), event.event())));
              own.deliver(batch, () -> feed(events.getLast().at()));
            }
          }

          @Override
          public void failed(Throwable failure) {
            process.after(IDLE, () -> feed(own.watermark(0)));
          }
        });
  }

  /** Consumes a partition until another generation of the group begins. */
  void assign(int partition, int generation) {
    assigned.put(partition, generation);
    process.arrive(() -> {
      long next =
          ofTopic.stream()
              .mapToLong(delivery -> delivery.watermark(partition).position() + 1)
              .min()
              .orElseThrow();
      consume(partition, generation, next);
    });
  }

  /** Takes a partition away; the batch at hand is worked on nevertheless. */
  void revoke(int partition) {
    assigned.remove(partition);
  }

  private void consume(int partition, int generation, long offset) {
    if (assigned.getOrDefault(partition, 0) != generation) {
      return;
    }
    List<SealedEvent> records = broker.read(partition, offset, BATCH);
    if (records.isEmpty()) {
      process.after(IDLE, () -> consume(partition, generation, offset));
      return;
    }
    List<Delivered> batch = new ArrayList<>();
    for (SealedEvent record : records) {
      batch.add(delivered(partition, Cursor.ofOffset(offset + batch.size()), record));
    }
    int[] waiting = {ofTopic.size()};
    for (SimulatedDelivery delivery : ofTopic) {
      delivery.deliver(
          batch,
          () -> {
            if (--waiting[0] == 0) {
              consume(partition, generation, offset + records.size());
            }
          });
    }
  }

  private Delivered delivered(int partition, Cursor at, SealedEvent event) {
    return new Delivered.Good(partition, at, database.said(event));
  }
}

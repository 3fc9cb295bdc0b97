package dev.rebound.eventstore.simulation;

import dev.rebound.eventstore.IdempotencyKey;
import dev.rebound.eventstore.StreamId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One run: two processes, some clients, and a time in which whatever can go wrong does; then all is
 * left to settle, and what came of it is checked.
 */
final class Simulation {

  private static final int TROUBLE = 250;
  private static final int PATIENCE = 20_000;
  private static final int PROCESSES = 2;
  private static final int CANDIDATES = 3;
  private static final int STREAMS = 4;

  /**
   * What came of a run.
   *
   * @param violations empty where all held
   * @param events how many were stored
   * @param crashes of processes, of the database and of the broker
   * @param repeats records of events that were on the topic already
   * @param acknowledged commands that were answered that they hold
   * @param trace what happened, where it was asked for
   */
  record Outcome(
      List<String> violations,
      int events,
      int crashes,
      int repeats,
      int acknowledged,
      List<String> trace) {

    /** Whether nothing is wrong with it. */
    boolean isSound() {
      return violations.isEmpty();
    }
  }

  private final Scheduler scheduler;
  private final Fault fault;
  private final Database database;
  private final Broker broker;
  private final List<Client> clients = new ArrayList<>();
  private final List<ServiceProcess> all = new ArrayList<>();
  private final @Nullable ServiceProcess[] running = new ServiceProcess[PROCESSES];
  private int generation;
  private int crashes;

  private Simulation(long seed, Fault fault, boolean tracing) {
    this.scheduler = new Scheduler(seed, tracing);
    this.fault = fault;
    this.database = new Database(scheduler, fault);
    this.broker = new Broker(scheduler);
  }

  /** Runs a seed. */
  static Outcome run(long seed, Fault fault, boolean tracing) {
    return new Simulation(seed, fault, tracing).run();
  }

  private Outcome run() {
    for (int i = 0; i < PROCESSES; i++) {
      start(i);
    }
    rebalance();
    int orders = 8 + scheduler.below(8);
    for (int number = 0; number < orders; number++) {
      place(number);
    }
    trouble(scheduler.below(3), this::killProcess);
    trouble(scheduler.chance(0.3) ? 1 : 0, this::crashDatabase);
    trouble(scheduler.chance(0.4) ? 1 : 0, this::crashBroker);
    trouble(scheduler.below(3), this::rebalance);
    trouble(scheduler.chance(0.3) ? 1 : 0, database::breakSessions);
    scheduler.after(TROUBLE, this::calm);
    while (!settled() && scheduler.now() < PATIENCE) {
      scheduler.step();
    }
    Verdict verdict = new Verdict(database, broker, clients, all);
    return new Outcome(
        verdict.violations(settled()),
        database.events().size(),
        crashes,
        broker.repeats(),
        (int) clients.stream().filter(Client::acknowledged).count(),
        scheduler.traced());
  }

  private void trouble(int times, Runnable what) {
    for (int i = 0; i < times; i++) {
      scheduler.after(scheduler.below(TROUBLE), what);
    }
  }

  private void place(int number) {
    int stream = scheduler.below(STREAMS);
    UUID candidate = new UUID(7, stream % CANDIDATES);
    Order order =
        new Order(
            number,
            new StreamId("application", new UUID(9, stream)),
            candidate,
            1 + scheduler.below(3),
            scheduler.chance(0.6) ? new IdempotencyKey(candidate, "order " + number) : null,
            scheduler.chance(0.15) ? scheduler.below(4) : null);
    Client client = new Client(order, scheduler, this::service);
    clients.add(client);
    // Several at the same moment, so that they share statements.
    long at = scheduler.below(5) * 30L + scheduler.below(3);
    if (scheduler.chance(0.1)) {
      scheduler.after(
          at,
          () ->
              client.guess(Math.max(0, database.version(order.stream()) + scheduler.below(4) - 1)));
    } else {
      scheduler.after(at, client::send);
    }
  }

  private @Nullable ServiceProcess service() {
    ServiceProcess one = running[scheduler.below(PROCESSES)];
    return one != null ? one : Stream.of(running).filter(p -> p != null).findFirst().orElse(null);
  }

  private void start(int place) {
    if (running[place] == null) {
      ServiceProcess process =
          new ServiceProcess(
              "process " + place + "." + all.size(), scheduler, database, broker, fault);
      all.add(process);
      running[place] = process;
      process.start();
    }
  }

  private void killProcess() {
    int place = scheduler.below(PROCESSES);
    ServiceProcess victim = running[place];
    if (victim != null) {
      crashes++;
      scheduler.trace(() -> victim.process() + " is killed");
      victim.process().kill();
      running[place] = null;
      scheduler.after(1 + scheduler.below(20), () -> database.forget(victim.process()));
      scheduler.after(5 + scheduler.below(40), this::rebalance);
      scheduler.after(
          10 + scheduler.below(80),
          () -> {
            start(place);
            rebalance();
          });
    }
  }

  private void crashDatabase() {
    crashes++;
    database.crash();
    scheduler.after(5 + scheduler.below(50), database::restart);
  }

  private void crashBroker() {
    crashes++;
    broker.crash();
    scheduler.after(5 + scheduler.below(100), broker::restart);
  }

  private void rebalance() {
    generation++;
    for (int partition = 0; partition < Broker.PARTITIONS; partition++) {
      ServiceProcess next = service();
      for (ServiceProcess process : running) {
        if (process != null) {
          process.revoke(partition);
        }
      }
      if (next != null) {
        next.assign(partition, generation);
      }
    }
  }

  private void calm() {
    scheduler.trace(() -> "from here on nothing goes wrong");
    scheduler.calm();
    database.restart();
    broker.restart();
    for (int i = 0; i < PROCESSES; i++) {
      start(i);
    }
    rebalance();
  }

  private boolean settled() {
    return scheduler.now() > TROUBLE + 100
        && database.idle()
        && clients.stream().allMatch(Client::ended)
        && isRelayed()
        && isApplied();
  }

  private boolean isRelayed() {
    return database.events().isEmpty()
        || database.relayCursor().compareTo(database.events().lastKey()) >= 0
        || database.events().values().stream().allMatch(e -> broker.has(e.event().id()));
  }

  private boolean isApplied() {
    if (!database.events().isEmpty()
        && database
            .events()
            .lastKey()
            .isAfter(database.progress(ServiceProcess.OWN).watermark(0))) {
      return false;
    }
    for (int partition = 0; partition < Broker.PARTITIONS; partition++) {
      long last = broker.partition(partition).size() - 1L;
      if (database.progress(ServiceProcess.VIEW).watermark(partition).position() < last
          || database.progress(ServiceProcess.REACTION).watermark(partition).position() < last) {
        return false;
      }
    }
    return true;
  }
}

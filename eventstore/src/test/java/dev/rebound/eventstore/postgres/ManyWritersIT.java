package dev.rebound.eventstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.ApplicationEvent;
import dev.rebound.events.ApplicationEvent.StageReached;
import dev.rebound.events.ReboundEvent;
import dev.rebound.eventstore.Command;
import dev.rebound.eventstore.CommandHandler;
import dev.rebound.eventstore.Decider;
import dev.rebound.eventstore.Decider.Decision;
import dev.rebound.eventstore.EventStore;
import dev.rebound.eventstore.EventStore.VersionConflict;
import dev.rebound.eventstore.Handled;
import dev.rebound.eventstore.Samples;
import dev.rebound.eventstore.Servers;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.StreamId;
import dev.rebound.sealing.AesSealing;
import dev.rebound.sealing.Databases;
import dev.rebound.sealing.InMemoryKeyRing;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Thirty-two writers on one stream, in two processes: one wins each version, the others are told.
 */
class ManyWritersIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int WRITERS = 32;
  private static final int ROUNDS = 8;

  private final Pool pool = Servers.eventStore();
  private final List<EventStore> processes = List.of(store(), store());
  private final StreamId stream = Samples.stream();

  @Test
  void one_writer_wins_each_version_and_the_others_lose_by_name() throws Exception {
    List<Integer> won = Collections.synchronizedList(new ArrayList<>());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        EventStore store = processes.get(i % processes.size());
        writers.add(threads.submit(() -> won.addAll(write(store))));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }

    List<StoredEvent> events = processes.getFirst().read(stream).await().atMost(LIMIT).events();
    System.out.printf(
        "R6 %d writers on one stream from 2 processes, %d appends: %d versions won, %d of them"
            + " twice, the others told by name%n",
        WRITERS, WRITERS * ROUNDS, won.size(), won.size() - won.stream().distinct().count());
    assertThat(won).doesNotHaveDuplicates();
    assertThat(events)
        .extracting(StoredEvent::version)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, won.size()).boxed().toList());
    assertThat(won.size()).isGreaterThanOrEqualTo(ROUNDS);
  }

  /** They are decided one after the other and written together: nobody loses to a neighbour. */
  @Test
  void the_writers_of_one_process_do_not_lose_to_each_other() {
    CommandHandler<String, String, ApplicationEvent, String> handler =
        new CommandHandler<>(new Noting(stream.id()), ApplicationEvent.class, processes.getFirst());
    List<Uni<Handled<String, String>>> commands = new ArrayList<>();
    for (int i = 0; i < WRITERS * ROUNDS; i++) {
      commands.add(handler.handle(Command.of(stream, "note " + i, Samples.metadata())));
    }

    List<Handled<String, String>> handled =
        Uni.join().all(commands).andFailFast().await().atMost(LIMIT);

    assertThat(handled).hasOnlyElementsOfType(Handled.Done.class);
    assertThat(handled)
        .extracting(done -> ((Handled.Done<String, String>) done).version())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, WRITERS * ROUNDS).boxed().toList());
    assertThat(transactions()).isLessThan(WRITERS * ROUNDS);
  }

  /** What is decided ahead in one process never lands on what the other wrote meanwhile. */
  @Test
  void every_command_of_two_processes_stands_behind_what_it_was_decided_on() {
    List<Uni<Handled<String, String>>> commands = new ArrayList<>();
    for (EventStore process : processes) {
      CommandHandler<String, String, ApplicationEvent, String> handler =
          new CommandHandler<>(new Noting(stream.id()), ApplicationEvent.class, process);
      for (int i = 0; i < WRITERS * ROUNDS; i++) {
        String note = processes.indexOf(process) + "-" + i;
        commands.add(handler.handle(Command.of(stream, note, Samples.metadata())));
      }
    }

    List<Handled<String, String>> handled =
        Uni.join().all(commands).andFailFast().await().atMost(LIMIT);

    List<StoredEvent> events = processes.getFirst().read(stream).await().atMost(LIMIT).events();
    long done = handled.stream().filter(Handled.Done.class::isInstance).count();
    System.out.printf(
        "R6 %d commands on one stream from 2 processes: %d done, each behind what it was decided"
            + " on%n",
        handled.size(), done);
    assertThat(events).hasSize(Math.toIntExact(done)).hasSizeGreaterThan(WRITERS);
    String before = Noting.NOTHING;
    for (StoredEvent event : events) {
      String note = Noting.note(event.event());
      assertThat(note).endsWith(Noting.AFTER + before);
      before = Noting.name(note);
    }
  }

  private long transactions() {
    return pool.preparedQuery("select count(distinct tx) from event where stream = $1")
        .execute(Tuple.of(stream.toString()))
        .await()
        .atMost(LIMIT)
        .iterator()
        .next()
        .getLong(0);
  }

  /** Every command is a stage that says after which one it was decided; the state is the last. */
  private record Noting(UUID candidate)
      implements Decider<String, String, ApplicationEvent, String> {

    static final String NOTHING = "nothing";
    static final String AFTER = " after ";

    static String note(ReboundEvent event) {
      return String.valueOf(((StageReached) event).note());
    }

    static String name(String note) {
      return note.substring(0, note.indexOf(AFTER));
    }

    @Override
    public String initial() {
      return NOTHING;
    }

    @Override
    public Decision<ApplicationEvent, String> decide(String name, String last) {
      return Decision.accept(Samples.stage(candidate, name + AFTER + last));
    }

    @Override
    public String evolve(String last, ApplicationEvent event) {
      return name(note(event));
    }
  }

  /** Each process writes many streams in one statement, and they meet from opposite ends. */
  @Test
  void processes_that_write_the_same_streams_do_not_block_each_other() {
    List<StreamId> streams = Stream.generate(Samples::stream).limit(64).toList();
    List<Uni<Boolean>> attempts = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < streams.size(); i++) {
        attempts.add(attempt(processes.getFirst(), streams.get(i)));
        attempts.add(attempt(processes.getLast(), streams.get(streams.size() - 1 - i)));
      }
    }

    List<Boolean> won = Uni.join().all(attempts).andFailFast().await().atMost(LIMIT);

    assertThat(won).filteredOn(taken -> taken).hasSize(streams.size());
  }

  private static Uni<Boolean> attempt(EventStore store, StreamId stream) {
    return store
        .append(Samples.append(stream, 0))
        .map(stored -> true)
        .onFailure(VersionConflict.class)
        .recoverWithItem(false);
  }

  /** The versions it won. Anything but a conflict fails the test. */
  private List<Integer> write(EventStore store) {
    List<Integer> won = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      int version = store.read(stream).await().atMost(LIMIT).version();
      boolean taken =
          store
              .append(Samples.append(stream, version))
              .map(stored -> true)
              .onFailure(VersionConflict.class)
              .recoverWithItem(false)
              .await()
              .atMost(LIMIT);
      if (taken) {
        won.add(version + 1);
      }
    }
    return won;
  }

  private static final InMemoryKeyRing KEYS = new InMemoryKeyRing();

  private EventStore store() {
    AesSealing sealing = new AesSealing(KEYS, InMemoryKeyRing.WRAPPING_KEY);
    return new PostgresEventStore(Databases.vertx(), pool, sealing, new Bell());
  }
}

package dev.rebound.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.ApplicationEvent;
import dev.rebound.eventstore.Command.Protection;
import dev.rebound.eventstore.Decider.Decision;
import dev.rebound.eventstore.EventStore.Append;
import dev.rebound.eventstore.EventStore.IdempotencyKey;
import dev.rebound.eventstore.EventStore.RecordedAnswer;
import dev.rebound.eventstore.EventStore.StreamSlice;
import dev.rebound.eventstore.Handled.Done;
import dev.rebound.eventstore.Handled.KeyReused;
import dev.rebound.eventstore.Handled.Refused;
import dev.rebound.eventstore.Handled.Replayed;
import dev.rebound.eventstore.Handled.Stale;
import dev.rebound.eventstore.Handled.StillRunning;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The way of a command, whoever else writes to its stream and however often it is sent. */
class CommandHandlerTest {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final EventStore memory = new InMemoryEventStore();
  private final Interrupted store = new Interrupted(memory);
  private final StreamId stream = Samples.stream();
  private final CommandHandler<Integer, Integer, ApplicationEvent, String> handler =
      new CommandHandler<>(new Counting(stream.id()), ApplicationEvent.class, store);

  @Test
  void what_is_accepted_is_stored_and_folded() {
    Handled<Integer, String> handled = handle(2);

    assertThat(handled).isEqualTo(new Done<>(2, 2, lastEvent()));
  }

  @Test
  void what_is_refused_writes_nothing() {
    Handled<Integer, String> handled = handle(-1);

    assertThat(handled).isEqualTo(new Refused<>("negative"));
    assertThat(version()).isZero();
  }

  @Test
  void where_nothing_is_left_to_do_the_last_event_is_named() {
    handle(1);

    assertThat(handle(0)).isEqualTo(new Done<>(1, 1, lastEvent()));
  }

  @Test
  void a_stream_that_must_be_new_is_not_read_before_it_is_written() {
    Handled<Integer, String> handled = handleAsNew(2);

    assertThat(store.reads).isZero();
    assertThat(handled).isEqualTo(new Done<>(2, 2, lastEvent()));
  }

  @Test
  void what_must_be_new_and_is_not_is_stale_whatever_is_decided() {
    handle(1);

    assertThat(handleAsNew(1)).isEqualTo(new Stale<>());
    assertThat(handleAsNew(-1)).isEqualTo(new Stale<>());
    assertThat(handleAsNew(0)).isEqualTo(new Stale<>());
    assertThat(version()).isEqualTo(1);
  }

  @Test
  void a_loser_decides_again_on_what_the_winner_left() {
    store.before(this::somebodyElseAppends);

    assertThat(handle(1)).isEqualTo(new Done<>(2, 2, lastEvent()));
  }

  @Test
  void who_loses_every_time_is_told() {
    for (int i = 0; i < CommandHandler.ATTEMPTS; i++) {
      store.before(this::somebodyElseAppends);
    }

    assertThat(handle(1)).isEqualTo(new Stale<>());
    assertThat(version()).isEqualTo(CommandHandler.ATTEMPTS);
  }

  @Test
  void a_version_gone_by_is_stale() {
    handle(3);

    assertThat(await(command(1, 2, null))).isEqualTo(new Stale<>());
  }

  @Test
  void who_insists_on_a_version_is_not_tried_again() {
    store.before(this::somebodyElseAppends);

    assertThat(await(command(1, 0, null))).isEqualTo(new Stale<>());
    assertThat(version()).isEqualTo(1);
  }

  @Test
  void what_comes_while_something_is_on_its_way_goes_on_from_it_unread() {
    List<CompletableFuture<Void>> go = holdTheNextTwo();
    CompletableFuture<Handled<Integer, String>> first = begin(2);
    CompletableFuture<Handled<Integer, String>> second = begin(1);
    int reads = store.reads;

    go.forEach(held -> held.complete(null));

    assertThat(reads).isEqualTo(1);
    assertThat(first.join()).isInstanceOf(Done.class);
    assertThat(second.join()).isEqualTo(new Done<>(3, 3, lastEvent()));
  }

  @Test
  void when_what_was_on_its_way_is_lost_the_next_decides_anew() {
    List<CompletableFuture<Void>> go = holdTheNextTwo();
    CompletableFuture<Handled<Integer, String>> first = begin(1);
    CompletableFuture<Handled<Integer, String>> second = begin(1);
    somebodyElseAppends().await().atMost(LIMIT);

    go.forEach(held -> held.complete(null));

    assertThat(first.join()).isInstanceOf(Done.class);
    assertThat(second.join()).isInstanceOf(Done.class);
    assertThat(version()).isEqualTo(3);
  }

  /** Whoever overtakes what it goes on from must not land on what somebody else wrote. */
  @Test
  void what_was_decided_on_something_lost_is_decided_anew_on_what_came_instead() {
    List<CompletableFuture<Void>> go = holdTheNextTwo();
    begin(1);
    CompletableFuture<Handled<Integer, String>> second = begin(1);
    somebodyElseAppends().await().atMost(LIMIT);
    int reads = store.reads;

    go.getLast().complete(null);

    assertThat(second).succeedsWithin(LIMIT).isInstanceOf(Done.class);
    assertThat(store.reads).isEqualTo(reads + 1);
    assertThat(version()).isEqualTo(2);
  }

  @Test
  void who_insists_on_what_is_stored_is_not_refused_for_something_that_was_lost() {
    List<CompletableFuture<Void>> go = holdTheNextTwo();
    begin(1);
    CompletableFuture<Handled<Integer, String>> insisting =
        handler.handle(command(1, 1, null)).subscribeAsCompletionStage();
    somebodyElseAppends().await().atMost(LIMIT);

    go.getLast().complete(null);

    assertThat(insisting).succeedsWithin(LIMIT).isEqualTo(new Done<>(2, 2, lastEvent()));
  }

  @Test
  void who_fails_at_once_and_who_has_just_read_do_not_wait_for_each_other() {
    CompletableFuture<Void> read = new CompletableFuture<>();
    store.beforeRead(() -> Uni.createFrom().completionStage(read));
    CompletableFuture<Handled<Integer, String>> reader = begin(1);
    store.before(() -> {
      Thread other = Thread.ofPlatform().daemon().start(() -> read.complete(null));
      while (other.getState() != Thread.State.BLOCKED) {
        Thread.onSpinWait();
      }
      return Uni.createFrom().failure(new IllegalStateException("it does not fit"));
    });

    CompletableFuture<CompletableFuture<Handled<Integer, String>>> failing =
        CompletableFuture.supplyAsync(() -> begin(1));

    assertThat(failing).succeedsWithin(LIMIT);
    assertThat(failing.join())
        .failsWithin(LIMIT)
        .withThrowableThat()
        .withCauseInstanceOf(IllegalStateException.class);
    assertThat(reader).succeedsWithin(LIMIT).isInstanceOf(Done.class);
  }

  @Test
  void a_refusal_counts_only_on_what_is_stored() {
    List<CompletableFuture<Void>> go = holdTheNextTwo();
    begin(Counting.MOST);
    CompletableFuture<Handled<Integer, String>> next = begin(1);

    go.getFirst().completeExceptionally(new IllegalStateException("the database is away"));
    go.getLast().complete(null);

    assertThat(next.join()).isEqualTo(new Done<>(1, 1, lastEvent()));
  }

  @Test
  void a_repeat_is_answered_as_the_first_was() {
    Protection<Integer> protection = protection("one request");
    await(command(1, null, protection));

    Handled<Integer, String> repeated = await(command(1, null, protection));

    assertThat(repeated)
        .isInstanceOfSatisfying(
            Replayed.class, it -> assertThat(it.answer()).asString().isEqualTo("now at 1"));
    assertThat(version()).isEqualTo(1);
  }

  @Test
  void a_key_that_is_used_for_something_else_is_refused() {
    await(command(1, null, protection("one request")));

    assertThat(await(command(1, null, protection("another request")))).isEqualTo(new KeyReused<>());
  }

  @Test
  void a_repeat_while_the_first_runs_waits_for_nobody() {
    CompletableFuture<Void> go = new CompletableFuture<>();
    store.before(() -> Uni.createFrom().completionStage(go));
    Protection<Integer> protection = protection("one request");
    CompletableFuture<Handled<Integer, String>> first =
        handler.handle(command(1, null, protection)).subscribeAsCompletionStage();

    Handled<Integer, String> second = await(command(1, null, protection));
    go.complete(null);

    assertThat(second).isEqualTo(new StillRunning<>());
    assertThat(first).succeedsWithin(LIMIT).isInstanceOf(Done.class);
  }

  @Test
  void of_two_processes_with_one_key_the_slower_gives_the_answer_of_the_faster() {
    Protection<Integer> protection = protection("one request");
    CommandHandler<Integer, Integer, ApplicationEvent, String> elsewhere =
        new CommandHandler<>(new Counting(stream.id()), ApplicationEvent.class, store);
    store.before(() -> elsewhere.handle(command(1, null, protection)).replaceWithVoid());

    assertThat(await(command(1, null, protection))).isInstanceOf(Replayed.class);
    assertThat(version()).isEqualTo(1);
  }

  @Test
  void after_a_refusal_the_key_is_free_again() {
    await(command(-1, null, protection("one request")));

    assertThat(await(command(1, null, protection("one request")))).isInstanceOf(Done.class);
  }

  private List<CompletableFuture<Void>> holdTheNextTwo() {
    List<CompletableFuture<Void>> held =
        List.of(new CompletableFuture<>(), new CompletableFuture<>());
    held.forEach(go -> store.before(() -> Uni.createFrom().completionStage(go)));
    return held;
  }

  private CompletableFuture<Handled<Integer, String>> begin(int payload) {
    return handler.handle(command(payload, null, null)).subscribeAsCompletionStage();
  }

  private Handled<Integer, String> handle(int payload) {
    return await(command(payload, null, null));
  }

  private Handled<Integer, String> handleAsNew(int payload) {
    return await(command(payload, Command.NEW, null));
  }

  private Command<Integer, Integer> command(
      int payload, @Nullable Integer expected, @Nullable Protection<Integer> protection) {
    return new Command<>(stream, payload, Samples.metadata(), expected, protection);
  }

  private Protection<Integer> protection(String request) {
    return new Protection<>(
        new IdempotencyKey(stream.id(), "a key of their own"),
        request.getBytes(StandardCharsets.UTF_8),
        done -> ("now at " + done.state()).getBytes(StandardCharsets.UTF_8));
  }

  private Handled<Integer, String> await(Command<Integer, Integer> command) {
    return handler.handle(command).await().atMost(LIMIT);
  }

  private Uni<Void> somebodyElseAppends() {
    return memory.append(Samples.append(stream, version())).replaceWithVoid();
  }

  private int version() {
    return handler.current(stream).await().atMost(LIMIT).slice().version();
  }

  private UUID lastEvent() {
    return Optional.ofNullable(handler.current(stream).await().atMost(LIMIT).slice().lastEventId())
        .orElseThrow();
  }

  /** Counts the events of its stream, up to a hundred; a command says how many to add. */
  private record Counting(UUID candidate)
      implements Decider<Integer, Integer, ApplicationEvent, String> {

    @Override
    public Integer initial() {
      return 0;
    }

    static final int MOST = 100;

    @Override
    public Decision<ApplicationEvent, String> decide(Integer more, Integer state) {
      return more < 0 || state + more > MOST
          ? Decision.refuse(more < 0 ? "negative" : "full")
          : new Decision.Accepted<>(
              Collections.nCopies(more, Samples.stage(candidate, Samples.WORDS)));
    }

    @Override
    public Integer evolve(Integer state, ApplicationEvent event) {
      return state + 1;
    }
  }

  /**
   * Lets something happen between the reading and the append of whoever comes next, and counts the
   * readings.
   */
  private static final class Interrupted implements EventStore {

    private final EventStore store;
    private final Deque<Supplier<Uni<Void>>> before = new ArrayDeque<>();
    private final Deque<Supplier<Uni<Void>>> beforeReads = new ArrayDeque<>();
    private int reads;

    Interrupted(EventStore store) {
      this.store = store;
    }

    void before(Supplier<Uni<Void>> what) {
      before.add(what);
    }

    void beforeRead(Supplier<Uni<Void>> what) {
      beforeReads.add(what);
    }

    @Override
    public Uni<StreamSlice> read(StreamId stream) {
      reads++;
      Supplier<Uni<Void>> first = beforeReads.poll();
      return first == null ? store.read(stream) : first.get().chain(() -> store.read(stream));
    }

    @Override
    public Uni<StreamSlice> append(Append append) {
      Supplier<Uni<Void>> first = before.poll();
      return first == null ? store.append(append) : first.get().chain(() -> store.append(append));
    }

    @Override
    public Uni<Optional<RecordedAnswer>> recordedAnswer(IdempotencyKey key) {
      return store.recordedAnswer(key);
    }
  }
}

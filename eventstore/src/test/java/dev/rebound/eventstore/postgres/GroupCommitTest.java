package dev.rebound.eventstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rebound.eventstore.EventStore.Overloaded;
import dev.rebound.eventstore.EventStore.VersionConflict;
import dev.rebound.eventstore.Samples;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.AppendStatement.PendingAppend;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which appends are written together, seen from the statements, which this test answers. */
class GroupCommitTest {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final List<List<PendingAppend>> statements = new ArrayList<>();
  private final List<UniEmitter<? super Boolean>> answers = new ArrayList<>();
  private final Queue<Runnable> eventLoop = new ArrayDeque<>();
  private final GroupCommit commits = new GroupCommit(eventLoop::add, this::write, 1, 100);

  @Test
  void what_queues_up_during_a_flush_is_the_next_flush() {
    submit(10);

    answer(0, true);
    settle();

    assertThat(statements).extracting(List::size).containsExactly(1, 9);
  }

  @Test
  void appends_that_go_on_from_one_another_are_one_statement() {
    submit(1);
    StreamId stream = Samples.stream();
    CompletableFuture<Void> fourth = submit(stream, 3);
    CompletableFuture<Void> fifth = submit(stream, 4);
    CompletableFuture<Void> seventh = submit(stream, 6);

    answer(0, true);
    answer(1, true);
    settle();

    assertThat(statements.get(1)).extracting(PendingAppend::expectedVersion).containsExactly(3, 4);
    assertThat(fourth).isCompleted();
    assertThat(fifth).isCompleted();
    assertThat(seventh).isNotDone();
  }

  @Test
  void of_a_broken_row_each_is_tried_after_the_one_before_it() {
    submit(1);
    StreamId stream = Samples.stream();
    CompletableFuture<Void> fourth = submit(stream, 3);
    CompletableFuture<Void> fifth = submit(stream, 4);
    answer(0, true);
    answer(1, false);
    settle();

    answer(2, false);
    assertThat(fourth).isCompletedExceptionally();
    assertThat(fifth).isNotDone();
    answer(3, false);

    assertThat(statements).extracting(List::size).containsExactly(1, 2, 1, 1);
    assertThat(fifth).isCompletedExceptionally();
  }

  @Test
  void two_for_the_same_version_are_not_in_one_statement() {
    submit(1);
    StreamId stream = Samples.stream();
    submit(stream, 3);
    submit(stream, 3);
    submit(2);

    answer(0, true);
    settle();

    assertThat(statements.get(1)).extracting(PendingAppend::stream).doesNotHaveDuplicates();
    assertThat(statements.get(1)).hasSize(3);
  }

  @Test
  void who_waits_for_a_version_gone_by_is_told_without_asking_the_database() {
    StreamId stream = Samples.stream();
    CompletableFuture<Void> winner = submit(stream, 3);
    CompletableFuture<Void> loser = submit(stream, 3);

    answer(0, true);
    settle();

    assertThat(winner).isCompleted();
    assertThat(loser)
        .failsWithin(LIMIT)
        .withThrowableThat()
        .withCauseInstanceOf(VersionConflict.class);
    assertThat(statements).hasSize(1);
  }

  @Test
  void a_batch_that_does_not_hold_is_tried_one_by_one() {
    submit(1);
    List<CompletableFuture<Void>> three = submit(3);
    answer(0, true);
    settle();

    answer(1, false);
    settle();
    answer(2, true);
    answer(3, false);
    answer(4, true);
    settle();

    assertThat(statements).extracting(List::size).containsExactly(1, 3, 1, 1, 1);
    assertThat(three.get(0)).isCompleted();
    assertThat(three.get(1)).isCompletedExceptionally();
    assertThat(three.get(2)).isCompleted();
  }

  @Test
  void a_batch_that_a_single_append_can_have_spoiled_is_tried_one_by_one() {
    submit(1);
    submit(2);
    answer(0, true);
    settle();

    fail(1, new PgException("", "ERROR", "23505", ""));
    settle();

    assertThat(statements).extracting(List::size).containsExactly(1, 2, 1, 1);
  }

  @Test
  void when_the_database_is_away_the_whole_batch_is_told() {
    submit(1);
    List<CompletableFuture<Void>> two = submit(2);
    answer(0, true);
    settle();

    fail(1, new IOException("gone"));
    settle();

    assertThat(two)
        .allSatisfy(append ->
            assertThat(append)
                .failsWithin(LIMIT)
                .withThrowableThat()
                .withCauseInstanceOf(IOException.class));
    assertThat(statements).hasSize(2);
  }

  @Test
  void too_many_that_wait_are_turned_away_at_once() {
    List<CompletableFuture<Void>> many = submit(102);

    assertThatThrownBy(() -> many.getLast().join())
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(Overloaded.class);
    assertThat(many.get(100)).isNotDone();
  }

  private Uni<Boolean> write(List<PendingAppend> appends) {
    return Uni.createFrom()
        .emitter(emitter -> {
          statements.add(appends);
          answers.add(emitter);
        });
  }

  private void answer(int statement, boolean held) {
    settle();
    answers.get(statement).complete(held);
  }

  private void fail(int statement, Throwable failure) {
    settle();
    answers.get(statement).fail(failure);
  }

  private List<CompletableFuture<Void>> submit(int appends) {
    return IntStream.range(0, appends).mapToObj(i -> submit(Samples.stream(), 0)).toList();
  }

  private CompletableFuture<Void> submit(StreamId stream, int expected) {
    CompletableFuture<Void> done =
        commits
            .submit(
                new PendingAppend(stream, expected, null, List.of(event(stream, expected)), null))
            .subscribeAsCompletionStage();
    settle();
    return done;
  }

  private static SealedEvent event(StreamId stream, int expected) {
    return new SealedEvent(
        stream.id(), stream, expected + 1, "t", stream.id(), Samples.metadata(), new byte[10]);
  }

  /** Lets the event loop do what it has to do. */
  private void settle() {
    for (Runnable task = eventLoop.poll(); task != null; task = eventLoop.poll()) {
      task.run();
    }
  }
}

package dev.rebound.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rebound.eventstore.EventStore.Append;
import dev.rebound.eventstore.EventStore.IdempotencyKey;
import dev.rebound.eventstore.EventStore.KeyTaken;
import dev.rebound.eventstore.EventStore.NewEvent;
import dev.rebound.eventstore.EventStore.Outcome;
import dev.rebound.eventstore.EventStore.RecordedAnswer;
import dev.rebound.eventstore.EventStore.StreamSlice;
import dev.rebound.eventstore.EventStore.VersionConflict;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every event store promises. Each implementation runs all of it; nothing can be left out.
 *
 * <p>Not promised: an order between streams, and how many appends may run at once.
 */
public abstract class EventStoreConformance {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** The store under test, with nothing in it that these tests could meet. */
  protected abstract EventStore store();

  @Test
  void a_stream_that_does_not_exist_is_empty() {
    StreamSlice slice = await(store().read(Samples.stream()));

    assertThat(slice.version()).isZero();
    assertThat(slice.lastEventId()).isNull();
  }

  @Test
  void what_was_appended_is_read_again_in_order() {
    StreamId stream = Samples.stream();
    Append first = several(stream, 0, 3);
    Append second = several(stream, 3, 2);
    StreamSlice one = await(store().append(first));
    StreamSlice two = await(store().append(second));

    StreamSlice read = await(store().read(stream));

    List<StoredEvent> expected = new ArrayList<>(one.events());
    expected.addAll(two.events());
    assertThat(read.events()).isEqualTo(expected);
    assertThat(read.events()).extracting(StoredEvent::version).containsExactly(1, 2, 3, 4, 5);
    assertThat(read.lastEventId()).isEqualTo(second.events().getLast().id());
  }

  @Test
  void an_append_to_a_version_gone_by_is_refused_and_writes_nothing() {
    StreamId stream = Samples.stream();
    await(store().append(several(stream, 0, 2)));

    assertThatThrownBy(() -> await(store().append(Samples.append(stream, 1))))
        .isInstanceOf(VersionConflict.class);

    assertThat(await(store().read(stream)).version()).isEqualTo(2);
  }

  @Test
  void an_append_to_a_version_to_come_is_refused_and_leaves_no_gap() {
    StreamId stream = Samples.stream();
    await(store().append(Samples.append(stream, 0)));

    assertThatThrownBy(() -> await(store().append(Samples.append(stream, 2))))
        .isInstanceOf(VersionConflict.class);

    assertThat(await(store().read(stream)).version()).isEqualTo(1);
  }

  @Test
  void an_append_lands_on_the_event_it_was_decided_on_and_on_no_other() {
    StreamId stream = Samples.stream();
    UUID last = await(store().append(several(stream, 0, 2))).lastEventId();

    assertThatThrownBy(() -> await(store().append(several(stream, 2, UUID.randomUUID(), 1))))
        .isInstanceOf(VersionConflict.class);
    assertThat(await(store().append(several(stream, 2, last, 1))).version()).isEqualTo(3);
  }

  @Test
  void an_append_of_a_batch_lands_on_the_event_it_was_decided_on_and_on_no_other() {
    StreamId one = Samples.stream();
    StreamId other = Samples.stream();
    UUID last = await(store().append(several(one, 0, 2))).lastEventId();
    await(store().append(several(other, 0, 2)));

    assertThat(
            await(
                store().appendEach(List.of(several(one, 2, last, 1), several(other, 2, last, 1)))))
        .containsExactly(Outcome.WRITTEN, Outcome.STALE);
  }

  /** Both are on their way at once; the first is lost to somebody else. */
  @Test
  void what_goes_on_from_something_lost_is_lost_as_well() {
    StreamId stream = Samples.stream();
    UUID begin = await(store().append(several(stream, 0, 1))).lastEventId();
    await(store().append(several(stream, 1, begin, 1)));
    Append lost = several(stream, 1, begin, 1);
    Append next = several(stream, 2, lost.events().getLast().id(), 1);

    assertThat(inParallel(2, i -> i == 0 ? lost : next)).containsExactly(false, false);

    assertThat(await(store().read(stream)).version()).isEqualTo(2);
  }

  @Test
  void a_new_stream_is_begun_once() {
    StreamId stream = Samples.stream();
    await(store().append(Samples.append(stream, 0)));

    assertThatThrownBy(() -> await(store().append(Samples.append(stream, 0))))
        .isInstanceOf(VersionConflict.class);
  }

  @Test
  void an_answer_is_kept_with_its_events() {
    RecordedAnswer answer = answer(UUID.randomUUID(), "the first of its kind");
    await(store().append(Samples.append(Samples.stream(), 0, UUID.randomUUID(), answer)));

    RecordedAnswer kept = await(store().recordedAnswer(answer.key())).orElseThrow();

    assertThat(kept.answer()).isEqualTo(answer.answer());
    assertThat(kept.requestHash()).isEqualTo(answer.requestHash());
  }

  @Test
  void a_key_that_is_taken_refuses_the_append_and_writes_nothing() {
    RecordedAnswer answer = answer(UUID.randomUUID(), "taken before it came");
    await(store().append(Samples.append(Samples.stream(), 0, UUID.randomUUID(), answer)));
    StreamId second = Samples.stream();

    assertThatThrownBy(
            () -> await(store().append(Samples.append(second, 0, UUID.randomUUID(), answer))))
        .isInstanceOf(KeyTaken.class);

    assertThat(await(store().read(second)).version()).isZero();
  }

  @Test
  void a_taken_key_counts_before_a_version_gone_by() {
    StreamId stream = Samples.stream();
    RecordedAnswer answer = answer(UUID.randomUUID(), "sent a second time");
    await(store().append(Samples.append(stream, 0, stream.id(), answer)));

    assertThatThrownBy(() -> await(store().append(Samples.append(stream, 0, stream.id(), answer))))
        .isInstanceOf(KeyTaken.class);
  }

  @Test
  void the_same_text_of_two_callers_is_two_keys() {
    RecordedAnswer one = answer(UUID.randomUUID(), "the very same words");
    RecordedAnswer other = answer(UUID.randomUUID(), "the very same words");
    await(store().append(Samples.append(Samples.stream(), 0, UUID.randomUUID(), one)));

    await(store().append(Samples.append(Samples.stream(), 0, UUID.randomUUID(), other)));

    assertThat(await(store().recordedAnswer(other.key()))).isPresent();
  }

  @Test
  void of_many_appends_to_one_version_one_is_taken() {
    StreamId stream = Samples.stream();

    List<Boolean> won = inParallel(32, i -> Samples.append(stream, 0));

    assertThat(won).filteredOn(taken -> taken).hasSize(1);
    assertThat(await(store().read(stream)).version()).isEqualTo(1);
  }

  @Test
  void of_many_requests_with_one_key_one_is_taken() {
    RecordedAnswer answer = answer(UUID.randomUUID(), "thirty-two at a time");

    List<Boolean> won =
        inParallel(32, i -> Samples.append(Samples.stream(), 0, UUID.randomUUID(), answer));

    assertThat(won).filteredOn(taken -> taken).hasSize(1);
  }

  @Test
  void one_bad_append_among_many_fails_alone() {
    StreamId missing = Samples.stream();

    List<Boolean> won =
        inParallel(
            64, i -> i == 40 ? Samples.append(missing, 7) : Samples.append(Samples.stream(), 0));

    assertThat(won).filteredOn(taken -> taken).hasSize(63);
    assertThat(won.get(40)).isFalse();
  }

  @Test
  void of_a_batch_each_append_holds_or_not_by_itself() {
    StreamId there = Samples.stream();
    await(store().append(several(there, 0, 2)));
    List<Append> batch =
        List.of(
            several(Samples.stream(), 0, 3),
            several(there, 0, 3),
            several(Samples.stream(), 1, 1),
            several(Samples.stream(), 0, 1));

    assertThat(await(store().appendEach(batch)))
        .containsExactly(Outcome.WRITTEN, Outcome.STALE, Outcome.STALE, Outcome.WRITTEN);

    assertThat(batch)
        .extracting(append -> await(store().read(append.stream())).version())
        .containsExactly(3, 2, 0, 1);
  }

  @Test
  void a_batch_goes_on_where_its_streams_are() {
    StreamId stream = Samples.stream();
    await(store().appendEach(List.of(several(stream, 0, 2))));

    assertThat(await(store().appendEach(List.of(several(stream, 2, 2)))))
        .containsExactly(Outcome.WRITTEN);

    assertThat(await(store().read(stream)).events())
        .extracting(StoredEvent::version)
        .containsExactly(1, 2, 3, 4);
  }

  @Test
  void a_batch_may_be_empty() {
    assertThat(await(store().appendEach(List.of()))).isEmpty();
  }

  @Test
  void of_equal_batches_at_once_each_append_is_written_by_one() {
    List<StreamId> streams = Stream.generate(Samples::stream).limit(100).toList();
    List<Uni<List<Outcome>>> batches =
        IntStream.rangeClosed(1, 4)
            .mapToObj(events ->
                store().appendEach(streams.stream().map(s -> several(s, 0, events)).toList()))
            .toList();

    List<List<Outcome>> ended = await(Uni.join().all(batches).andFailFast());

    for (int i = 0; i < streams.size(); i++) {
      int nr = i;
      List<Integer> won =
          IntStream.range(0, 4)
              .filter(b -> ended.get(b).get(nr) == Outcome.WRITTEN)
              .boxed()
              .toList();
      assertThat(won).hasSize(1);
      assertThat(await(store().read(streams.get(nr))).version()).isEqualTo(won.getFirst() + 1);
    }
  }

  private List<Boolean> inParallel(int n, java.util.function.IntFunction<Append> append) {
    List<Uni<Boolean>> attempts =
        IntStream.range(0, n)
            .mapToObj(i ->
                store()
                    .append(append.apply(i))
                    .map(stored -> true)
                    .onFailure(failure ->
                        failure instanceof VersionConflict || failure instanceof KeyTaken)
                    .recoverWithItem(false))
            .toList();
    return await(Uni.join().all(attempts).andFailFast());
  }

  private static Append several(StreamId stream, int expected, int events) {
    return several(stream, expected, null, events);
  }

  private static Append several(
      StreamId stream, int expected, @Nullable UUID predecessor, int events) {
    return new Append(
        stream,
        expected,
        predecessor,
        IntStream.range(0, events)
            .mapToObj(i -> NewEvent.of(Samples.stage(stream.id(), "note " + i)))
            .toList(),
        Samples.metadata(),
        null);
  }

  private static RecordedAnswer answer(UUID caller, String key) {
    return new RecordedAnswer(
        new IdempotencyKey(caller, key),
        new byte[] {1, 2, 3},
        key.getBytes(StandardCharsets.UTF_8));
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(LIMIT);
  }
}

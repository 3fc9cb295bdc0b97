package dev.rebound.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.delivery.Delivered.Bad;
import dev.rebound.delivery.Delivered.Good;
import dev.rebound.delivery.Delivered.Reason;
import dev.rebound.delivery.Delivered.Unknown;
import dev.rebound.delivery.Plan.Standing;
import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.Samples;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.EventLog.Cursor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlanTest {

  private static final StreamId ONE = Samples.stream();
  private static final StreamId OTHER = Samples.stream();
  private static final Standing NEW = new Standing(Map.of(), Map.of(), Set.of());

  @Test
  void what_is_behind_the_watermark_is_left_out() {
    Standing standing = new Standing(Map.of(0, Cursor.ofOffset(5)), Map.of(), Set.of());

    Plan plan = Plan.of(standing, List.of(good(5, ONE, 1), good(6, ONE, 2)));

    assertThat(versions(plan)).containsExactly(2);
    assertThat(plan.watermarks()).containsExactly(Map.entry(0, Cursor.ofOffset(6)));
  }

  @Test
  void a_version_that_comes_again_is_left_out_wherever_it_stands() {
    Standing standing = new Standing(Map.of(), Map.of(ONE, 2), Set.of());

    Plan plan =
        Plan.of(
            standing, List.of(good(0, ONE, 1), good(1, ONE, 2), good(2, ONE, 3), good(3, ONE, 3)));

    assertThat(versions(plan)).containsExactly(3);
    assertThat(plan.watermarks()).containsEntry(0, Cursor.ofOffset(3));
  }

  @Test
  void every_event_of_a_command_may_be_waited_for() {
    Metadata command = Samples.metadata();
    List<Delivered> events = events(0, ONE, 16, command);

    assertThat(Plan.of(NEW, events).told())
        .containsExactlyElementsOf(events.stream().map(Delivered::id).toList());
  }

  /** Both partitions have something of it; what comes after it is another command's. */
  @Test
  void of_a_list_the_first_event_of_a_stream_and_the_last_of_a_partition_may_be_waited_for() {
    Metadata list = Samples.metadata();
    List<Delivered> here = events(0, ONE, 17, list);
    List<Delivered> there = events(1, OTHER, 20, list);
    Delivered later = good(0, 17, ONE, 18, Samples.metadata());

    Plan plan = Plan.of(NEW, Stream.of(here, there, List.of(later)).flatMap(List::stream).toList());

    assertThat(plan.told())
        .containsExactlyInAnyOrder(
            here.getFirst().id(),
            here.getLast().id(),
            there.getFirst().id(),
            there.getLast().id(),
            later.id());
  }

  private static List<Delivered> events(
      int partition, StreamId stream, int many, Metadata command) {
    return IntStream.range(0, many)
        .<Delivered>mapToObj(i -> good(partition, i, stream, i + 1, command))
        .toList();
  }

  @Test
  void what_is_bad_parks_its_stream_and_no_other() {
    Plan plan = Plan.of(NEW, List.of(bad(0, ONE), good(1, ONE, 2), good(2, OTHER, 1)));

    assertThat(plan.parking()).containsOnlyKeys(ONE);
    assertThat(plan.parking().get(ONE)).isEqualTo(bad(0, ONE));
    assertThat(plan.letters())
        .extracting(Bad::reason)
        .containsExactly(Reason.NOT_JSON, Reason.STREAM_PARKED);
    assertThat(versions(plan)).containsExactly(1);
  }

  @Test
  void what_follows_in_a_parked_stream_waits_too() {
    Standing standing = new Standing(Map.of(), Map.of(), Set.of(ONE));

    Plan plan = Plan.of(standing, List.of(good(0, ONE, 4)));

    assertThat(plan.events()).isEmpty();
    assertThat(plan.letters()).extracting(Bad::reason).containsExactly(Reason.STREAM_PARKED);
    // Should it have been released meanwhile, it is parked again with this.
    assertThat(plan.parking()).containsOnlyKeys(ONE);
  }

  @Test
  void what_was_held_back_is_delivered_once_it_is_released() {
    Standing standing = new Standing(Map.of(0, Cursor.ofOffset(9)), Map.of(ONE, 2), Set.of(ONE));

    Plan plan = Plan.of(standing.released(), List.of(good(4, ONE, 2), good(6, ONE, 3)));

    assertThat(versions(plan)).containsExactly(3);
    assertThat(plan.parking()).isEmpty();
  }

  @Test
  void an_unknown_type_counts_as_a_version_and_is_passed_over() {
    Plan plan =
        Plan.of(
            NEW,
            List.of(
                new Unknown(0, Cursor.ofOffset(0), ONE, 1, UUID.randomUUID()), good(1, ONE, 2)));

    assertThat(versions(plan)).containsExactly(2);
    assertThat(plan.letters()).isEmpty();
    assertThat(plan.versions()).containsExactly(Map.entry(ONE, 2));
  }

  @Test
  void partitions_are_told_apart() {
    Standing standing = new Standing(Map.of(0, Cursor.ofOffset(9)), Map.of(), Set.of());

    Plan plan =
        Plan.of(
            standing, List.of(good(3, ONE, 1), new Good(1, Cursor.ofOffset(3), event(OTHER, 1))));

    assertThat(plan.events()).extracting(StoredEvent::stream).containsExactly(OTHER);
    assertThat(plan.watermarks()).containsOnlyKeys(1);
  }

  private static List<Integer> versions(Plan plan) {
    return plan.events().stream().map(StoredEvent::version).toList();
  }

  private static Good good(
      int partition, long offset, StreamId stream, int version, Metadata metadata) {
    return new Good(
        partition,
        Cursor.ofOffset(offset),
        new StoredEvent(
            UUID.randomUUID(),
            stream,
            version,
            metadata,
            Samples.stage(stream.id(), Samples.WORDS)));
  }

  private static Delivered good(long offset, StreamId stream, int version) {
    return new Good(0, Cursor.ofOffset(offset), event(stream, version));
  }

  private static Delivered bad(long offset, StreamId stream) {
    return new Bad(0, Cursor.ofOffset(offset), Reason.NOT_JSON, stream, null);
  }

  private static StoredEvent event(StreamId stream, int version) {
    return new StoredEvent(
        UUID.randomUUID(),
        stream,
        version,
        Samples.metadata(),
        Samples.stage(stream.id(), Samples.WORDS));
  }
}

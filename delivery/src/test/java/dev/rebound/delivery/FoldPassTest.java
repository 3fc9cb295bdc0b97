package dev.rebound.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rebound.delivery.Delivered.Bad;
import dev.rebound.delivery.Delivered.Good;
import dev.rebound.delivery.Delivered.Reason;
import dev.rebound.delivery.Delivered.Unknown;
import dev.rebound.delivery.Delivery.Source;
import dev.rebound.delivery.FoldPass.OutOfRoom;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.Samples;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.EventLog.Cursor;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FoldPassTest {

  private static final Source SOURCE = Source.of(Topic.APPLICATIONS);
  private static final long MUCH = 1_000_000;

  /** A row is the last note of a candidate. */
  private static final class LastNote implements RowFold<UUID, String> {
    @Override
    public UUID row(StoredEvent event) {
      return event.event().candidateId();
    }

    @Override
    public String evolve(@Nullable String before, StoredEvent event) {
      return event.event().toString();
    }

    @Override
    public long weight(String row) {
      return RowFold.bytesOf(row);
    }

    @Override
    public List<String> columns() {
      return List.of("note");
    }

    @Override
    public Uni<Void> write(Map<UUID, String> rows, CopyRows into) {
      throw new UnsupportedOperationException();
    }
  }

  private static FoldPass<UUID, String> pass(long room) {
    return new FoldPass<>(new LastNote(), room);
  }

  private static Delivered event(StreamId stream, int version, int letters) {
    return new Good(
        0,
        Cursor.ofOffset(version),
        new StoredEvent(
            UUID.randomUUID(),
            stream,
            version,
            Samples.metadata(),
            Samples.stage(stream.id(), "x".repeat(letters))));
  }

  @Test
  void it_holds_what_its_rows_weigh_and_not_what_they_weighed_before() {
    StreamId stream = Samples.stream();
    FoldPass<UUID, String> pass = pass(MUCH);

    pass.take(SOURCE, List.of(event(stream, 1, 20_000)));
    long heavy = pass.held();
    pass.take(SOURCE, List.of(event(stream, 2, 10)));

    assertThat(heavy).isGreaterThan(40_000);
    assertThat(heavy - pass.held()).isEqualTo(2 * (20_000 - 10));
  }

  @Test
  void a_heavy_row_takes_the_room_of_many_light_ones() {
    List<Delivered> light =
        IntStream.range(0, 50).mapToObj(i -> event(Samples.stream(), 1, 1)).toList();
    FoldPass<UUID, String> pass = pass(100_000);

    pass.take(SOURCE, light);

    assertThat(pass.rows()).hasSize(50);
    assertThat(pass.held()).isLessThan(100_000);
    assertThatThrownBy(() ->
            pass(100_000)
                .take(
                    SOURCE,
                    List.of(
                        event(Samples.stream(), 1, 20_000),
                        event(Samples.stream(), 1, 20_000),
                        event(Samples.stream(), 1, 20_000))))
        .isInstanceOf(OutOfRoom.class);
  }

  @Test
  void it_stops_at_the_first_event_that_is_too_much_for_it_and_counts_none_of_the_batch() {
    FoldPass<UUID, String> pass = pass(100_000);
    pass.take(SOURCE, List.of(event(Samples.stream(), 1, 20_000)));
    List<Delivered> batch =
        IntStream.range(0, 10).mapToObj(i -> event(Samples.stream(), 1, 20_000)).toList();

    assertThatThrownBy(() -> pass.take(SOURCE, batch)).isInstanceOf(OutOfRoom.class);

    assertThat(pass.rows()).hasSize(3);
    assertThat(pass.taken()).isOne();
  }

  @Test
  void what_it_knows_of_streams_takes_room_as_well() {
    List<Delivered> passedOver =
        IntStream.range(0, 1_000)
            .<Delivered>mapToObj(
                i -> new Unknown(0, Cursor.ofOffset(i), Samples.stream(), 1, UUID.randomUUID()))
            .toList();
    List<Delivered> bad =
        IntStream.range(0, 1_000)
            .<Delivered>mapToObj(
                i -> new Bad(0, Cursor.ofOffset(i), Reason.NOT_JSON, Samples.stream(), null))
            .toList();

    assertThatThrownBy(() -> pass(100_000).take(SOURCE, passedOver)).isInstanceOf(OutOfRoom.class);
    assertThatThrownBy(() -> pass(100_000).take(SOURCE, bad)).isInstanceOf(OutOfRoom.class);
  }
}

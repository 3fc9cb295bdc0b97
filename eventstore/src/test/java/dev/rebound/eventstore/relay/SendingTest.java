package dev.rebound.eventstore.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.eventstore.Samples;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.EventLog.Cursor;
import dev.rebound.eventstore.postgres.SealedEvent;
import dev.rebound.eventstore.postgres.SealedEvent.Committed;
import dev.rebound.eventstore.relay.OrderedSender.Sending;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What may be sent, and how far the cursor may move, whatever the broker does. */
class SendingTest {

  private final List<Committed> batch =
      IntStream.range(0, 3).mapToObj(SendingTest::committed).toList();
  private final Sending sending = new Sending(batch);

  @Test
  void all_are_handed_over_in_order() {
    assertThat(List.of(sending.next(), sending.next(), sending.next(), sending.next()))
        .containsExactly(0, 1, 2, -1);
  }

  @Test
  void after_a_failure_nothing_is_handed_over() {
    sending.next();
    sending.fail(new IOException("no room"));

    assertThat(sending.next()).isEqualTo(-1);
    assertThat(sending.isOver()).isTrue();
  }

  @Test
  void what_is_acknowledged_after_a_gap_does_not_count() {
    sending.acknowledge(0);
    sending.acknowledge(2);

    assertThat(sending.cursor()).isEqualTo(batch.get(0).at());
    assertThat(sending.isOver()).isFalse();
  }

  @Test
  void the_cursor_stays_where_the_first_is_missing() {
    sending.acknowledge(1);
    sending.acknowledge(2);

    assertThat(sending.cursor()).isNull();
  }

  @Test
  void once_the_gap_is_closed_everything_counts() {
    sending.acknowledge(2);
    sending.acknowledge(1);
    sending.acknowledge(0);

    assertThat(sending.cursor()).isEqualTo(batch.get(2).at());
    assertThat(sending.isOver()).isTrue();
    assertThat(sending.failure()).isNull();
  }

  @Test
  void the_first_failure_is_the_one_that_is_told() {
    IOException first = new IOException("refused");

    assertThat(sending.fail(first)).isTrue();
    assertThat(sending.fail(new IOException("closed"))).isFalse();
    assertThat(sending.failure()).isSameAs(first);
  }

  private static Committed committed(int place) {
    StreamId stream = Samples.stream();
    return new Committed(
        new Cursor(100, place),
        new SealedEvent(
            stream.id(), stream, 1, "t", stream.id(), Samples.metadata(), new byte[10]));
  }
}

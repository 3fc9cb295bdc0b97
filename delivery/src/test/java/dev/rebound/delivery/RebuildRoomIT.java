package dev.rebound.delivery;

import static dev.rebound.delivery.History.awaitThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.delivery.Rebuild.Outcome;
import dev.rebound.events.Topic;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A rebuild holds no more in memory than there is room for, and comes to the same rows. */
class RebuildRoomIT {

  private static final Topic OWN = Topic.APPLICATIONS;
  private static final int STREAMS = 20;

  /** What each of the two threads of a rebuild may hold. */
  private static final long ROOM = 12_000;

  private final History history = new History(STREAMS);
  private final Tally tally = new Tally(true, OWN);
  private final Read read = new Read();

  @Test
  void no_more_is_folded_at_a_time_than_there_is_room_for() throws Exception {
    // Then a row weighs more than a sixth of the room.
    takeIn(30);

    Outcome outcome = rebuild(2 * ROOM);

    assertThat(tally.heaviest()).isBetween(1L, ROOM);
    assertThat(tally.passes()).isGreaterThan(STREAMS / 6);
    assertThat(outcome.differing()).isZero();
    assertThat(Tally.in(history.pool)).isEqualTo(history.ids());
    assertThat(read.events()).isEqualTo(30L * STREAMS);
  }

  @Test
  void where_there_is_room_one_pass_is_enough() throws Exception {
    takeIn(30);

    rebuild(100 * ROOM);

    assertThat(tally.passes()).isOne();
    assertThat(tally.heaviest()).isGreaterThan(ROOM);
  }

  @Test
  void where_one_candidate_is_too_much_the_events_are_applied_in_batches() throws Exception {
    takeIn(30);
    history.pool.query("update tally set ids = 'spoiled'").executeAndAwait();
    int live = tally.batches();

    Outcome outcome = rebuild(2 * 500);

    assertThat(tally.batches()).isGreaterThan(live);
    assertThat(outcome.differing()).isEqualTo(STREAMS);
    assertThat(Tally.in(history.pool)).isEqualTo(history.ids());
    assertThat(read.events()).isEqualTo(30L * STREAMS);
  }

  private void takeIn(int rounds) throws Exception {
    history.append(0, rounds);
    AppliedEvents applied =
        new AppliedEvents(history.pool, OWN, List.of(tally), List.of(), () -> false);
    try (OwnFeed feed = new OwnFeed(OWN, history.pool, history.bell, history.codec)) {
      feed.start(
          List.of(
              new ProjectionDelivery(
                  tally, new Delivery.Tools(history.pool, DeadLetters.none(), applied))));
      awaitThat(() -> Tally.in(history.pool).equals(history.ids()));
    }
  }

  private Outcome rebuild(long room) throws InterruptedException {
    return new Rebuild(
            OWN,
            history.pool,
            Records.copies(history.database),
            history.codec,
            history.sealing,
            Map.of(),
            room)
        .run(tally, read);
  }
}

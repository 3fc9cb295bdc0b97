package dev.rebound.delivery;

import static dev.rebound.delivery.History.await;
import static dev.rebound.delivery.History.awaitThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.Topic;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.pgclient.PgException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The switch meets others who hold what it wants. */
class SwitchOverIT {

  private static final Topic OWN = Topic.APPLICATIONS;
  private static final int TRIES = 10;

  private final History history = new History(5);
  private final Pool pool = history.pool;
  private final Tally tally = new Tally(OWN);

  /**
   * Somebody who has the table wants what the switch has. The server ends the wait of whom it looks
   * at when it is one, a second after that has begun to wait: the switch, where this machine does
   * not keep the other from asking for so long.
   */
  @Test
  void a_switch_that_is_given_up_in_a_deadlock_is_tried_again() throws Exception {
    takeIn(3);
    boolean gaveWay = false;
    for (int tries = 0; tries < TRIES && !gaveWay; tries++) {
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        CountDownLatch reading = new CountDownLatch(1);
        Future<Boolean> across = threads.submit(() -> standAcross(reading));
        reading.await();

        assertThat(history.rebuild(OWN).run(tally, new Read()).differing()).isZero();

        gaveWay = across.get();
      }
    }
    assertThat(gaveWay).isTrue();
    assertThat(Tally.in(pool)).isEqualTo(history.ids());
  }

  /** Whether the switch gave way. */
  private boolean standAcross(CountDownLatch reading) throws Exception {
    SqlConnection connection = await(pool.getConnection());
    try {
      Transaction transaction = await(connection.begin());
      await(connection.query("lock table tally in access share mode").execute());
      reading.countDown();
      awaitThat(this::isTheSwitchWaiting);
      await(
          connection.query("select 1 from watermark where handler = 'tally' for update").execute());
      await(transaction.commit());
      return true;
    } catch (PgException victim) {
      assertThat(victim.getSqlState()).isEqualTo("40P01");
      return false;
    } finally {
      connection.closeAndForget();
    }
  }

  private boolean isTheSwitchWaiting() {
    return pool.query(
            """
            select exists (
              select from pg_locks
              where relation = 'public.tally'::regclass and mode = 'AccessExclusiveLock'
                and not granted
            ) as waits
            """)
        .executeAndAwait()
        .iterator()
        .next()
        .getBoolean("waits");
  }

  private void takeIn(int rounds) throws Exception {
    history.append(0, rounds);
    AppliedEvents applied = new AppliedEvents(pool, OWN, List.of(tally), List.of(), () -> false);
    try (OwnFeed feed = new OwnFeed(OWN, pool, history.bell, history.codec)) {
      feed.start(
          List.of(
              new ProjectionDelivery(
                  tally, new Delivery.Tools(pool, DeadLetters.none(), applied))));
      awaitThat(() -> Tally.in(pool).equals(history.ids()));
    }
  }
}

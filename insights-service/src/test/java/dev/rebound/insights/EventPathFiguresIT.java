package dev.rebound.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens on the path of an event shows in what a running service tells. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@QuarkusTestResource(TopicsTestResource.class)
@SuppressWarnings("NullAway.Init") // What the test framework sets.
class EventPathFiguresIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Inject Pool pool;

  @Test
  void a_command_shows_at_each_step() {
    Figures before = Figures.now();

    setGoal();

    for (String figure :
        List.of(
            "http_server_requests_seconds_count{",
            "rebound_append_batch_sum",
            "rebound_append_seconds_count",
            "rebound_append_queue_count",
            "rebound_sealing_seconds_count{operation=\"seal\"",
            "rebound_sealing_seconds_count{operation=\"open\"",
            "rebound_keys_lookups_total{result=\"miss\"",
            "rebound_handler_events_total{handler=\"contexts\"",
            "rebound_handler_batch_seconds_count{handler=\"contexts\"")) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(() ->
              assertThat(Figures.now().sum(figure)).as(figure).isGreaterThan(before.sum(figure)));
    }
    assertThat(Figures.now().sum("rebound_relay_active")).isEqualTo(1.0);
  }

  @Test
  void a_transaction_that_stays_open_shows_and_so_does_what_it_holds_back() {
    SqlConnection connection = pool.getConnection().await().atMost(PATIENCE);
    try {
      connection.begin().await().atMost(PATIENCE);
      connection.query("select pg_current_xact_id()").execute().await().atMost(PATIENCE);
      setGoal();

      for (String figure :
          List.of(
              "rebound_database_horizon_age_seconds",
              "rebound_database_oldest_transaction_seconds",
              "rebound_relay_lag_seconds",
              "rebound_relay_unsent")) {
        await()
            .atMost(PATIENCE)
            .untilAsserted(() -> {
              // The database ends a transaction that is idle for long.
              connection.query("select 1").execute().await().atMost(PATIENCE);
              assertThat(Figures.now().sum(figure)).as(figure).isPositive();
            });
      }
    } finally {
      // Rolls back.
      connection.closeAndForget();
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(Figures.now().sum("rebound_relay_unsent")).isZero());
  }

  private static void setGoal() {
    new Signed()
        .send(
            "POST",
            "growth-plan/goals",
            "{\"theme\":\"ANSWER_STRUCTURE\",\"statement\":\"Answer in three sentences\"}")
        .statusCode(201);
  }
}

package dev.rebound.insights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import dev.rebound.chassis.owndata.Forgetting;
import dev.rebound.sealing.Erasures;
import dev.rebound.sealing.KeyRing;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What comes of an erased person long after the erasure does not stay. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@QuarkusTestResource(TopicsTestResource.class)
@SuppressWarnings("NullAway.Init") // What the test framework sets.
class LateRowsIT {

  private static final String SERVICE = "insights-service";
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Inject Forgetting forgetting;
  @Inject Erasures erasures;
  @Inject KeyRing keys;
  @Inject ScopedPool pool;

  @Inject
  @ReactiveDataSource("keys")
  Pool keysDatabase;

  @Test
  void rows_that_come_hours_after_the_erasure_are_deleted_as_well() {
    UUID erased = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    await(keys.forSealing(Set.of(erased)));
    await(keys.erase(erased));
    Awaitility.await()
        .atMost(LIMIT)
        .until(() -> await(erasures.state(erased)).orElseThrow().forgotten().containsKey(SERVICE));
    await(
        keysDatabase
            .preparedQuery(
                "update subject_key set erased_at = erased_at - interval '3 hours' where subject = $1")
            .execute(Tuple.of(erased)));
    comesLate(erased);
    comesLate(other);

    await(forgetting.again());

    assertThat(rows(erased)).isZero();
    assertThat(rows(other)).isOne();
  }

  private void comesLate(UUID candidate) {
    await(
        pool.query(
            Scope.ALL_BOARDS,
            "insert into board_consent (board, candidate_id, share_search) values ('acme', $1, true)",
            Tuple.of(candidate)));
  }

  private long rows(UUID candidate) {
    return await(
            pool.query(
                Scope.ALL_BOARDS,
                "select count(*) from board_consent where candidate_id = $1",
                Tuple.of(candidate)))
        .iterator()
        .next()
        .getLong(0);
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(LIMIT);
  }
}

package dev.rebound.application.handling;

import static dev.rebound.application.Candidates.as;
import static dev.rebound.application.Candidates.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.sealing.Withdrawals;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ConsentsIT {

  private static final String CONSENTS = "/api/v1/me/consents";
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Inject
  @SuppressWarnings("NullAway.Init")
  Withdrawals withdrawals;

  @Inject
  @SuppressWarnings("NullAway.Init")
  Pool pool;

  @Test
  void consentsArePutAsAWhole() {
    Candidate me = fresh();
    as(me)
        .get(CONSENTS)
        .then()
        .statusCode(200)
        .header("ETag", "\"0\"")
        .body("boards.size()", equalTo(0));
    as(me).body("{\"boards\":{}}").put(CONSENTS).then().statusCode(200);
    as(me)
        .body("{\"boards\":{\"acme\":{\"shareSearch\":true},\"globex\":{\"shareSearch\":true}}}")
        .put(CONSENTS)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .header("Rebound-Event-Id", notNullValue());
    as(me)
        .header("If-Match", "\"2\"")
        .body("{\"boards\":{\"globex\":{\"shareSearch\":true}}}")
        .put(CONSENTS)
        .then()
        .statusCode(200);
    as(me)
        .get(CONSENTS)
        .then()
        .header("ETag", "\"3\"")
        .body("boards.acme.shareSearch", equalTo(false))
        .body("boards.globex.shareSearch", equalTo(true));
  }

  /** No event has to have been read anywhere: an open transaction holds up all readers here. */
  @Test
  void whatIsTakenBackHoldsByTheTimeItIsAnswered() {
    Candidate me = fresh();
    UUID subject = UUID.fromString(me.subject());
    as(me)
        .body("{\"boards\":{\"acme\":{\"shareSearch\":true},\"globex\":{\"shareSearch\":true}}}")
        .put(CONSENTS)
        .then()
        .statusCode(200);

    SqlConnection open = pool.getConnectionAndAwait();
    try {
      open.beginAndAwait();
      open.query("select pg_current_xact_id()").executeAndAwait();
      as(me)
          .body("{\"boards\":{\"globex\":{\"shareSearch\":true}}}")
          .put(CONSENTS)
          .then()
          .statusCode(200);

      assertThat(withdrawals.isWithdrawn(subject, "acme").await().atMost(LIMIT)).isTrue();
      assertThat(withdrawals.isWithdrawn(subject, "globex").await().atMost(LIMIT)).isFalse();
    } finally {
      open.closeAndAwait();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"boards\":{\"acme\":{}}}",
        "{\"boards\":{\"acme\":null}}",
        "{\"boards\":{\"Not a board\":{\"shareSearch\":true}}}",
        "{\"boards\":{\"acme\":{\"shareSearch\":\"yes\"}}}"
      })
  void badConsentsAreRefused(String body) {
    as(fresh()).body(body).put(CONSENTS).then().statusCode(400);
  }
}

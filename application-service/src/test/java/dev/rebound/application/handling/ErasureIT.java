package dev.rebound.application.handling;

import static dev.rebound.application.Candidates.apply;
import static dev.rebound.application.Candidates.as;
import static dev.rebound.application.Candidates.fresh;
import static dev.rebound.application.Candidates.once;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ErasureIT {

  private static final Duration SOON = Duration.ofMinutes(1);
  private static final String STAGE =
      """
      {"kind":"ASSESSMENT","reachedOn":"2026-10-05"}
      """;

  @Test
  void everythingHeldIsTold() {
    Candidate me = fresh();
    String id = apply(me, "Sailmaker", "2026-10-01");
    as(me)
        .body("{\"lessons\":\"start earlier\"}")
        .put("/api/v1/applications/" + id + "/reflection")
        .then()
        .statusCode(200);
    String consent =
        as(me)
            .body("{\"boards\":{\"acme\":{\"shareSearch\":true}}}")
            .put("/api/v1/me/consents")
            .header("Rebound-Event-Id");

    as(me)
        .get("/api/v1/me/data?after=" + consent)
        .then()
        .statusCode(200)
        .body("application.events.type", hasItems("ApplicationSubmitted", "ConsentChanged"))
        .body("application.events[0].data.posting.title", equalTo("Sailmaker"))
        .body("application.reflectionDrafts[0].content.lessons", equalTo("start earlier"))
        .body("application.reflectionDrafts[0].applicationId", equalTo(id));
  }

  @Test
  void whoeverIsErasedHasNothingAndCanDoNothing() {
    Candidate me = fresh();
    String id = apply(me, "Sailmaker", "2026-10-01");
    as(me).get("/api/v1/me/erasure").then().statusCode(404);

    as(me).delete("/api/v1/me").then().statusCode(202).header("Rebound-Event-Id", notNullValue());

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            as(me)
                .get("/api/v1/me/erasure")
                .then()
                .statusCode(200)
                .body("erasedAt", notNullValue())
                .body("forgotten.application-service", notNullValue()));
    as(me).get("/api/v1/applications").then().statusCode(403);
    as(me).get("/api/v1/applications/" + id).then().statusCode(403);
    as(me).get("/api/v1/me/data").then().statusCode(403);
    // No word is in a stage, and still it is not written down.
    once(me).body(STAGE).post("/api/v1/applications/" + id + "/stages").then().statusCode(403);
    as(me).body(STAGE).post("/api/v1/applications/" + id + "/stages").then().statusCode(403);
    as(me).delete("/api/v1/me").then().statusCode(202);
  }

  @Test
  void nobodyElseIsTouched() {
    Candidate me = fresh();
    Candidate other = fresh();
    String id = apply(other, "Rigger", "2026-10-01");

    as(me).delete("/api/v1/me").then().statusCode(202);

    await()
        .atMost(SOON)
        .untilAsserted(() -> as(me).get("/api/v1/me/erasure").then().statusCode(200));
    as(other)
        .get("/api/v1/applications/" + id)
        .then()
        .statusCode(200)
        .body("posting.title", equalTo("Rigger"));
  }
}

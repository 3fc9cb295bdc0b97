package dev.rebound.application.webhooks;

import static dev.rebound.application.Candidates.as;
import static dev.rebound.application.Candidates.fresh;
import static dev.rebound.application.webhooks.CandidatesSide.LIMIT;
import static dev.rebound.application.webhooks.CandidatesSide.applied;
import static dev.rebound.application.webhooks.CandidatesSide.mappings;
import static dev.rebound.application.webhooks.CandidatesSide.personOf;
import static dev.rebound.application.webhooks.Systems.LEVER;
import static dev.rebound.application.webhooks.Systems.STANDARD;
import static dev.rebound.application.webhooks.Systems.lever;
import static dev.rebound.application.webhooks.Systems.number;
import static dev.rebound.application.webhooks.Systems.sample;
import static dev.rebound.application.webhooks.Systems.setUp;
import static dev.rebound.application.webhooks.Systems.standard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.rebound.chassis.database.ScopedPool;
import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.sealing.KeyRing;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Lever's recorded deliveries become of what the board has reported before. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class LeverIT {

  @Inject
  @SuppressWarnings("NullAway.Init")
  ScopedPool pool;

  @Inject
  @SuppressWarnings("NullAway.Init")
  KeyRing keys;

  private final CandidatesSide side = new CandidatesSide();
  private final Candidate me = side.candidate();
  private final Map<String, String> mine = side.values();

  @BeforeEach
  void setUpAndSignIn() {
    setUp("acme", "lever", LEVER).statusCode(200);
    setUp("acme", "standard", STANDARD).statusCode(200);
    side.signIn();
  }

  @Test
  void itTellsOfWhatTheBoardReportedBefore() {
    lever("acme", LEVER, "lever-archived", Instant.now(), mine)
        .statusCode(200)
        .body("outcome", equalTo("UNKNOWN_APPLICATION"));
    report(mine);

    side.theOnlyOne(
        applied(lever("acme", LEVER, "lever-unarchived", Instant.now(), mine)), "ACTIVE");
    mappings("{\"words\":{\"R-1\":\"Too few night shifts\"}}").statusCode(200);
    String id =
        side.theOnlyOne(
            applied(lever("acme", LEVER, "lever-archived", Instant.now(), mine)), "REJECTED");
    mappings("{}").statusCode(200);
    as(me)
        .get("/api/v1/applications/" + id)
        .then()
        .body("rejection.reason", equalTo("Too few night shifts"));
    lever("acme", LEVER, "lever-test", Instant.now(), mine)
        .statusCode(200)
        .body("outcome", equalTo("PING"));
  }

  @Test
  void whoIsHiredAndWhoSaidNoIsArchivedAsWell() {
    report(mine);
    applied(lever("acme", LEVER, "lever-unarchived", Instant.now(), mine));
    side.soonTheOnlyOne("ACTIVE");
    try {
      mappings("{\"reasons\":{\"R-1\":\"HIRED\"}}").statusCode(200);
      lever("acme", LEVER, "lever-archived", Instant.now(), mine)
          .statusCode(200)
          .body("outcome", equalTo("IGNORED"));
      side.soonTheOnlyOne("ACTIVE");

      mappings(
              "{\"reasons\":{\"R-1\":\"WITHDRAWN\"},\"stages\":{\"a1b2-Trial-Week\":\"ASSESSMENT\"}}")
          .statusCode(200);
      side.theOnlyOne(
          applied(lever("acme", LEVER, "lever-archived", Instant.now(), mine)), "WITHDRAWN");
      side.theOnlyOne(
          applied(lever("acme", LEVER, "lever-unarchived", Instant.now(), mine)), "ACTIVE");
      String id =
          side.theOnlyOne(
              applied(lever("acme", LEVER, "lever-stageChange", Instant.now(), mine)), "ACTIVE");
      as(me).get("/api/v1/applications/" + id).then().body("stages.kind", hasItem("ASSESSMENT"));
    } finally {
      mappings("{}").statusCode(200);
    }
    side.theOnlyOne(
        applied(lever("acme", LEVER, "lever-archived", Instant.now(), mine)), "REJECTED");
  }

  /** By whichever of its two ids the board knows the person. */
  @ParameterizedTest
  @ValueSource(strings = {"person", "contact"})
  void whatWaitsIsErased(String known) {
    Map<String, String> theirs = new HashMap<>(mine);
    theirs.putAll(Map.of("application", number(), "email", fresh().email()));
    theirs.putAll(Map.of("person", number(), "contact", number()));
    Map<String, String> reported = new HashMap<>(theirs);
    reported.put("person", theirs.get(known));
    UUID person = personOf(pool, report(reported));

    lever("acme", LEVER, "lever-deleted", Instant.now(), theirs)
        .statusCode(200)
        .body("outcome", equalTo("APPLIED"));

    assertThat(keys.forOpening(Set.of(person)).await().atMost(LIMIT)).isEmpty();
  }

  @Test
  void whatMeansNothingIsAnswered() {
    lever("acme", LEVER, "lever-applicationCreated", Instant.now(), mine)
        .statusCode(200)
        .body("outcome", equalTo("IGNORED"));
  }

  private static String report(Map<String, String> values) {
    return applied(
        standard(
            "acme",
            STANDARD,
            UUID.randomUUID().toString(),
            Instant.now(),
            sample("standard-item", values)));
  }
}

package dev.rebound.application.webhooks;

import static dev.rebound.application.Candidates.as;
import static dev.rebound.application.Candidates.fresh;
import static dev.rebound.application.webhooks.CandidatesSide.LIMIT;
import static dev.rebound.application.webhooks.CandidatesSide.applied;
import static dev.rebound.application.webhooks.CandidatesSide.kept;
import static dev.rebound.application.webhooks.CandidatesSide.mappings;
import static dev.rebound.application.webhooks.CandidatesSide.personOf;
import static dev.rebound.application.webhooks.Systems.ASHBY;
import static dev.rebound.application.webhooks.Systems.ashby;
import static dev.rebound.application.webhooks.Systems.number;
import static dev.rebound.application.webhooks.Systems.sample;
import static dev.rebound.application.webhooks.Systems.setUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyIterable;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

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

/** What Ashby's recorded deliveries become, at the candidate's side. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class AshbyIT {

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
    setUp("acme", "ashby", ASHBY).statusCode(200);
    side.signIn();
  }

  @Test
  void aRejectionIsAtTheStageThatWasToldBefore() {
    String action = UUID.randomUUID().toString();
    String stage = filled("ashby-candidateStageChange", action);
    kept(ashby("acme", ASHBY, stage));
    ashby("acme", ASHBY, stage).statusCode(200).body("outcome", equalTo("REPEATED"));

    // One action of Ashby's leads to several events, all with its id.
    String id =
        side.theOnlyOne(
            applied(ashby("acme", ASHBY, filled("ashby-rejected", action))), "REJECTED");

    as(me)
        .get("/api/v1/applications/" + id)
        .then()
        .body("posting.title", equalTo("Sail maker"))
        .body("appliedOn", equalTo("2026-09-10"))
        .body("rejection.stage", equalTo("RECRUITER_SCREEN"))
        .body("rejection.rejectedOn", equalTo("2026-10-03"))
        .body("rejection.reason", equalTo("Needs more practice with heavy canvas"))
        .body("recruiter.email", equalTo("kim@nordwind.example"));
  }

  /** No event of Ashby's says so: the application is active again, later than it was archived. */
  @Test
  void aRejectionIsTakenBack() {
    String active = filled("ashby-candidateStageChange", "one");
    kept(ashby("acme", ASHBY, active));
    side.theOnlyOne(applied(ashby("acme", ASHBY, filled("ashby-rejected", "two"))), "REJECTED");

    // What was so before it was archived, and comes late.
    ashby("acme", ASHBY, active.replace("\"one", "\"late"))
        .statusCode(200)
        .body("outcome", equalTo("UNCHANGED"));
    String later = Instant.now().plusSeconds(60).toString();
    side.theOnlyOne(
        applied(
            ashby(
                "acme",
                ASHBY,
                active.replace("\"one", "\"three").replace("2026-09-22T11:00:00.000Z", later))),
        "ACTIVE");
  }

  /** Both came at once, after the service could not be reached for a while. */
  @Test
  void aRejectionIsTakenBackThatWasHeardOfAtTheSameTime() {
    side.theOnlyOne(applied(ashby("acme", ASHBY, filled("ashby-rejected", "one"))), "REJECTED");
    side.theOnlyOne(applied(ashby("acme", ASHBY, filled("ashby-reopened", "two"))), "ACTIVE");

    // The other event of the same archiving, which comes late: by its time it is overtaken.
    ashby(
            "acme",
            ASHBY,
            filled("ashby-rejected", "three").replace("applicationUpdate", "candidateStageChange"))
        .statusCode(200)
        .body("outcome", equalTo("UNCHANGED"));
    side.soonTheOnlyOne("ACTIVE");
    // Something else was changed of what was archived then.
    ashby(
            "acme",
            ASHBY,
            filled("ashby-rejected", "four")
                .replace(
                    "\"updatedAt\": \"2026-10-03",
                    "\"archivedAt\": \"2026-10-03T11:00:00Z\", \"updatedAt\": \"2026-10-05"))
        .statusCode(200)
        .body("outcome", equalTo("UNCHANGED"));
    side.soonTheOnlyOne("ACTIVE");
    // The same words once more, and later: that is another rejection.
    side.theOnlyOne(
        applied(
            ashby(
                "acme",
                ASHBY,
                filled("ashby-rejected", "five")
                    .replace(
                        "\"updatedAt\": \"2026-10-03",
                        "\"archivedAt\": \"2026-10-05T11:00:00Z\", \"updatedAt\": \"2026-10-05"))),
        "REJECTED");
  }

  @Test
  void theCandidateSaidNo() {
    kept(ashby("acme", ASHBY, filled("ashby-candidateStageChange", "one")));
    kept(
        ashby(
            "acme",
            ASHBY,
            filled("ashby-rejected", "two").replace("RejectedByOrg", "RejectedByCandidate")));
    side.soonTheOnlyOne("WITHDRAWN");
    ashby("acme", ASHBY, filled("ashby-ping", "three"))
        .statusCode(200)
        .body("outcome", equalTo("PING"));
  }

  @Test
  void whatWasWithdrawnIsRejectedLater() {
    kept(ashby("acme", ASHBY, filled("ashby-candidateStageChange", "one")));
    kept(ashby("acme", ASHBY, filled("ashby-withdrawn", "two")));
    side.soonTheOnlyOne("WITHDRAWN");
    kept(ashby("acme", ASHBY, filled("ashby-reopened", "three")));
    side.soonTheOnlyOne("ACTIVE");
    side.theOnlyOne(
        applied(ashby("acme", ASHBY, filled("ashby-rejected", "four").replace("10-03T", "10-05T"))),
        "REJECTED");
  }

  @Test
  void aReasonMayBePutRight() {
    side.theOnlyOne(applied(ashby("acme", ASHBY, filled("ashby-rejected", "one"))), "REJECTED");
    side.theOnlyOne(
        applied(ashby("acme", ASHBY, filled("ashby-withdrawn", "two").replace("10-03T", "10-04T"))),
        "WITHDRAWN");
    side.theOnlyOne(
        applied(
            ashby("acme", ASHBY, filled("ashby-rejected", "three").replace("10-03T", "10-05T"))),
        "REJECTED");
  }

  @Test
  void itIsArchivedForOtherReasonsToo() {
    String closed = filled("ashby-rejected", "one").replace("RejectedByOrg", "Other");
    ashby("acme", ASHBY, closed).statusCode(200).body("outcome", equalTo("IGNORED"));
    as(me).get("/api/v1/applications").then().body("items", emptyIterable());

    mappings("{\"reasons\":{\"c9a1\":\"REJECTED\"}}").statusCode(200);
    try {
      side.theOnlyOne(applied(ashby("acme", ASHBY, closed.replace("\"one", "\"two"))), "REJECTED");
    } finally {
      mappings("{}").statusCode(200);
    }
  }

  @Test
  void itIsArchivedForNoReason() {
    String id =
        side.theOnlyOne(
            applied(ashby("acme", ASHBY, filled("ashby-no_reason", "one"))), "REJECTED");
    as(me).get("/api/v1/applications/" + id).then().body("rejection.reason", nullValue());
  }

  @Test
  void whatWaitsIsErased() {
    Map<String, String> theirs = new HashMap<>(mine);
    theirs.putAll(Map.of("application", number(), "person", number(), "email", fresh().email()));
    String event =
        applied(
            ashby("acme", ASHBY, sample("ashby-rejected", theirs).replace("{action}", number())));
    UUID person = personOf(pool, event);

    ashby("acme", ASHBY, sample("ashby-candidateDelete", theirs).replace("{action}", number()))
        .statusCode(200)
        .body("outcome", equalTo("APPLIED"));

    assertThat(keys.forOpening(Set.of(person)).await().atMost(LIMIT)).isEmpty();
  }

  @Test
  void whatMeansNothingIsAnswered() {
    ashby("acme", ASHBY, filled("ashby-jobPostingUpdate", "one"))
        .statusCode(200)
        .body("outcome", equalTo("IGNORED"));
  }

  private String filled(String name, String action) {
    return sample(name, mine).replace("{action}", action + mine.get("application"));
  }
}

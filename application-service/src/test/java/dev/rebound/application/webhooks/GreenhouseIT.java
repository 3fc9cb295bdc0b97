package dev.rebound.application.webhooks;

import static dev.rebound.application.Candidates.as;
import static dev.rebound.application.Candidates.fresh;
import static dev.rebound.application.webhooks.CandidatesSide.LIMIT;
import static dev.rebound.application.webhooks.CandidatesSide.applied;
import static dev.rebound.application.webhooks.CandidatesSide.board;
import static dev.rebound.application.webhooks.CandidatesSide.column;
import static dev.rebound.application.webhooks.CandidatesSide.kept;
import static dev.rebound.application.webhooks.CandidatesSide.mappings;
import static dev.rebound.application.webhooks.CandidatesSide.personOf;
import static dev.rebound.application.webhooks.Systems.GREENHOUSE;
import static dev.rebound.application.webhooks.Systems.greenhouse;
import static dev.rebound.application.webhooks.Systems.number;
import static dev.rebound.application.webhooks.Systems.sample;
import static dev.rebound.application.webhooks.Systems.setUp;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyIterable;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.rebound.chassis.database.ScopedPool;
import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.sealing.KeyRing;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Greenhouse's recorded deliveries become, at the candidate's side. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class GreenhouseIT {

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
    setUp("acme", "greenhouse", GREENHOUSE).statusCode(200);
    side.signIn();
  }

  @Test
  void aRejectionIsTakenBackAndMadeAgain() {
    String rejection = sample("greenhouse-reject_candidate", mine);

    String id = side.theOnlyOne(applied(greenhouse("acme", GREENHOUSE, rejection)), "REJECTED");
    as(me)
        .get("/api/v1/applications/" + id)
        .then()
        .body("posting.title", equalTo("Ward manager"))
        .body("posting.company", equalTo("acme"))
        .body("posting.location", equalTo("Utrecht"))
        .body("appliedOn", equalTo("2026-09-14"))
        .body("stages.kind", contains("PANEL_INTERVIEW"))
        .body("rejection.stage", equalTo("PANEL_INTERVIEW"))
        .body("rejection.rejectedOn", equalTo("2026-10-02"))
        .body("rejection.reason", equalTo("Too few night shifts"))
        .body("rejection.message", nullValue())
        .body("rejection.source", equalTo("BOARD"))
        .body("recruiter.email", equalTo("kim@lakeside.example"))
        .body("board", equalTo("acme"));

    side.theOnlyOne(
        applied(greenhouse("acme", GREENHOUSE, sample("greenhouse-unreject_candidate", mine))),
        "ACTIVE");
    // The first delivery once more: known, though the application could be rejected now.
    greenhouse("acme", GREENHOUSE, rejection).statusCode(200).body("outcome", equalTo("REPEATED"));
    side.theOnlyOne(
        applied(greenhouse("acme", GREENHOUSE, rejection.replace("2026-10-02", "2026-10-09"))),
        "REJECTED");
  }

  @Test
  void aStageAndThatTheCandidateSaidNo() {
    kept(greenhouse("acme", GREENHOUSE, sample("greenhouse-candidate_stage_change", mine)));
    String id = side.soonTheOnlyOne("ACTIVE");
    as(me)
        .get("/api/v1/applications/" + id)
        .then()
        .body("stages.kind", contains("RECRUITER_SCREEN"))
        .body("stages.reachedOn", contains("2026-09-20"));

    kept(greenhouse("acme", GREENHOUSE, sample("greenhouse-they_rejected_us", mine)));
    side.soonTheOnlyOne("WITHDRAWN");
  }

  /** What is answered before a rejection is reported tells no board who has an account. */
  @Test
  void aStageIsAnsweredAlikeWhoeverItIsOf() {
    Map<String, String> nobodys = new HashMap<>(mine);
    nobodys.putAll(Map.of("application", number(), "person", number(), "email", fresh().email()));
    List<String> told =
        List.of(
            "greenhouse-candidate_stage_change",
            "greenhouse-candidate_stage_change",
            "greenhouse-unreject_candidate",
            "greenhouse-they_rejected_us");

    for (String sample : told) {
      String ofMine = answer(greenhouse("acme", GREENHOUSE, sample(sample, mine)));
      String ofNobody = answer(greenhouse("acme", GREENHOUSE, sample(sample, nobodys)));
      assertThat(ofMine).as(sample).isEqualTo(ofNobody).endsWith(" null");
    }
    side.soonTheOnlyOne("WITHDRAWN");
  }

  @Test
  void ofSeveralAddressesOneIsTheCandidates() {
    Candidate later = fresh();
    String two =
        "[{\"value\": \"%s\", \"type\": \"work\"}, {\"value\": \"%s\", \"type\": \"personal\"}]";
    String rejection =
        sample("greenhouse-reject_candidate", mine)
            .replaceFirst("\\[\\{\"value.*?]", two.formatted(later.email(), me.email()));
    side.theOnlyOne(applied(greenhouse("acme", GREENHOUSE, rejection)), "REJECTED");

    // Where nobody has signed in with any, it waits for the first.
    applied(
        greenhouse(
            "acme",
            GREENHOUSE,
            rejection
                .replace(me.email(), fresh().email())
                .replace(String.valueOf(mine.get("application")), number())
                .replace(String.valueOf(mine.get("person")), number())));
    Awaitility.await()
        .atMost(LIMIT)
        .untilAsserted(() ->
            as(later)
                .get("/api/v1/applications")
                .then()
                .body("items.status", contains("REJECTED")));
  }

  @Test
  void whatWaitsIsErased() {
    Candidate later = fresh();
    Map<String, String> theirs =
        Map.of("application", number(), "person", number(), "email", later.email());
    String rejection = sample("greenhouse-reject_candidate", theirs);
    String event = applied(greenhouse("acme", GREENHOUSE, rejection));
    UUID person = personOf(pool, event);

    // Other fields than those that say who it is.
    greenhouse("acme", GREENHOUSE, sample("greenhouse-candidate_anonymized-notes", theirs))
        .statusCode(200)
        .body("outcome", equalTo("IGNORED"));
    assertThat(keys.forOpening(Set.of(person)).await().atMost(LIMIT)).isNotEmpty();
    greenhouse("acme", GREENHOUSE, sample("greenhouse-candidate_anonymized", theirs))
        .statusCode(200)
        .body("outcome", equalTo("APPLIED"));
    greenhouse("acme", GREENHOUSE, sample("greenhouse-delete_candidate", theirs))
        .statusCode(200)
        .body("outcome", equalTo("UNCHANGED"));

    // Its words are gone with the key, nothing leads to it, and nothing more is kept of the person.
    assertThat(keys.forOpening(Set.of(person)).await().atMost(LIMIT)).isEmpty();
    greenhouse("acme", GREENHOUSE, rejection.replace("2026-10-02", "2026-10-09"))
        .statusCode(200)
        .body("outcome", equalTo("UNCHANGED"));
    as(later).get("/api/v1/applications").then().statusCode(200).body("items", emptyIterable());
    assertThat(
            column(pool, "select count(*)::text from event where candidate = $1", later.subject()))
        .isEqualTo("0");
    Awaitility.await()
        .atMost(LIMIT)
        .untilAsserted(() ->
            assertThat(
                    column(
                        pool,
                        "select count(*)::text from application_summary where owner = $1",
                        person.toString()))
                .isEqualTo("0"));
  }

  @Test
  void itIsAnsweredWhateverItSends() {
    greenhouse("acme", GREENHOUSE, sample("greenhouse-ping", mine))
        .statusCode(200)
        .body("outcome", equalTo("PING"));
    greenhouse("acme", GREENHOUSE, sample("greenhouse-hire_candidate", mine))
        .statusCode(200)
        .body("outcome", equalTo("IGNORED"));
    greenhouse("acme", GREENHOUSE, sample("greenhouse-jobless", mine))
        .statusCode(200)
        .body("outcome", equalTo("UNKNOWN_APPLICATION"));
    // Somebody whom the employer has found, with an address and a job: they never applied.
    greenhouse("acme", GREENHOUSE, sample("greenhouse-prospect", mine))
        .statusCode(200)
        .body("outcome", equalTo("IGNORED"));
    greenhouse("acme", GREENHOUSE, sample("greenhouse-merge_candidate", mine))
        .statusCode(200)
        .body("outcome", equalTo("IGNORED"));
    greenhouse("acme", GREENHOUSE, "[]").statusCode(200).body("outcome", equalTo("UNUSABLE"));
    given()
        .get("/q/metrics")
        .then()
        .body(containsString("rebound_webhooks_total{outcome=\"IGNORED\",provider=\"greenhouse\""));
    as(me).get("/api/v1/applications").then().body("items", emptyIterable());
  }

  /** The candidate said no, thought better of it, and was rejected in the end. */
  @Test
  void whatWasWithdrawnIsRejectedLater() {
    kept(greenhouse("acme", GREENHOUSE, sample("greenhouse-candidate_stage_change", mine)));
    kept(greenhouse("acme", GREENHOUSE, sample("greenhouse-they_rejected_us", mine)));
    side.soonTheOnlyOne("WITHDRAWN");
    kept(greenhouse("acme", GREENHOUSE, sample("greenhouse-unreject_candidate", mine)));
    String id = side.soonTheOnlyOne("ACTIVE");

    side.theOnlyOne(
        applied(greenhouse("acme", GREENHOUSE, sample("greenhouse-reject_candidate", mine))),
        "REJECTED");
    as(me)
        .get("/api/v1/applications/" + id)
        .then()
        .body("timeline.title", hasItem("Withdrawal taken back"));
  }

  /** A board takes back what boards have said, and never what the candidate has. */
  @Test
  void theCandidatesOwnWithdrawalIsFinal() {
    String id =
        side.theOnlyOne(
            applied(greenhouse("acme", GREENHOUSE, sample("greenhouse-reject_candidate", mine))),
            "REJECTED");
    applied(greenhouse("acme", GREENHOUSE, sample("greenhouse-unreject_candidate", mine)));
    as(me).body("{}").post("/api/v1/applications/" + id + "/withdrawal").then().statusCode(200);

    greenhouse(
            "acme",
            GREENHOUSE,
            sample("greenhouse-unreject_candidate", mine).replace("2026-10-02", "2026-10-09"))
        .statusCode(200)
        .body("outcome", equalTo("UNCHANGED"));
    greenhouse(
            "acme",
            GREENHOUSE,
            sample("greenhouse-reject_candidate", mine).replace("2026-10-02", "2026-10-10"))
        .statusCode(200)
        .body("outcome", equalTo("UNCHANGED"));
    side.soonTheOnlyOne("WITHDRAWN");
  }

  /** Greenhouse asks again for what was answered 503, and tells meanwhile what came later. */
  @Test
  void aRejectionThatWasTakenBackBeforeItCameIsNone() {
    greenhouse(
            "acme",
            GREENHOUSE,
            sample("greenhouse-unreject_candidate", mine).replace("15:50:41", "16:10:00"))
        .statusCode(200)
        .body("outcome", equalTo("NOT_REPORTED"));
    greenhouse("acme", GREENHOUSE, sample("greenhouse-reject_candidate", mine))
        .statusCode(200)
        .body("outcome", equalTo("UNCHANGED"));
    as(me).get("/api/v1/applications").then().body("items", emptyIterable());
  }

  @Test
  void aRejectionNamesWhomToAskWhereNobodyIsKnown() {
    kept(
        greenhouse(
            "acme",
            GREENHOUSE,
            withoutRecruiter(sample("greenhouse-candidate_stage_change", mine))));
    String id = side.soonTheOnlyOne("ACTIVE");
    as(me).get("/api/v1/applications/" + id).then().body("recruiter", nullValue());

    side.theOnlyOne(
        applied(greenhouse("acme", GREENHOUSE, sample("greenhouse-reject_candidate", mine))),
        "REJECTED");
    as(me)
        .get("/api/v1/applications/" + id)
        .then()
        .body("recruiter.email", equalTo("kim@lakeside.example"));
  }

  /** That it ended somewhere else is known, and where is not. */
  @Test
  void aStageThatIsInNoTableMovesNoRejection() {
    kept(greenhouse("acme", GREENHOUSE, sample("greenhouse-candidate_stage_change", mine)));
    String id = side.soonTheOnlyOne("ACTIVE");
    side.theOnlyOne(
        applied(
            greenhouse(
                "acme",
                GREENHOUSE,
                sample("greenhouse-reject_candidate", mine)
                    .replace("Face to Face", "Trial week " + id))),
        "REJECTED");
    as(me)
        .get("/api/v1/applications/" + id)
        .then()
        .body("stages.kind", contains("RECRUITER_SCREEN"))
        .body("rejection.stage", nullValue());
  }

  @Test
  void aBoardSaysWhatItsNamesMean() {
    mappings(
            "{\"company\":\"Lakeside\",\"stages\":{\"Trial week\":\"ASSESSMENT\"},\"reasons\":{\"14\":\"WITHDRAWN\"}}")
        .statusCode(200);
    try {
      String stage =
          sample("greenhouse-candidate_stage_change", mine)
              .replace("Preliminary Phone Screen", "TRIAL WEEK");
      kept(greenhouse("acme", GREENHOUSE, stage));
      String id = side.soonTheOnlyOne("ACTIVE");
      as(me)
          .get("/api/v1/applications/" + id)
          .then()
          .body("posting.company", equalTo("Lakeside"))
          .body("stages.kind", contains("ASSESSMENT"));
      String strange = "Garden walk " + UUID.randomUUID();
      greenhouse(
              "acme",
              GREENHOUSE,
              sample("greenhouse-candidate_stage_change", mine)
                  .replace("Preliminary Phone Screen", strange))
          .statusCode(200)
          .body("outcome", equalTo("UNCHANGED"));
      kept(greenhouse("acme", GREENHOUSE, sample("greenhouse-reject_candidate", mine)));
      side.soonTheOnlyOne("WITHDRAWN");
      board("board-admin")
          .get("/api/v1/boards/acme/mappings")
          .then()
          .body("unmapped", hasItem(strange));
      board("board-admin2")
          .get("/api/v1/boards/globex/mappings")
          .then()
          .statusCode(200)
          .body("unmapped", not(hasItem(strange)));
      board("board-admin2").get("/api/v1/boards/acme/mappings").then().statusCode(404);
    } finally {
      mappings("{}").statusCode(200);
    }
  }

  private static String answer(ValidatableResponse response) {
    var answer = response.statusCode(200).extract();
    return answer.asString() + " " + answer.header("Rebound-Event-Id");
  }

  private static String withoutRecruiter(String body) {
    return body.replaceFirst("\"recruiter\": \\{.*?}", "\"recruiter\": null");
  }
}

package dev.rebound.application.webhooks;

import static dev.rebound.application.Candidates.as;
import static dev.rebound.application.Candidates.fresh;
import static dev.rebound.application.webhooks.Systems.ASHBY;
import static dev.rebound.application.webhooks.Systems.GREENHOUSE;
import static dev.rebound.application.webhooks.Systems.LEVER;
import static dev.rebound.application.webhooks.Systems.STANDARD;
import static dev.rebound.application.webhooks.Systems.ashby;
import static dev.rebound.application.webhooks.Systems.greenhouse;
import static dev.rebound.application.webhooks.Systems.lever;
import static dev.rebound.application.webhooks.Systems.number;
import static dev.rebound.application.webhooks.Systems.sample;
import static dev.rebound.application.webhooks.Systems.setUp;
import static dev.rebound.application.webhooks.Systems.standard;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyIterable;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.sealing.KeyRing;
import dev.rebound.testkit.Stack;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each vendor's recorded deliveries become, at the candidate's side. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class VendorsIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Inject
  @SuppressWarnings("NullAway.Init")
  ScopedPool pool;

  @Inject
  @SuppressWarnings("NullAway.Init")
  KeyRing keys;

  private final Candidate me = fresh();
  private final Map<String, String> mine =
      Map.of(
          "application",
          number(),
          "person",
          number(),
          "email",
          me.email(),
          "stage",
          "Preliminary Phone Screen",
          "type",
          "RejectedByOrg",
          "reason",
          "r-1");

  @BeforeEach
  void setUpAndSignIn() {
    setUp("acme", "greenhouse", GREENHOUSE).statusCode(200);
    setUp("acme", "ashby", ASHBY).statusCode(200);
    setUp("acme", "lever", LEVER).statusCode(200);
    setUp("acme", "standard", STANDARD).statusCode(200);
    as(me).get("/api/v1/applications").then().statusCode(200).body("items", emptyIterable());
  }

  @Test
  void greenhouseRejectsTakesBackAndRejectsAgain() {
    String rejection = sample("greenhouse-reject_candidate", mine);

    String id = theOnlyOne(applied(greenhouse("acme", GREENHOUSE, rejection)), "REJECTED");
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

    theOnlyOne(
        applied(greenhouse("acme", GREENHOUSE, sample("greenhouse-unreject_candidate", mine))),
        "ACTIVE");
    // The first delivery once more: known, though the application could be rejected now.
    greenhouse("acme", GREENHOUSE, rejection).statusCode(200).body("outcome", equalTo("REPEATED"));
    theOnlyOne(
        applied(greenhouse("acme", GREENHOUSE, rejection.replace("2026-10-02", "2026-10-09"))),
        "REJECTED");
  }

  @Test
  void greenhouseTellsStagesAndThatTheCandidateSaidNo() {
    kept(greenhouse("acme", GREENHOUSE, sample("greenhouse-candidate_stage_change", mine)));
    String id = soonTheOnlyOne("ACTIVE");
    as(me)
        .get("/api/v1/applications/" + id)
        .then()
        .body("stages.kind", contains("RECRUITER_SCREEN"))
        .body("stages.reachedOn", contains("2026-09-20"));

    kept(greenhouse("acme", GREENHOUSE, sample("greenhouse-they_rejected_us", mine)));
    soonTheOnlyOne("WITHDRAWN");
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
    soonTheOnlyOne("WITHDRAWN");
  }

  private static String answer(ValidatableResponse response) {
    var answer = response.statusCode(200).extract();
    return answer.asString() + " " + answer.header("Rebound-Event-Id");
  }

  @Test
  void greenhouseNamesSeveralAddresses() {
    Candidate later = fresh();
    String two =
        "[{\"value\": \"%s\", \"type\": \"work\"}, {\"value\": \"%s\", \"type\": \"personal\"}]";
    String rejection =
        sample("greenhouse-reject_candidate", mine)
            .replaceFirst("\\[\\{\"value.*?]", two.formatted(later.email(), me.email()));
    theOnlyOne(applied(greenhouse("acme", GREENHOUSE, rejection)), "REJECTED");

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
  void greenhouseErasesWhatWaits() {
    Candidate later = fresh();
    Map<String, String> theirs =
        Map.of("application", number(), "person", number(), "email", later.email());
    String rejection = sample("greenhouse-reject_candidate", theirs);
    String event = applied(greenhouse("acme", GREENHOUSE, rejection));
    UUID person = UUID.fromString(column("select candidate from event where id = $1", event));

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
    assertThat(column("select count(*)::text from event where candidate = $1", later.subject()))
        .isEqualTo("0");
    Awaitility.await()
        .atMost(LIMIT)
        .untilAsserted(() ->
            assertThat(
                    column(
                        "select count(*)::text from application_summary where owner = $1",
                        person.toString()))
                .isEqualTo("0"));
  }

  @Test
  void greenhouseIsAnsweredWhateverItSends() {
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

  @Test
  void theOthersAreAnsweredWhateverTheySend() {
    ashby("acme", ASHBY, filled("ashby-jobPostingUpdate", "one"))
        .statusCode(200)
        .body("outcome", equalTo("IGNORED"));
    lever("acme", LEVER, "lever-applicationCreated", Instant.now(), mine)
        .statusCode(200)
        .body("outcome", equalTo("IGNORED"));
    standard(
            "acme",
            STANDARD,
            UUID.randomUUID().toString(),
            Instant.now(),
            sample("standard-ping", mine))
        .statusCode(200)
        .body("outcome", equalTo("PING"));
  }

  @Test
  void ashbyRejectsAtTheStageItToldBefore() {
    String action = UUID.randomUUID().toString();
    String stage = filled("ashby-candidateStageChange", action);
    kept(ashby("acme", ASHBY, stage));
    ashby("acme", ASHBY, stage).statusCode(200).body("outcome", equalTo("REPEATED"));

    // One action of Ashby's leads to several events, all with its id.
    String id =
        theOnlyOne(applied(ashby("acme", ASHBY, filled("ashby-rejected", action))), "REJECTED");

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
  void ashbyTakesARejectionBack() {
    String active = filled("ashby-candidateStageChange", "one");
    kept(ashby("acme", ASHBY, active));
    theOnlyOne(applied(ashby("acme", ASHBY, filled("ashby-rejected", "two"))), "REJECTED");

    // What was so before it was archived, and comes late.
    ashby("acme", ASHBY, active.replace("\"one", "\"late"))
        .statusCode(200)
        .body("outcome", equalTo("UNCHANGED"));
    String later = Instant.now().plusSeconds(60).toString();
    theOnlyOne(
        applied(
            ashby(
                "acme",
                ASHBY,
                active.replace("\"one", "\"three").replace("2026-09-22T11:00:00.000Z", later))),
        "ACTIVE");
  }

  /** Both came at once, after the service could not be reached for a while. */
  @Test
  void ashbyTakesARejectionBackThatWasHeardOfAtTheSameTime() {
    theOnlyOne(applied(ashby("acme", ASHBY, filled("ashby-rejected", "one"))), "REJECTED");
    theOnlyOne(applied(ashby("acme", ASHBY, filled("ashby-reopened", "two"))), "ACTIVE");

    // The other event of the same archiving, which comes late: by its time it is overtaken.
    ashby(
            "acme",
            ASHBY,
            filled("ashby-rejected", "three").replace("applicationUpdate", "candidateStageChange"))
        .statusCode(200)
        .body("outcome", equalTo("UNCHANGED"));
    soonTheOnlyOne("ACTIVE");
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
    soonTheOnlyOne("ACTIVE");
    // The same words once more, and later: that is another rejection.
    theOnlyOne(
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
  void ashbyTellsThatTheCandidateSaidNo() {
    kept(ashby("acme", ASHBY, filled("ashby-candidateStageChange", "one")));
    kept(
        ashby(
            "acme",
            ASHBY,
            filled("ashby-rejected", "two").replace("RejectedByOrg", "RejectedByCandidate")));
    soonTheOnlyOne("WITHDRAWN");
    ashby("acme", ASHBY, filled("ashby-ping", "three"))
        .statusCode(200)
        .body("outcome", equalTo("PING"));
  }

  /** The candidate said no, thought better of it, and was rejected in the end. */
  @Test
  void whatABoardHasWithdrawnIsRejectedLater() {
    kept(greenhouse("acme", GREENHOUSE, sample("greenhouse-candidate_stage_change", mine)));
    kept(greenhouse("acme", GREENHOUSE, sample("greenhouse-they_rejected_us", mine)));
    soonTheOnlyOne("WITHDRAWN");
    kept(greenhouse("acme", GREENHOUSE, sample("greenhouse-unreject_candidate", mine)));
    String id = soonTheOnlyOne("ACTIVE");

    theOnlyOne(
        applied(greenhouse("acme", GREENHOUSE, sample("greenhouse-reject_candidate", mine))),
        "REJECTED");
    as(me)
        .get("/api/v1/applications/" + id)
        .then()
        .body("timeline.title", hasItem("Withdrawal taken back"));
  }

  @Test
  void whatAshbyHasWithdrawnIsRejectedLater() {
    kept(ashby("acme", ASHBY, filled("ashby-candidateStageChange", "one")));
    kept(ashby("acme", ASHBY, filled("ashby-withdrawn", "two")));
    soonTheOnlyOne("WITHDRAWN");
    kept(ashby("acme", ASHBY, filled("ashby-reopened", "three")));
    soonTheOnlyOne("ACTIVE");
    theOnlyOne(
        applied(ashby("acme", ASHBY, filled("ashby-rejected", "four").replace("10-03T", "10-05T"))),
        "REJECTED");
  }

  @Test
  void aReasonMayBePutRight() {
    theOnlyOne(applied(ashby("acme", ASHBY, filled("ashby-rejected", "one"))), "REJECTED");
    theOnlyOne(
        applied(ashby("acme", ASHBY, filled("ashby-withdrawn", "two").replace("10-03T", "10-04T"))),
        "WITHDRAWN");
    theOnlyOne(
        applied(
            ashby("acme", ASHBY, filled("ashby-rejected", "three").replace("10-03T", "10-05T"))),
        "REJECTED");
  }

  /** A board takes back what boards have said, and never what the candidate has. */
  @Test
  void theCandidatesOwnWithdrawalIsFinal() {
    String id =
        theOnlyOne(
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
    soonTheOnlyOne("WITHDRAWN");
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
    String id = soonTheOnlyOne("ACTIVE");
    as(me).get("/api/v1/applications/" + id).then().body("recruiter", nullValue());

    theOnlyOne(
        applied(greenhouse("acme", GREENHOUSE, sample("greenhouse-reject_candidate", mine))),
        "REJECTED");
    as(me)
        .get("/api/v1/applications/" + id)
        .then()
        .body("recruiter.email", equalTo("kim@lakeside.example"));
  }

  private static String withoutRecruiter(String body) {
    return body.replaceFirst("\"recruiter\": \\{.*?}", "\"recruiter\": null");
  }

  /** That it ended somewhere else is known, and where is not. */
  @Test
  void aStageThatIsInNoTableMovesNoRejection() {
    kept(greenhouse("acme", GREENHOUSE, sample("greenhouse-candidate_stage_change", mine)));
    String id = soonTheOnlyOne("ACTIVE");
    theOnlyOne(
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
  void ashbyArchivesForOtherReasonsToo() {
    String closed = filled("ashby-rejected", "one").replace("RejectedByOrg", "Other");
    ashby("acme", ASHBY, closed).statusCode(200).body("outcome", equalTo("IGNORED"));
    as(me).get("/api/v1/applications").then().body("items", emptyIterable());

    mappings("{\"reasons\":{\"c9a1\":\"REJECTED\"}}").statusCode(200);
    try {
      theOnlyOne(applied(ashby("acme", ASHBY, closed.replace("\"one", "\"two"))), "REJECTED");
    } finally {
      mappings("{}").statusCode(200);
    }
  }

  @Test
  void ashbyArchivesForNoReason() {
    String id =
        theOnlyOne(applied(ashby("acme", ASHBY, filled("ashby-no_reason", "one"))), "REJECTED");
    as(me).get("/api/v1/applications/" + id).then().body("rejection.reason", nullValue());
  }

  @Test
  void ashbyAndLeverEraseWhatWaits() {
    Map<String, String> theirs = new HashMap<>(mine);
    theirs.putAll(Map.of("application", number(), "person", number(), "email", fresh().email()));
    String event =
        applied(
            ashby("acme", ASHBY, sample("ashby-rejected", theirs).replace("{action}", number())));
    UUID person = UUID.fromString(column("select candidate from event where id = $1", event));
    ashby("acme", ASHBY, sample("ashby-candidateDelete", theirs).replace("{action}", number()))
        .statusCode(200)
        .body("outcome", equalTo("APPLIED"));
    assertThat(keys.forOpening(Set.of(person)).await().atMost(LIMIT)).isEmpty();

    theirs.putAll(Map.of("application", number(), "person", number()));
    event =
        applied(
            standard(
                "acme",
                STANDARD,
                UUID.randomUUID().toString(),
                Instant.now(),
                sample("standard-item", theirs)));
    person = UUID.fromString(column("select candidate from event where id = $1", event));
    lever("acme", LEVER, "lever-deleted", Instant.now(), theirs)
        .statusCode(200)
        .body("outcome", equalTo("APPLIED"));
    assertThat(keys.forOpening(Set.of(person)).await().atMost(LIMIT)).isEmpty();
  }

  @Test
  void leverArchivesWhoIsHiredAndWhoSaidNo() {
    applied(
        standard(
            "acme",
            STANDARD,
            UUID.randomUUID().toString(),
            Instant.now(),
            sample("standard-item", mine)));
    applied(lever("acme", LEVER, "lever-unarchived", Instant.now(), mine));
    soonTheOnlyOne("ACTIVE");
    try {
      mappings("{\"reasons\":{\"R-1\":\"HIRED\"}}").statusCode(200);
      lever("acme", LEVER, "lever-archived", Instant.now(), mine)
          .statusCode(200)
          .body("outcome", equalTo("IGNORED"));
      soonTheOnlyOne("ACTIVE");

      mappings(
              "{\"reasons\":{\"R-1\":\"WITHDRAWN\"},\"stages\":{\"a1b2-Trial-Week\":\"ASSESSMENT\"}}")
          .statusCode(200);
      theOnlyOne(applied(lever("acme", LEVER, "lever-archived", Instant.now(), mine)), "WITHDRAWN");
      theOnlyOne(applied(lever("acme", LEVER, "lever-unarchived", Instant.now(), mine)), "ACTIVE");
      String id =
          theOnlyOne(
              applied(lever("acme", LEVER, "lever-stageChange", Instant.now(), mine)), "ACTIVE");
      as(me).get("/api/v1/applications/" + id).then().body("stages.kind", hasItem("ASSESSMENT"));
    } finally {
      mappings("{}").statusCode(200);
    }
    theOnlyOne(applied(lever("acme", LEVER, "lever-archived", Instant.now(), mine)), "REJECTED");
  }

  @Test
  void leverTellsOfWhatTheBoardReportedBefore() {
    lever("acme", LEVER, "lever-archived", Instant.now(), mine)
        .statusCode(200)
        .body("outcome", equalTo("UNKNOWN_APPLICATION"));
    applied(
        standard(
            "acme",
            STANDARD,
            UUID.randomUUID().toString(),
            Instant.now(),
            sample("standard-item", mine)));

    theOnlyOne(applied(lever("acme", LEVER, "lever-unarchived", Instant.now(), mine)), "ACTIVE");
    mappings("{\"words\":{\"R-1\":\"Too few night shifts\"}}").statusCode(200);
    String id =
        theOnlyOne(
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
  void aBoardSaysWhatItsNamesMean() {
    mappings(
            "{\"company\":\"Lakeside\",\"stages\":{\"Trial week\":\"ASSESSMENT\"},\"reasons\":{\"14\":\"WITHDRAWN\"}}")
        .statusCode(200);
    try {
      String stage =
          sample("greenhouse-candidate_stage_change", mine)
              .replace("Preliminary Phone Screen", "TRIAL WEEK");
      kept(greenhouse("acme", GREENHOUSE, stage));
      String id = soonTheOnlyOne("ACTIVE");
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
      soonTheOnlyOne("WITHDRAWN");
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

  /** By whatever way it is told. */
  @Test
  void aReasonThatIsMappedIsNoRejection() {
    String item = sample("standard-item", mine);
    mappings("{\"reasons\":{\"r-4\":\"WITHDRAWN\"}}").statusCode(200);
    try {
      kept(standard("acme", STANDARD, UUID.randomUUID().toString(), Instant.now(), item));
      as(me).get("/api/v1/applications").then().body("items", emptyIterable());
      mappings("{\"reasons\":{\"experience\":\"HIRED\"}}").statusCode(200);
      standard("acme", STANDARD, UUID.randomUUID().toString(), Instant.now(), item)
          .statusCode(200)
          .body("outcome", equalTo("IGNORED"));

      mappings("{}").statusCode(200);
      theOnlyOne(
          applied(standard("acme", STANDARD, UUID.randomUUID().toString(), Instant.now(), item)),
          "REJECTED");
      mappings("{\"reasons\":{\"r-4\":\"WITHDRAWN\"}}").statusCode(200);
      theOnlyOne(
          applied(standard("acme", STANDARD, UUID.randomUUID().toString(), Instant.now(), item)),
          "WITHDRAWN");
    } finally {
      mappings("{}").statusCode(200);
    }
  }

  @Test
  void aCloudEventCarriesAnItem() {
    String body = sample("standard-cloudevent", mine);
    String event =
        applied(standard("acme", STANDARD, UUID.randomUUID().toString(), Instant.now(), body));
    theOnlyOne(event, "REJECTED");
    standard(
            "acme",
            STANDARD,
            UUID.randomUUID().toString(),
            Instant.now(),
            body.replace(me.email(), "nobody"))
        .statusCode(200)
        .body("outcome", equalTo("UNUSABLE"))
        .body("problem", equalTo("candidate.email must be an e-mail address"));
  }

  private String column(String sql, String id) {
    return pool.query(Scope.ALL_BOARDS, sql, Tuple.of(UUID.fromString(id)))
        .await()
        .atMost(LIMIT)
        .iterator()
        .next()
        .getValue(0)
        .toString();
  }

  private String filled(String name, String action) {
    return sample(name, mine).replace("{action}", action + mine.get("application"));
  }

  private static ValidatableResponse mappings(String body) {
    return board("board-admin").body(body).put("/api/v1/boards/acme/mappings").then();
  }

  private static RequestSpecification board(String user) {
    return given().auth().oauth2(Stack.keycloak().token(user)).contentType("application/json");
  }

  private static String applied(ValidatableResponse answer) {
    return answer
        .statusCode(200)
        .body("outcome", equalTo("APPLIED"))
        .extract()
        .header("Rebound-Event-Id");
  }

  /** It is kept for who has signed in, and that is not said. */
  private static void kept(ValidatableResponse answer) {
    answer
        .statusCode(200)
        .header("Rebound-Event-Id", nullValue())
        .body("outcome", equalTo("NOT_REPORTED"));
  }

  private String soonTheOnlyOne(String status) {
    Awaitility.await()
        .atMost(LIMIT)
        .untilAsserted(
            () -> as(me).get("/api/v1/applications").then().body("items.status", contains(status)));
    return as(me).get("/api/v1/applications").path("items[0].id");
  }

  private String theOnlyOne(String after, String status) {
    return as(me)
        .queryParam("after", after)
        .get("/api/v1/applications")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].status", equalTo(status))
        .extract()
        .path("items[0].id");
  }
}

package dev.rebound.application.handling;

import static dev.rebound.application.Candidates.apply;
import static dev.rebound.application.Candidates.as;
import static dev.rebound.application.Candidates.fresh;
import static dev.rebound.application.Candidates.once;
import static dev.rebound.application.Candidates.submitted;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyIterable;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.testkit.Stack;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class JobApplicationIT {

  private static final String APPLICATIONS = "/api/v1/applications";
  private static final Candidate ME = fresh();

  @Test
  void aSubmissionIsAnswered() {
    submitted(ME, "Sailmaker", "2026-10-01")
        .then()
        .header("Location", containsString(APPLICATIONS + "/"))
        .header("ETag", "\"1\"")
        .header("Rebound-Event-Id", notNullValue())
        .body("status", equalTo("ACTIVE"))
        .body("posting.title", equalTo("Sailmaker"))
        .body("appliedOn", equalTo("2026-10-01"))
        .body("stages", emptyIterable())
        .body("recruiter.email", equalTo("Ina@Example.net"))
        .body("recruiter.recruiterId", nullValue())
        .body("rejection", nullValue())
        .body("version", equalTo(1));
  }

  @Test
  void aProcessRunsToItsEndAndBack() {
    String id = apply(ME, "Rigger", "2026-09-01");
    command(id, "stages", "{\"kind\":\"RECRUITER_SCREEN\",\"reachedOn\":\"2026-09-05\"}")
        .then()
        .statusCode(200)
        .body("stages.kind", contains("RECRUITER_SCREEN"));
    command(
            id,
            "rejection",
            """
            {"stage":"ASSESSMENT","rejectedOn":"2026-09-20","message":"No.","reason":"too far"}
            """)
        .then()
        .statusCode(200)
        .body("status", equalTo("REJECTED"))
        .body("stages.kind", contains("RECRUITER_SCREEN", "ASSESSMENT"))
        .body("rejection.stage", equalTo("ASSESSMENT"))
        .body("rejection.reason", equalTo("too far"))
        .body("rejection.source", equalTo("CANDIDATE"))
        .body("version", equalTo(4));
    command(id, "rejection", "{\"rejectedOn\":\"2026-09-21\"}")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/already-rejected"));
    once(ME).post(APPLICATIONS + "/" + id + "/reopening").then().statusCode(200);
    command(id, "offer", "{\"receivedOn\":\"2026-09-30\"}")
        .then()
        .statusCode(200)
        .body("status", equalTo("OFFERED"));
    once(ME)
        .post(APPLICATIONS + "/" + id + "/withdrawal")
        .then()
        .statusCode(200)
        .body("status", equalTo("WITHDRAWN"));

    as(ME)
        .get(APPLICATIONS + "/" + id)
        .then()
        .statusCode(200)
        .header("ETag", "\"7\"")
        .body(
            "timeline.type",
            contains(
                "APPLICATION_SUBMITTED",
                "STAGE_REACHED",
                "STAGE_REACHED",
                "APPLICATION_REJECTED",
                "APPLICATION_REOPENED",
                "OFFER_RECEIVED",
                "APPLICATION_WITHDRAWN"));
  }

  @Test
  void theSameKeyHasOneEffect() {
    String key = UUID.randomUUID().toString();
    String body =
        "{\"posting\":{\"title\":\"One\",\"company\":\"Once\"},\"appliedOn\":\"2026-08-0%d\"}";
    String first = keyed(key, body.formatted(1)).then().statusCode(201).extract().path("id");
    keyed(key, body.formatted(1))
        .then()
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .header("ETag", "\"1\"")
        .body("id", equalTo(first));
    keyed(key, body.formatted(2)).then().statusCode(422);
  }

  @Test
  void aCorrectionIsMerged() {
    String id = apply(ME, "Sailmaker", "2026-10-02");
    as(ME)
        .contentType("application/merge-patch+json")
        .header("If-Match", "\"1\"")
        .body(
            """
            {"posting":{"title":"Master sailmaker","location":null,"salary":{"min":3000,
             "currency":"EUR","period":"MONTH"}},"recruiter":{"name":null}}
            """)
        .patch(APPLICATIONS + "/" + id)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("posting.title", equalTo("Master sailmaker"))
        .body("posting.company", equalTo("Nordwind"))
        .body("posting.location", nullValue())
        .body("posting.salary.min", equalTo(3000))
        .body("recruiter.name", nullValue())
        .body("recruiter.email", equalTo("Ina@Example.net"));
    as(ME)
        .header("If-Match", "\"1\"")
        .body("{\"recruiter\":null}")
        .patch(APPLICATIONS + "/" + id)
        .then()
        .statusCode(412);
    as(ME)
        .body("{\"recruiter\":null}")
        .patch(APPLICATIONS + "/" + id)
        .then()
        .statusCode(200)
        .body("recruiter", nullValue());
  }

  @Test
  void theDayIsPutRightWithWhatWasBeforeIt() {
    String id = apply(ME, "Sailmaker", "2026-10-02");
    String stage = "{\"kind\":\"ASSESSMENT\",\"reachedOn\":\"2026-09-20\"}";
    command(id, "stages", stage).then().statusCode(400);
    as(ME)
        .body("{\"appliedOn\":\"2026-09-10\"}")
        .patch(APPLICATIONS + "/" + id)
        .then()
        .statusCode(200)
        .body("appliedOn", equalTo("2026-09-10"))
        .body("posting.title", equalTo("Sailmaker"));
    command(id, "stages", stage).then().statusCode(200);
    as(ME)
        .body("{\"appliedOn\":\"2026-09-21\"}")
        .patch(APPLICATIONS + "/" + id)
        .then()
        .statusCode(400)
        .body("violations.field", contains("appliedOn"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"posting\":{\"title\":null}}",
        "{\"posting\":{\"seniority\":\"GURU\"}}",
        "{\"posting\":null}",
        "{\"appliedOn\":null}",
        "{\"appliedOn\":\"2026-13-01\"}",
        "{\"status\":\"REJECTED\"}",
        "{\"recuiter\":null}",
        "{\"posting\":{\"titel\":null}}",
        "{\"recruiter\":{\"email\":\"nobody\"}}",
        "{\"posting\":{\"url\":\"javascript:alert(1)\"}}",
        "{\"posting\":{\"languages\":[null]}}",
        "[]",
        "null",
        "{"
      })
  void aBadCorrectionIsRefused(String patch) {
    String id = apply(ME, "Sailmaker", "2026-10-02");
    as(ME)
        .body(patch)
        .patch(APPLICATIONS + "/" + id)
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "posting.title     | {'posting':{'company':'C'},'appliedOn':'2026-01-01'}",
        "posting.title     | {'posting':{'title':'  ','company':'C'},'appliedOn':'2026-01-01'}",
        "posting           | {'appliedOn':'2026-01-01'}",
        "appliedOn         | {'posting':{'title':'T','company':'C'}}",
        "appliedOn         | {'posting':{'title':'T','company':'C'},'appliedOn':'1969-12-31'}",
        "appliedOn         | {'posting':{'title':'T','company':'C'},'appliedOn':'2999-01-01'}",
        "posting.url       | {'posting':{'title':'T','company':'C','url':'ftp://x'},'appliedOn':'2026-01-01'}",
        "posting.salary    | {'posting':{'title':'T','company':'C','salary':{'min':5,'max':4,'currency':'EUR','period':'YEAR'}},'appliedOn':'2026-01-01'}",
        "posting.salary.min | {'posting':{'title':'T','company':'C','salary':{'min':-5,'currency':'EUR','period':'YEAR'}},'appliedOn':'2026-01-01'}",
        "recruiter.email   | {'posting':{'title':'T','company':'C'},'appliedOn':'2026-01-01','recruiter':{'email':'a@b'}}"
      })
  void badInputNamesItsField(String field, String body) {
    once(ME)
        .body(body.replace('\'', '"'))
        .post(APPLICATIONS)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations.field", hasItem(field));
  }

  @ParameterizedTest
  @CsvSource({
    "stages,reachedOn,{'kind':'ASSESSMENT';'reachedOn':'2026-09-30'}",
    "rejection,rejectedOn,{'rejectedOn':'2026-09-30'}",
    "offer,receivedOn,{'receivedOn':'2026-09-30'}"
  })
  void nothingHappensBeforeTheApplication(String command, String field, String body) {
    String id = apply(ME, "Sailmaker", "2026-10-02");
    command(id, command, body.replace('\'', '"').replace(';', ','))
        .then()
        .statusCode(400)
        .body("violations.field", contains(field));
  }

  @Test
  void oneVersionIsChangedOnce() {
    String id = apply(ME, "Sailmaker", "2026-10-02");
    String offer = "{\"receivedOn\":\"2026-10-05\"}";
    as(ME)
        .header("If-Match", "\"7\"")
        .body(offer)
        .post(APPLICATIONS + "/" + id + "/offer")
        .then()
        .statusCode(412);
    as(ME)
        .header("If-Match", "\"1\"")
        .body(offer)
        .post(APPLICATIONS + "/" + id + "/offer")
        .then()
        .statusCode(200);
  }

  @Test
  void somebodyElsesApplicationIsNotThere() {
    Candidate stranger = fresh();
    String id = apply(ME, "Sailmaker", "2026-10-02");
    as(stranger).get(APPLICATIONS + "/" + id).then().statusCode(404);
    as(stranger).get(APPLICATIONS + "/" + id + "/components").then().statusCode(404);
    as(stranger).get(APPLICATIONS + "/" + id + "/reflection").then().statusCode(404);
    as(stranger).body("{}").put(APPLICATIONS + "/" + id + "/reflection").then().statusCode(404);
    as(stranger).body("{}").patch(APPLICATIONS + "/" + id).then().statusCode(404);
    as(stranger)
        .body("{\"lessons\":\"mine\"}")
        .post(APPLICATIONS + "/" + id + "/reflection/completion")
        .then()
        .statusCode(404);
    as(stranger)
        .body("{\"receivedOn\":\"2026-10-05\"}")
        .post(APPLICATIONS + "/" + id + "/offer")
        .then()
        .statusCode(404);
    as(stranger).get(APPLICATIONS).then().statusCode(200).body("items", emptyIterable());
  }

  @Test
  void theListShowsTheNewestFirstAndPages() {
    Candidate me = fresh();
    apply(me, "Oldest", "2026-01-01");
    apply(me, "Newest", "2026-03-01");
    Response last = submitted(me, "Middle", "2026-02-01");
    Response page =
        as(me)
            .queryParam("after", last.header("Rebound-Event-Id"))
            .queryParam("limit", 2)
            .get(APPLICATIONS)
            .then()
            .statusCode(200)
            .header("Link", matchesPattern("<.*cursor=.*>; rel=\"next\""))
            .body("items.posting.title", contains("Newest", "Middle"))
            .body("items[0].posting.description", nullValue())
            .extract()
            .response();
    as(me)
        .queryParam("cursor", page.<String>path("next"))
        .queryParam("limit", 2)
        .get(APPLICATIONS)
        .then()
        .statusCode(200)
        .body("items.posting.title", contains("Oldest"))
        .body("next", nullValue());
  }

  @Test
  void theListIsSearchedAndFiltered() {
    Candidate me = fresh();
    apply(me, "Sailmaker", "2026-01-01");
    String id = apply(me, "Rigger", "2026-03-01");
    String event =
        once(me)
            .body("{\"rejectedOn\":\"2026-03-05\"}")
            .post(APPLICATIONS + "/" + id + "/rejection")
            .header("Rebound-Event-Id");
    as(me)
        .queryParam("after", event)
        .queryParam("q", "SAIL")
        .get(APPLICATIONS)
        .then()
        .body("items.posting.title", contains("Sailmaker"));
    as(me)
        .queryParam("status", "REJECTED")
        .get(APPLICATIONS)
        .then()
        .body("items", hasSize(1))
        .body("items[0].id", equalTo(id))
        .body("items[0].rejection.rejectedOn", equalTo("2026-03-05"));
    as(me)
        .queryParam("q", "kiel")
        .queryParam("status", "OFFERED")
        .get(APPLICATIONS)
        .then()
        .body("items", emptyIterable());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status=GONE",
        "limit=0",
        "limit=201",
        "limit=x",
        "cursor=!",
        "cursor=YQpi",
        "after=x"
      })
  void aBadQuestionIsRefused(String query) {
    as(ME).get(APPLICATIONS + "?" + query).then().statusCode(400);
  }

  @Test
  void aDescriptionComesInItsComponents() {
    String id = apply(ME, "Sailmaker", "2026-10-02");
    as(ME)
        .get(APPLICATIONS + "/" + id + "/components")
        .then()
        .statusCode(200)
        .body("kind", contains("RESPONSIBILITY", "REQUIREMENT", "BENEFIT"))
        .body("id", not(hasItem(nullValue())));
  }

  @Test
  void recruitersDoNotReadApplications() {
    given()
        .auth()
        .oauth2(Stack.keycloak().token("recruiter"))
        .get(APPLICATIONS)
        .then()
        .statusCode(403);
  }

  @Test
  void nothingIsDeleted() {
    as(ME).delete(APPLICATIONS + "/" + UUID.randomUUID()).then().statusCode(405);
  }

  private static Response command(String id, String name, String body) {
    return once(ME).body(body).post(APPLICATIONS + "/" + id + "/" + name);
  }

  private static Response keyed(String key, String body) {
    return as(ME).header("Idempotency-Key", key).body(body).post(APPLICATIONS);
  }
}

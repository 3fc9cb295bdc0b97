package dev.rebound.application.handling;

import static dev.rebound.application.Candidates.apply;
import static dev.rebound.application.Candidates.as;
import static dev.rebound.application.Candidates.fresh;
import static dev.rebound.application.Candidates.once;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ReflectionIT {

  private static final Candidate ME = fresh();
  private static final String COMPLETE =
      """
      {"stages":[{"kind":"ASSESSMENT","rank":1,"rating":4,"wentWell":"calm"}],
       "causes":[{"theme":"PREPARATION","note":"too late"}],
       "role":{"dayToDay":2,"components":[{"text":"You mend sails.","energy":"ENERGIZING"}]},
       "lessons":"start a week ahead"}
      """;

  private String reflection = "";

  @BeforeEach
  void anApplicationThatReachedAnAssessment() {
    String id = apply(ME, "Sailmaker", "2026-10-01");
    once(ME)
        .body("{\"kind\":\"ASSESSMENT\",\"reachedOn\":\"2026-10-05\"}")
        .post("/api/v1/applications/" + id + "/stages");
    reflection = "/api/v1/applications/" + id + "/reflection";
  }

  @Test
  void aDraftIsKeptCompletedAndTakenUpAgain() {
    as(ME)
        .get(reflection)
        .then()
        .statusCode(200)
        .header("ETag", "\"0\"")
        .body("status", equalTo("NOT_STARTED"))
        .body("prompts.stage", hasItem("ASSESSMENT"))
        .body("content", nullValue());
    as(ME)
        .header("If-Match", "\"0\"")
        .body("{\"stages\":[{\"kind\":\"ASSESSMENT\"}],\"lessons\":\"so far\"}")
        .put(reflection)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("status", equalTo("DRAFT"));
    as(ME)
        .get(reflection)
        .then()
        .body("status", equalTo("DRAFT"))
        .body("content.lessons", equalTo("so far"));
    once(ME)
        .body(COMPLETE)
        .post(reflection + "/completion")
        .then()
        .statusCode(200)
        .header("Rebound-Event-Id", notNullValue())
        .body("status", equalTo("COMPLETED"));
    as(ME)
        .get(reflection)
        .then()
        .header("ETag", "\"2\"")
        .body("status", equalTo("COMPLETED"))
        .body("content.stages[0].wentWell", equalTo("calm"))
        .body("content.role.components[0].energy", equalTo("ENERGIZING"));
    as(ME).body("{\"lessons\":\"and more\"}").put(reflection).then().header("ETag", "\"3\"");
    as(ME)
        .get(reflection)
        .then()
        .body("status", equalTo("DRAFT"))
        .body("completed", equalTo(true))
        .body("content.lessons", equalTo("and more"));
  }

  @Test
  void aDraftIsNotOverwrittenUnseen() {
    as(ME).body("{\"lessons\":\"one\"}").put(reflection).then().statusCode(200);
    as(ME)
        .header("If-Match", "\"0\"")
        .body("{\"lessons\":\"two\"}")
        .put(reflection)
        .then()
        .statusCode(412);
    as(ME)
        .header("If-Match", "\"1\"")
        .body("{\"lessons\":\"two\"}")
        .put(reflection)
        .then()
        .statusCode(200);
  }

  @Test
  void draftsAndCompletionsShareOneVersion() {
    as(ME).body("{\"lessons\":\"one\"}").put(reflection).then().header("ETag", "\"1\"");
    once(ME)
        .header("If-Match", "\"0\"")
        .body(COMPLETE)
        .post(reflection + "/completion")
        .then()
        .statusCode(412);
    once(ME)
        .header("If-Match", "\"1\"")
        .body(COMPLETE)
        .post(reflection + "/completion")
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"");
    as(ME).get(reflection).then().header("ETag", "\"2\"");
  }

  @Test
  void completingAgainReplaces() {
    once(ME).body(COMPLETE).post(reflection + "/completion").then().statusCode(200);
    once(ME)
        .body("{\"lessons\":\"only this\"}")
        .post(reflection + "/completion")
        .then()
        .statusCode(200);
    as(ME)
        .get(reflection)
        .then()
        .body("content.lessons", equalTo("only this"))
        .body("content.stages.size()", equalTo(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "stages            | {}",
        "stages            | {'stages':[{'kind':'PANEL_INTERVIEW','rank':1,'rating':3}]}",
        "stages            | {'stages':[{'kind':'ASSESSMENT','rank':2,'rating':3}]}",
        "stages[0].rank    | {'stages':[{'kind':'ASSESSMENT','rank':0,'rating':3}]}",
        "stages[0].rating  | {'stages':[{'kind':'ASSESSMENT','rank':1,'rating':9}]}",
        "stages[0].rating  | {'stages':[{'kind':'ASSESSMENT','rank':1}]}",
        "causes[0].theme   | {'causes':[{'note':'x'}]}",
        "role.dayToDay     | {'role':{'dayToDay':6}}",
        "role.components[0].energy | {'role':{'components':[{'text':'x'}]}}"
      })
  void whatIsNotCompleteNamesItsField(String field, String body) {
    once(ME)
        .body(body.replace('\'', '"'))
        .post(reflection + "/completion")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations.field", hasItem(field));
  }

  @Test
  void anUnknownStageIsAProblem() {
    once(ME)
        .body("{\"stages\":[{\"kind\":\"NO_SUCH\",\"rank\":0,\"rating\":9}]}")
        .post(reflection + "/completion")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("title", notNullValue());
  }
}

package dev.rebound.application.handling;

import static dev.rebound.application.Candidates.as;
import static dev.rebound.application.Candidates.fresh;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ConsentsIT {

  private static final String CONSENTS = "/api/v1/me/consents";

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

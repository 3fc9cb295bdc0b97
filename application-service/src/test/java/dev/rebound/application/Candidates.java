package dev.rebound.application;

import static io.restassured.RestAssured.given;

import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.testkit.Stack;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Requests as a candidate sends them. */
public final class Candidates {

  private Candidates() {}

  /** Somebody with no applications so far. */
  public static Candidate fresh() {
    return Stack.keycloak().newCandidate();
  }

  /** A request of a candidate, JSON in and out. */
  public static RequestSpecification as(Candidate candidate) {
    return given().auth().oauth2(candidate.token()).contentType("application/json");
  }

  /** A creating request that is safe to repeat. */
  public static RequestSpecification once(Candidate candidate) {
    return as(candidate).header("Idempotency-Key", UUID.randomUUID().toString());
  }

  /** Records an application and gives its id. */
  public static String apply(Candidate candidate, String title, String appliedOn) {
    return submitted(candidate, title, appliedOn).path("id");
  }

  /** Records an application. */
  public static Response submitted(Candidate candidate, String title, String appliedOn) {
    return once(candidate)
        .body(
            """
            {"posting":{"title":"%s","company":"Nordwind","location":"Kiel",
              "description":"You mend sails. You know canvas. We offer 30 days off."},
             "appliedOn":"%s","recruiter":{"name":"Ina","email":"Ina@Example.net"}}
            """
                .formatted(title, appliedOn))
        .post("/api/v1/applications")
        .then()
        .statusCode(201)
        .extract()
        .response();
  }
}

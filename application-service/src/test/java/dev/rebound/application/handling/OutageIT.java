package dev.rebound.application.handling;

import static dev.rebound.application.Candidates.as;
import static dev.rebound.application.Candidates.fresh;
import static dev.rebound.application.Candidates.once;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.testkit.Stack;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database goes away and comes back, while the service stays. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class OutageIT {

  private static final String APPLICATIONS = "/api/v1/applications";

  private final Candidate me = fresh();

  @ConfigProperty(name = "rebound.db.name")
  @SuppressWarnings("NullAway.Init")
  String database;

  @BeforeEach
  void theDatabaseGoesAway() throws SQLException {
    submit().then().statusCode(201);
    administrate(
        "alter database " + database + " with allow_connections false",
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
            + database
            + "'");
  }

  @AfterEach
  void theDatabaseIsBack() throws SQLException {
    administrate("alter database " + database + " with allow_connections true");
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> submit().then().statusCode(201));
  }

  @Test
  void commandsAndReadsSayThatTheyWillBeAnsweredLater() {
    isLater(submit());
    isLater(as(me).get(APPLICATIONS));
  }

  private Response submit() {
    return once(me)
        .body("{\"posting\":{\"title\":\"T\",\"company\":\"C\"},\"appliedOn\":\"2026-10-01\"}")
        .post(APPLICATIONS);
  }

  private static void isLater(Response answer) {
    answer
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", equalTo("1"))
        .body("type", equalTo("/problems/not-now"));
  }

  private static void administrate(String... statements) throws SQLException {
    try (Connection connection = Stack.postgres().connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}

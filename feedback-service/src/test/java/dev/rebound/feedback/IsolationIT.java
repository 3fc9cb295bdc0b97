package dev.rebound.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rebound.chassis.owndata.Holdings;
import dev.rebound.feedback.Rejections.Played;
import dev.rebound.sealing.Sealing;
import dev.rebound.testkit.BoardTables;
import dev.rebound.testkit.PersonTables;
import dev.rebound.testkit.StackTestResource;
import dev.rebound.testkit.attack.BadTokens;
import dev.rebound.testkit.attack.Bombs;
import dev.rebound.testkit.attack.ConfusedPaths;
import dev.rebound.testkit.attack.ForeignIds;
import dev.rebound.testkit.attack.Fuzz;
import dev.rebound.testkit.attack.IssuerTestResource;
import dev.rebound.testkit.attack.IssuerTestResource.Issuer;
import dev.rebound.testkit.attack.Target;
import dev.rebound.testkit.attack.TokenIssuer;
import dev.rebound.testkit.attack.TokenIssuer.Holder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody gets at what is another one's or another board's, by whatever request. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@QuarkusTestResource(value = IssuerTestResource.class, restrictToAnnotatedClass = true)
@SuppressWarnings("NullAway.Init") // What the test framework sets.
class IsolationIT {

  private static final String RECRUITER = "robin@mill.example";

  @Inject DataSource database;
  @Inject Holdings holdings;
  @Inject Sealing sealing;

  @TestHTTPResource("/")
  URI here;

  @Issuer TokenIssuer issuer;

  private final Holder owner =
      new Holder(
          UUID.randomUUID(), "candidate", null, "owner-" + UUID.randomUUID() + "@example.net");

  private Target service;

  @BeforeEach
  void aim() {
    service = new Target("feedback-service", here, issuer);
  }

  @Test
  void everyTableOfBoardsIsGuarded() throws SQLException {
    try (Connection own = database.getConnection()) {
      assertThat(BoardTables.areGuarded(own)).isPositive();
    }
  }

  @Test
  void everyTableOfPersonsIsEmptiedOfWhoeverIsErased() throws SQLException {
    try (Connection own = database.getConnection()) {
      assertThat(PersonTables.areForgotten(own, holdings.deletions())).isPositive();
    }
  }

  @Test
  void whatIsAnotherOnesLooksAbsent() {
    Played application = new Played(UUID.randomUUID(), owner.subject(), "Pilot", RECRUITER, "acme");
    Rejections.reject(application, sealing.pseudonym(RECRUITER));
    String request =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () ->
                    given()
                        .auth()
                        .oauth2(issuer.token(owner))
                        .get("/api/v1/feedback-requests")
                        .jsonPath()
                        .getString("items[0].id"),
                Objects::nonNull);

    new ForeignIds(service)
        .owns(owner, "/api/v1/feedback-requests/{id}", request)
        .isNamed("applicationId", application.applicationId().toString())
        .isNobodys("/api/v1/operations/views/{view}", "requests")
        .lookAbsent();
  }

  @Test
  void tokensThatDoNotHoldAreRefusedEverywhere() {
    new BadTokens(service).areRefused();
  }

  @Test
  void pathsThatCanBeReadInTwoWaysOpenNothing() {
    new ConfusedPaths(service).openNothing();
  }

  @Test
  void strangeRequestsAreAnswered() {
    new Fuzz(service).isAnswered();
  }

  @Test
  void bombsAreRefusedAtOnce() {
    new Bombs(service).areRefusedAtOnce();
  }
}

package dev.rebound.insights;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rebound.chassis.owndata.Holdings;
import dev.rebound.eventstore.postgres.EventCodec;
import dev.rebound.insights.contexts.History;
import dev.rebound.testkit.BoardTables;
import dev.rebound.testkit.PersonTables;
import dev.rebound.testkit.Stack;
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
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody gets at what is another one's or another board's, by whatever request. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@QuarkusTestResource(TopicsTestResource.class)
@QuarkusTestResource(value = IssuerTestResource.class, restrictToAnnotatedClass = true)
@SuppressWarnings("NullAway.Init") // What the test framework sets.
class IsolationIT {

  private static final LocalDate DAY = LocalDate.of(2026, 7, 14);
  private static final String GERMAN =
      "We chose somebody who speaks fluent German, which our customers need.";

  @Inject DataSource database;
  @Inject Holdings holdings;
  @Inject EventCodec codec;

  @TestHTTPResource("/")
  URI here;

  @Issuer TokenIssuer issuer;

  private final Holder owner =
      new Holder(
          UUID.randomUUID(), "candidate", null, "owner-" + UUID.randomUUID() + "@example.net");

  private Target service;

  @BeforeEach
  void aim() {
    service = new Target("insights-service", here, issuer);
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
    History history = new History(owner.subject());
    history.rejection("Pilot", DAY, GERMAN).rejection("Warden", DAY.plusDays(9), GERMAN);
    try (Published published = new Published(codec, Stack.kafka().bootstrapServers())) {
      published.publish(history.events());
    }
    String refinement = first("search-refinements", "items[0].id");
    String evidence = first("search-refinements", "items[0].evidence[0].id");

    new ForeignIds(service)
        .owns(owner, "/api/v1/growth-plan/goals/{id}", goal())
        .owns(owner, "/api/v1/insights/causes/{evidenceId}", evidence)
        .owns(owner, "/api/v1/search-refinements/{id}", refinement)
        // A board that has no figures is told what one that is not there is told.
        .isNobodys("/api/v1/boards/{board}", "acme")
        .isNobodys("/api/v1/boards/{board}/candidates/{externalId}", "c-1")
        .isNamed("applicationId", history.own("Pilot").toString())
        .isNobodys("/api/v1/operations/views/{view}", "contexts")
        .lookAbsent();
  }

  /** A text of the owner's answer, once it is there. */
  private String first(String question, String path) {
    return await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> asOwner().get("/api/v1/" + question).jsonPath().getString(path),
            Objects::nonNull);
  }

  private String goal() {
    return asOwner()
        .body("{\"theme\":\"PREPARATION\",\"statement\":\"I read about the company first.\"}")
        .post("/api/v1/growth-plan/goals")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private RequestSpecification asOwner() {
    return given().auth().oauth2(issuer.token(owner)).contentType("application/json");
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

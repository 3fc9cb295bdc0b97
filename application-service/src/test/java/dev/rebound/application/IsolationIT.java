package dev.rebound.application;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rebound.application.boards.outgoing.Receiver;
import dev.rebound.chassis.owndata.Holdings;
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
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

  @Inject DataSource database;
  @Inject Holdings holdings;

  @TestHTTPResource("/")
  URI here;

  @Issuer TokenIssuer issuer;

  private final Holder owner =
      new Holder(
          UUID.randomUUID(), "candidate", null, "owner-" + UUID.randomUUID() + "@example.net");

  private final Holder machine = Holder.of("board-integration", "acme");

  /** The board's own id of an application that it has reported. */
  private final String reported = UUID.randomUUID().toString();

  private Target service;

  @BeforeEach
  void aim() {
    service = new Target("application-service", here, issuer);
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
    try (Receiver receiver = new Receiver()) {
      String application =
          as(owner)
              .body(
                  """
                  {"posting":{"title":"Pilot","company":"Nordwind"},"appliedOn":"2026-06-01"}
                  """)
              .post("/api/v1/applications")
              .then()
              .statusCode(201)
              .extract()
              .path("id");
      String subscription = subscription(receiver.url("/told"));
      String delivery = delivery();

      new ForeignIds(service)
          .owns(owner, "/api/v1/applications/{id}", application)
          .owns(machine, "/api/v1/boards/{board}", "acme")
          .owns(machine, "/api/v1/boards/{board}/subscriptions/{id}", subscription)
          .owns(machine, "/api/v1/boards/{board}/deliveries/{id}", delivery)
          .isNamed("subscription", subscription)
          .owns(machine, "/api/v1/boards/{board}/rejections/{externalId}", reported)
          .isNobodys("/api/v1/boards/{board}/candidates/{externalId}", "c-1")
          .isNobodys("/api/v1/boards/{board}/webhooks/{provider}", "greenhouse")
          .isNobodys("/api/v1/operations/views/{view}", "application-summary")
          .lookAbsent();
    }
  }

  private RequestSpecification as(Holder who) {
    return given()
        .auth()
        .oauth2(issuer.token(who))
        .contentType("application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString());
  }

  private String subscription(String url) {
    return as(machine)
        .body(Map.of("url", url, "types", List.of("consent.changed")))
        .post("/api/v1/boards/acme/subscriptions")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** The board reports the owner, and is told of the owner's consent. */
  private String delivery() {
    as(machine)
        .body(
            """
            [{"externalId":"%s","candidate":{"externalId":"%s","email":"%s"},
              "posting":{"title":"Ward manager","company":"Lakeside"},
              "stage":"PANEL_INTERVIEW","rejectedOn":"2026-09-20"}]
            """
                .formatted(reported, UUID.randomUUID(), owner.email()))
        .post("/api/v1/boards/acme/rejections")
        .then()
        .statusCode(200);
    as(owner)
        .body("{\"boards\":{\"acme\":{\"shareSearch\":true}}}")
        .put("/api/v1/me/consents")
        .then()
        .statusCode(200);
    return await()
        .atMost(Duration.ofSeconds(40))
        .until(
            () ->
                as(machine)
                    .get("/api/v1/boards/acme/deliveries")
                    .jsonPath()
                    .getString("items.find { it.status == 'DELIVERED' }.id"),
            Objects::nonNull);
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

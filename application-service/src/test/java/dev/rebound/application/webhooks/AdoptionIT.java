package dev.rebound.application.webhooks;

import static dev.rebound.application.Candidates.as;
import static dev.rebound.application.Candidates.fresh;
import static dev.rebound.application.webhooks.Systems.GREENHOUSE;
import static dev.rebound.application.webhooks.Systems.greenhouse;
import static dev.rebound.application.webhooks.Systems.number;
import static dev.rebound.application.webhooks.Systems.sample;
import static dev.rebound.application.webhooks.Systems.setUp;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyIterable;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.rebound.application.addresses.VerifiedAddresses;
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
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waited for an address becomes the candidate's who signs in with it. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class AdoptionIT {

  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final Candidate me = fresh();

  @Inject
  @SuppressWarnings("NullAway.Init")
  ScopedPool pool;

  @Inject
  @SuppressWarnings("NullAway.Init")
  KeyRing keys;

  @Inject
  @SuppressWarnings("NullAway.Init")
  VerifiedAddresses addresses;

  @BeforeEach
  void setUpBoards() {
    setUp("acme", "greenhouse", GREENHOUSE).statusCode(200);
    setUp("globex", "greenhouse", GREENHOUSE).statusCode(200);
  }

  @Test
  void rejectionsOfTwoBoardsMeetInOneCandidate() {
    Map<String, String> values =
        Map.of("application", number(), "person", number(), "email", me.email());
    String rejection = sample("greenhouse-reject_candidate", values);
    // The same ids with both boards, which know nothing of each other.
    greenhouse("acme", GREENHOUSE, rejection).statusCode(200).body("outcome", equalTo("APPLIED"));
    greenhouse("globex", GREENHOUSE, rejection).statusCode(200).body("outcome", equalTo("APPLIED"));
    list("acme", sample("standard-item", with(number(), "p")));
    assertThat(waitingFor("acme")).isNotEmpty().doesNotContainAnyElementsOf(waitingFor("globex"));

    await(() ->
        as(me)
            .get("/api/v1/applications")
            .then()
            .statusCode(200)
            .body("items.board", containsInAnyOrder("acme", "acme", "globex"))
            .body("items.status", containsInAnyOrder("REJECTED", "REJECTED", "REJECTED")));

    // What comes later goes to the candidate's own, and the other board's stays as it is.
    greenhouse("acme", GREENHOUSE, sample("greenhouse-unreject_candidate", values))
        .statusCode(200)
        .body("outcome", equalTo("APPLIED"));
    await(() ->
        as(me)
            .queryParam("status", "ACTIVE")
            .get("/api/v1/applications")
            .then()
            .body("items.board", contains("acme")));
    greenhouse("globex", GREENHOUSE, rejection).body("outcome", equalTo("REPEATED"));
    assertThat(ofCandidate())
        .containsExactlyInAnyOrder(
            "acme rebound.ApplicationSubmitted.v1",
            "acme rebound.StageReached.v1",
            "acme rebound.ApplicationRejected.v1",
            "acme rebound.ApplicationReopened.v1",
            "acme rebound.ApplicationSubmitted.v1",
            "acme rebound.StageReached.v1",
            "acme rebound.ApplicationRejected.v1",
            "globex rebound.ApplicationSubmitted.v1",
            "globex rebound.StageReached.v1",
            "globex rebound.ApplicationRejected.v1");
  }

  @Test
  void whatWaitedIsToldAndErasedWithThePerson() {
    list("acme", sample("standard-item", with(number(), number())));
    await(() ->
        as(me)
            .get("/api/v1/me/data")
            .then()
            .statusCode(200)
            .body("application.reportedByBoards.board", contains("acme"))
            .body("application.reportedByBoards[0].adoptedAt", notNullValue())
            .body("application.verifiedAddresses", hasSize(1))
            // As it waited, and as it was adopted.
            .body("application.events.type.findAll { it == 'ApplicationRejected' }", hasSize(2)));
    List<UUID> waited = waitingFor("acme");

    as(me).delete("/api/v1/me").then().statusCode(202);

    await(() ->
        as(me)
            .get("/api/v1/me/erasure")
            .then()
            .statusCode(200)
            .body("forgotten.application-service", notNullValue()));
    assertThat(keys.forOpening(Set.copyOf(waited)).await().atMost(LIMIT)).isEmpty();
    assertThat(waitingFor("acme")).isEmpty();
    // The board knows the address still, and may not tell of it until somebody verifies it anew.
    board("acme")
        .body("[" + sample("standard-item", with(number(), number())) + "]")
        .post("/api/v1/boards/acme/rejections")
        .then()
        .statusCode(200)
        .body("accepted", equalTo(0))
        .body("rejected[0].problem", containsString("nobody of whom anything may be kept"));
  }

  /** An address may pass on to somebody else; what was adopted stays with whom it became. */
  @Test
  void whatWasAdoptedDoesNotFollowTheAddress() {
    list("acme", sample("standard-item", with(number(), number())));
    await(() -> heldBy(me).body("application.reportedByBoards.adoptedAt", hasSize(1)));
    List<UUID> waited = waitingFor("acme");
    // As a row that was written before the adopter was noted.
    all(
        "update board_application set adopter = null where person = any($1) returning person",
        Tuple.of(waited.toArray(UUID[]::new)),
        row -> row.getUUID("person"));
    all(noteAdopters(), Tuple.tuple(), row -> row);
    Candidate later = fresh();
    as(later).get("/api/v1/applications").then().statusCode(200);
    all(
        "update verified_address set candidate = $2 where address = $1 returning candidate",
        Tuple.of(addresses.pseudonym(me.email()), UUID.fromString(later.subject())),
        row -> row.getUUID("candidate"));

    heldBy(later)
        .body("application.reportedByBoards", emptyIterable())
        .body("application.events", emptyIterable());
    heldBy(me)
        .body("application.reportedByBoards.board", contains("acme"))
        .body("application.events.type.findAll { it == 'ApplicationRejected' }", hasSize(2));

    as(me).delete("/api/v1/me").then().statusCode(202);
    await(() ->
        as(me)
            .get("/api/v1/me/erasure")
            .then()
            .body("forgotten.application-service", notNullValue()));
    assertThat(keys.forOpening(Set.copyOf(waited)).await().atMost(LIMIT)).isEmpty();
    assertThat(waitingFor("acme")).isEmpty();
  }

  /** The statement of the migration. */
  private static String noteAdopters() {
    String path = "/db/migration/V143__adopters.sql";
    try (InputStream in =
        Objects.requireNonNull(AdoptionIT.class.getResourceAsStream(path), path)) {
      String script = new String(in.readAllBytes(), UTF_8);
      int from = script.indexOf("update");
      return script.substring(from, script.indexOf(';', from));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static ValidatableResponse heldBy(Candidate candidate) {
    return as(candidate).get("/api/v1/me/data").then().statusCode(200);
  }

  /** A board that corrects an address leads nobody to what is somebody else's by then. */
  @Test
  void aSecondAddressLeadsToNothing() {
    Candidate first = fresh();
    as(first).get("/api/v1/applications").then().statusCode(200);
    String external = number();
    list(
        "acme",
        sample(
            "standard-item",
            Map.of("application", external, "person", number(), "email", first.email())));
    board("acme")
        .body("[" + sample("standard-item", with(external, number())) + "]")
        .post("/api/v1/boards/acme/rejections")
        .then()
        .body("duplicates", equalTo(1));

    as(me).get("/api/v1/applications").then().statusCode(200).body("items", emptyIterable());
    as(me)
        .get("/api/v1/me/data")
        .then()
        .statusCode(200)
        .body("application.reportedByBoards", emptyIterable())
        .body("application.events", emptyIterable());
    assertThat(ofCandidate()).isEmpty();
  }

  /** The first was mistyped: nobody would ever sign in with it. */
  @Test
  void anAddressIsPutRightWhileItWaits() {
    String external = number();
    String person = number();
    String mistyped = "x" + me.email();
    list("acme", item(external, person, mistyped));
    listed(item(external, person, me.email())).body("duplicates", equalTo(1));
    // Of another person of the board's, that is nobody's word about the first.
    listed(item(external, number(), fresh().email())).body("duplicates", equalTo(1));

    await(
        () -> as(me).get("/api/v1/applications").then().body("items.status", contains("REJECTED")));
    // It is theirs now, whatever address is named.
    listed(item(external, person, mistyped)).body("duplicates", equalTo(1));
    heldBy(me).body("application.reportedByBoards.adoptedAt", hasSize(1));
  }

  @Test
  void anAddressIsPutRightThatSomebodyHasSignedInWith() {
    as(me).get("/api/v1/applications").then().statusCode(200).body("items", emptyIterable());
    String external = number();
    String person = number();
    list("acme", item(external, person, "x" + me.email()));

    listed(item(external, person, me.email())).body("duplicates", equalTo(1));

    await(
        () -> as(me).get("/api/v1/applications").then().body("items.status", contains("REJECTED")));
  }

  /** It is theirs from when they signed in, and not only once it is adopted. */
  @Test
  void anAddressThatSomebodyHasSignedInWithStays() {
    Candidate other = fresh();
    as(other).get("/api/v1/applications").then().statusCode(200).body("items", emptyIterable());
    String external = number();
    String person = number();
    list("acme", item(external, person, me.email()));
    // As when nothing was adopted yet of what waited.
    all(
        "insert into verified_address (address, candidate, verified_at) values ($1, $2, now())"
            + " returning candidate",
        Tuple.of(addresses.pseudonym(me.email()), UUID.fromString(me.subject())),
        row -> row.getUUID("candidate"));

    listed(item(external, person, other.email())).body("duplicates", equalTo(1));

    await(
        () -> as(me).get("/api/v1/applications").then().body("items.status", contains("REJECTED")));
    as(other).get("/api/v1/applications").then().statusCode(200).body("items", emptyIterable());
    heldBy(other).body("application.reportedByBoards", emptyIterable());
  }

  @Test
  void aDeliveryPutsAnAddressRightAsWell() {
    as(me).get("/api/v1/applications").then().statusCode(200).body("items", emptyIterable());
    Map<String, String> mistyped =
        Map.of("application", number(), "person", number(), "email", "x" + me.email());
    String rejection = sample("greenhouse-reject_candidate", mistyped);
    greenhouse("acme", GREENHOUSE, rejection).statusCode(200).body("outcome", equalTo("APPLIED"));

    greenhouse("acme", GREENHOUSE, rejection.replace("x" + me.email(), me.email()))
        .statusCode(200)
        .body("outcome", equalTo("UNCHANGED"));

    await(
        () -> as(me).get("/api/v1/applications").then().body("items.status", contains("REJECTED")));
  }

  /** It waits for the first of several, and goes on doing so while that is among them. */
  @Test
  void oneOfSeveralAddressesStays() {
    Candidate other = fresh();
    Map<String, String> values =
        Map.of("application", number(), "person", number(), "email", me.email());
    String rejection = sample("greenhouse-reject_candidate", values);
    greenhouse("acme", GREENHOUSE, rejection).statusCode(200).body("outcome", equalTo("APPLIED"));
    greenhouse(
            "acme",
            GREENHOUSE,
            rejection.replace(
                "\"email_addresses\": [",
                "\"email_addresses\": [{\"value\": \"" + other.email() + "\"}, "))
        .statusCode(200)
        .body("outcome", equalTo("UNCHANGED"));

    await(
        () -> as(me).get("/api/v1/applications").then().body("items.status", contains("REJECTED")));
    as(other).get("/api/v1/applications").then().body("items", emptyIterable());
  }

  /** Whom a later rejection named while it waited is named to the candidate as well. */
  @Test
  void whomToAskIsAdopted() {
    Map<String, String> values =
        Map.of("application", number(), "person", number(), "email", me.email());
    String rejection = sample("greenhouse-reject_candidate", values);
    String unnamed = rejection.replaceFirst("\"recruiter\": \\{.*?}", "\"recruiter\": null");
    greenhouse("acme", GREENHOUSE, unnamed).body("outcome", equalTo("APPLIED"));
    greenhouse("acme", GREENHOUSE, sample("greenhouse-unreject_candidate", values))
        .body("outcome", equalTo("APPLIED"));
    greenhouse("acme", GREENHOUSE, rejection.replace("2026-10-02", "2026-10-09"))
        .body("outcome", equalTo("APPLIED"));

    await(
        () -> as(me).get("/api/v1/applications").then().body("items.status", contains("REJECTED")));
    String id = as(me).get("/api/v1/applications").path("items[0].id");
    await(() ->
        as(me)
            .get("/api/v1/applications/" + id)
            .then()
            .body("rejection.rejectedOn", equalTo("2026-10-09"))
            .body("recruiter.email", equalTo("kim@lakeside.example")));
  }

  private static String item(String application, String person, String email) {
    return sample(
        "standard-item", Map.of("application", application, "person", person, "email", email));
  }

  private static ValidatableResponse listed(String item) {
    return board("acme")
        .body("[" + item + "]")
        .post("/api/v1/boards/acme/rejections")
        .then()
        .statusCode(200);
  }

  private Map<String, String> with(String application, String person) {
    return Map.of("application", application, "person", person, "email", me.email());
  }

  private static void list(String board, String item) {
    board(board)
        .body("[" + item + "]")
        .post("/api/v1/boards/" + board + "/rejections")
        .then()
        .statusCode(200)
        .body("accepted", equalTo(1));
  }

  private static RequestSpecification board(String board) {
    return given()
        .auth()
        .oauth2(Stack.keycloak().clientToken(board))
        .contentType("application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString());
  }

  private static void await(ThrowingRunnable assertion) {
    Awaitility.await().atMost(LIMIT).untilAsserted(assertion);
  }

  /** As whom a board's rejections wait, or waited, for the candidate. */
  private List<UUID> waitingFor(String board) {
    return all(
        "select person from board_application where board = $1 and address = $2",
        Tuple.of(board, addresses.pseudonym(me.email())),
        row -> row.getUUID("person"));
  }

  /** What stands in the candidate's own streams, by board. */
  private List<String> ofCandidate() {
    return all(
        "select board || ' ' || type as what from event where candidate = $1 and board is not null",
        Tuple.of(UUID.fromString(me.subject())),
        row -> row.getString("what"));
  }

  private <T> List<T> all(String sql, Tuple parameters, Function<Row, T> reading) {
    List<T> found = new ArrayList<>();
    for (Row row : pool.query(Scope.ALL_BOARDS, sql, parameters).await().atMost(LIMIT)) {
      found.add(reading.apply(row));
    }
    return found;
  }
}

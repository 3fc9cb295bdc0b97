package dev.rebound.application.boards.outgoing;

import static dev.rebound.application.boards.outgoing.Acme.ACME;
import static dev.rebound.application.boards.outgoing.Acme.LIMIT;
import static dev.rebound.application.boards.outgoing.Acme.column;
import static dev.rebound.application.boards.outgoing.Acme.eventually;
import static dev.rebound.application.boards.outgoing.Acme.once;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.application.Candidates;
import dev.rebound.application.boards.BoardApplications;
import dev.rebound.application.boards.BoardSecrets;
import dev.rebound.application.boards.outgoing.Acme.Made;
import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import dev.rebound.events.ApplicationEvent.ApplicationSubmitted;
import dev.rebound.events.ApplicationEvent.ConsentChanged;
import dev.rebound.events.ApplicationEvent.SubjectErased;
import dev.rebound.events.Posting;
import dev.rebound.events.ReboundEvent;
import dev.rebound.events.SpecificityLevel;
import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.StreamId;
import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.sealing.KeyRing;
import dev.rebound.sealing.Withdrawals;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A board hears of its candidates' consent, of their searches with it, and of erasure. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class CandidateNewsIT {

  private final Receiver receiver = new Receiver();
  private final Candidate me = Candidates.fresh();
  private final String known = "c-" + UUID.randomUUID();
  private int changes;

  @Inject
  @SuppressWarnings("NullAway.Init")
  ScopedPool pool;

  @Inject
  @SuppressWarnings("NullAway.Init")
  CandidateNews news;

  @Inject
  @SuppressWarnings("NullAway.Init")
  Notices notices;

  @Inject
  @SuppressWarnings("NullAway.Init")
  BoardApplications applications;

  @Inject
  @SuppressWarnings("NullAway.Init")
  KeyRing keys;

  @Inject
  @SuppressWarnings("NullAway.Init")
  BoardSecrets secrets;

  @Inject
  @SuppressWarnings("NullAway.Init")
  Withdrawals withdrawals;

  /** From here on what a board reports of this address is mine. */
  @BeforeEach
  void signIn() {
    Candidates.as(me).get("/api/v1/applications").then().statusCode(200);
  }

  @AfterEach
  void stop() {
    Acme.clear();
    receiver.close();
  }

  @Test
  void consentIsToldOnceTheBoardKnowsWhose() {
    subscribe("/consents", "consent.changed");
    consent("acme", true);
    consent("globex", true);
    report(known);
    report(known);

    eventually(() -> assertThat(receiver.calls("/consents")).hasSize(1));
    JsonPath given = JsonPath.from(receiver.calls("/consents").getFirst().body());
    assertThat(given.getString("type")).isEqualTo("consent.changed");
    assertThat(given.getList("data.candidate.externalIds")).containsExactly(known);
    assertThat(given.getBoolean("data.shareSearch")).isTrue();
    assertThat(given.getString("data.eventId")).isNotBlank();

    consent("acme", false);
    eventually(() ->
        assertThat(receiver.calls("/consents"))
            .hasSize(2)
            .last()
            .satisfies(it ->
                assertThat(JsonPath.from(it.body()).getBoolean("data.shareSearch")).isFalse()));
  }

  /** And what it is told of can be waited for, though it stands in the middle of the list. */
  @Test
  void ofAListTheBoardIsToldOfWhoeverHasAllowedItAlready() {
    subscribe("/lists", "consent.changed");
    consent("acme", true);
    String others = "others-" + UUID.randomUUID();
    String list =
        Stream.concat(
                IntStream.range(0, 40).mapToObj(i -> item(others + i, others + i + "@example.org")),
                Stream.of(item(known, me.email())))
            .collect(joining(",", "[", "]"));

    once("acme").body(list).post(ACME + "rejections").then().body("accepted", equalTo(41));

    eventually(() -> assertThat(receiver.calls("/lists")).hasSize(1));
    JsonPath told = JsonPath.from(receiver.calls("/lists").getFirst().body());
    assertThat(told.<String>getList("data.candidate.externalIds")).containsExactly(known);
    Candidates.as(me)
        .get("/api/v1/applications?after=" + told.getString("data.eventId"))
        .then()
        .statusCode(200)
        .body("items", hasSize(1));
    assertThat(rows("board_candidate")).isOne();
    for (int i = 0; i < 40; i++) {
      UUID person = applications.person("acme", others + i);
      assertThat(number("select count(*) from board_candidate where person = $1", Tuple.of(person)))
          .isOne();
    }
  }

  /** Whoever consents or is erased is left to be dealt with in order, from there on. */
  @Test
  void idsAreRememberedTogetherAsFarAsTheOrderAllows() {
    StoredEvent twice = submitted(subject(), "acme", known);
    StoredEvent again = submitted(subject(), "acme", known);
    StoredEvent elsewhere = submitted(subject(), "globex", known);
    UUID consenting = UUID.randomUUID();
    StoredEvent consent = stored(new ConsentChanged(consenting, "acme", true));
    StoredEvent afterwards = submitted(consenting, "acme", known + "-2");
    UUID leaving = UUID.randomUUID();
    StoredEvent before = submitted(leaving, "acme", known + "-3");
    StoredEvent erasure = stored(new SubjectErased(leaving));
    UUID erased = UUID.randomUUID();
    keys.erase(erased).await().atMost(LIMIT);
    StoredEvent ofNobody = submitted(erased, "acme", known + "-4");

    List<StoredEvent> batch =
        List.of(twice, consent, afterwards, before, erasure, ofNobody, again, elsewhere);
    Set<UUID> settled = news.onAll(batch).await().atMost(LIMIT);

    assertThat(settled)
        .containsExactlyInAnyOrder(
            twice.id(), again.id(), elsewhere.id(), before.id(), ofNobody.id());
    assertThat(rows("board_candidate", subject())).isEqualTo(2);
    assertThat(rows("board_candidate", consenting)).isZero();
    assertThat(rows("board_candidate", leaving)).isOne();
    assertThat(rows("board_candidate", erased)).isZero();
    assertThat(news.onAll(batch).await().atMost(LIMIT)).isEqualTo(settled);
    assertThat(rows("board_candidate", subject())).isEqualTo(2);
  }

  private static StoredEvent submitted(UUID candidate, String board, String externalId) {
    return stored(
        new ApplicationSubmitted(
            UUID.randomUUID(),
            candidate,
            new Posting(
                "Ward manager", "Lakeside", null, null, null, null, null, null, null, null, null),
            LocalDate.parse("2026-09-01"),
            null,
            board,
            externalId,
            UUID.randomUUID().toString()));
  }

  private static StoredEvent stored(ReboundEvent event) {
    return new StoredEvent(
        UUID.randomUUID(),
        new StreamId("some", UUID.randomUUID()),
        1,
        new Metadata(Instant.now(), UUID.randomUUID(), null, null),
        event);
  }

  @Test
  void aSearchIsToldWithConsentAndNoLongerWithout() {
    Made searches = subscribe("/searches", "search.refined");
    receiver.answers("/searches", 503, Map.of());
    report(known);
    refine();
    assertThat(column(searches, "id")).isEmpty();

    consent("acme", true);
    eventually(() -> {
      refine();
      assertThat(column(searches, "lastStatus")).contains(503);
    });
    JsonPath refined = JsonPath.from(receiver.calls("/searches").getFirst().body());
    assertThat(refined.getString("type")).isEqualTo("search.refined");
    assertThat(refined.getList("data.candidate.externalIds")).containsExactly(known);
    assertThat(refined.getString("data.kind")).isEqualTo("EXCLUDE_TERM");
    // The word is the candidate's own: the board learns what comes of it by asking for matches.
    assertThat(receiver.calls("/searches").getFirst().body()).doesNotContain("night");

    Object waiting = column(searches, "id").getFirst();
    consent("acme", false);
    eventually(() -> assertThat(column(searches, "id")).isEmpty());
    once("acme").post(ACME + "deliveries/" + waiting + "/replay").then().statusCode(404);
    refine();
    assertThat(column(searches, "id")).isEmpty();
  }

  @Test
  void aChangeByHandIsToldAsWellAndAnAcceptanceOnce() {
    Made searches = subscribe("/searches", "search.refined");
    report(known);
    consent("acme", true);
    eventually(() -> {
      changeByHand();
      assertThat(receiver.calls("/searches")).isNotEmpty();
    });
    JsonPath byHand = JsonPath.from(receiver.calls("/searches").getFirst().body());
    assertThat(byHand.getString("type")).isEqualTo("search.refined");
    assertThat(byHand.<String>getList("data.candidate.externalIds")).containsExactly(known);
    assertThat(byHand.getString("data.eventId")).isNotBlank();
    assertThat(byHand.<String, Object>getMap("data")).doesNotContainKeys("kind", "refinementId");
    assertThat(receiver.calls("/searches").getFirst().body()).doesNotContain("night");

    int told = column(searches, "id").size();
    refine();
    assertThat(column(searches, "id")).hasSize(told + 1);
    changeByHand();
    assertThat(column(searches, "id")).hasSize(told + 2);
    eventually(() ->
        assertThat(receiver.calls("/searches"))
            .hasSize(told + 2)
            .filteredOn(it -> JsonPath.from(it.body()).getString("data.kind") != null)
            .hasSize(1));
  }

  @Test
  void anErasureIsToldAndNothingElseOfThemIsLeft() {
    Made erasures = subscribe("/erasures", "subject.erased");
    Made others = subscribe("/others", "consent.changed", "feedback.received");
    String another = known + "-2";
    report(known);
    report(another);
    consent("acme", true);
    eventually(() -> assertThat(column(others, "status")).containsExactly("DELIVERED"));
    assertThat(withdrawn("acme")).isFalse();
    consent("acme", false);
    eventually(() -> assertThat(withdrawn("acme")).isTrue());
    Neighbours.answered(
        UuidCreator.getTimeOrderedEpoch(),
        Neighbours.answer(SpecificityLevel.SPECIFIC, subject(), application()),
        "acme");
    eventually(() -> assertThat(column(others, "status")).containsOnly("DELIVERED").hasSize(3));
    assertThat(receiver.calls("/others")).allMatch(it -> it.body().contains(known));
    assertThat(
            JsonPath.from(receiver.calls("/others").getLast().body())
                .<String>getList("data.candidate.externalIds"))
        .hasSize(1);
    Candidates.as(me)
        .get("/api/v1/me/data")
        .then()
        .body("application.toldToBoards.type", hasItem("feedback.received"))
        .body("application.toldToBoards[0].board", equalTo("acme"));
    assertThat(rows("board_candidate")).isEqualTo(2);
    assertThat(rows("board_consent")).isEqualTo(1);

    Candidates.as(me).delete("/api/v1/me").then().statusCode(202);

    eventually(() -> assertThat(receiver.calls("/erasures")).hasSize(1));
    JsonPath erased = JsonPath.from(receiver.calls("/erasures").getFirst().body());
    assertThat(erased.getString("type")).isEqualTo("subject.erased");
    assertThat(erased.<String>getList("data.candidate.externalIds"))
        .containsExactlyInAnyOrder(known, another);
    eventually(() -> {
      assertThat(column(others, "id")).isEmpty();
      assertThat(rows("board_candidate")).isZero();
      assertThat(rows("board_consent")).isZero();
      assertThat(rows("board_delivery")).isZero();
      assertThat(withdrawn("acme")).isFalse();
    });
    // What tells of the erasure is the board's to replay, and in the clear nowhere.
    assertThat(column(erasures, "status")).containsExactly("DELIVERED");
    assertThat(clear(known)).isZero();
  }

  /** A board is told of a person before it is known here who that is. */
  @Test
  void whatWasToldOfWhoeverWaitedIsShownToThemOnceTheySignIn() {
    Made answers = subscribe("/early", "feedback.received");
    Candidate later = Candidates.fresh();
    String reported = report(known, later.email());

    Neighbours.answered(
        UuidCreator.getTimeOrderedEpoch(),
        Neighbours.answer(
            SpecificityLevel.SPECIFIC,
            applications.person("acme", known),
            applications.application("acme", reported)),
        "acme");
    eventually(() -> assertThat(column(answers, "status")).containsExactly("DELIVERED"));

    Candidates.as(later).get("/api/v1/applications").then().statusCode(200);
    Candidates.as(later)
        .get("/api/v1/me/data")
        .then()
        .statusCode(200)
        .body("application.toldToBoards.board", contains("acme"))
        .body("application.toldToBoards.type", contains("feedback.received"));
    Candidates.as(me).get("/api/v1/me/data").then().body("application.toldToBoards", hasSize(0));
  }

  /** A board may report one person of its own with two addresses; they are two people then. */
  @Test
  void whatWasToldOfWhoeverWaitedWithSomebodyElsesAddressIsShownToNobody() {
    Made answers = subscribe("/shared", "feedback.received");
    Candidate one = Candidates.fresh();
    Candidate other = Candidates.fresh();
    String reported = report(known, one.email());
    report(known, other.email());
    Neighbours.answered(
        UuidCreator.getTimeOrderedEpoch(),
        Neighbours.answer(
            SpecificityLevel.SPECIFIC,
            applications.person("acme", known),
            applications.application("acme", reported)),
        "acme");
    eventually(() -> assertThat(column(answers, "status")).containsExactly("DELIVERED"));

    for (Candidate candidate : List.of(one, other)) {
      Candidates.as(candidate).get("/api/v1/applications").then().statusCode(200);
      Candidates.as(candidate)
          .get("/api/v1/me/data")
          .then()
          .statusCode(200)
          .body("application.toldToBoards", hasSize(0));
    }
  }

  /** Else one board's end would keep a person's key from being destroyed. */
  @Test
  void aBoardWhoseKeyIsGoneKeepsNobodyElseFromBeingTold() {
    String gone = "gone-" + UUID.randomUUID();
    Made erasures = subscribe("/erasures", "subject.erased");
    number(
        """
        with subscribed as (
          insert into board_subscription (id, board, url, types, secret, created_at)
          values ($1, $2, 'https://gone.example.net/', '{subject.erased}', 'sealed', now())
          returning 1)
        select count(*) from subscribed
        """,
        Tuple.of(UUID.randomUUID(), gone));
    keys.forSealing(Set.of(secrets.holder(gone))).await().atMost(LIMIT);
    keys.erase(secrets.holder(gone)).await().atMost(LIMIT);
    StoredEvent erased = stored(new SubjectErased(subject()));

    notices
        .note(
            erased.id(),
            List.of(
                Notice.erased(erased, gone).about(List.of("c-1")),
                Notice.erased(erased, "acme").about(List.of(known))))
        .await()
        .atMost(LIMIT);

    eventually(() -> assertThat(column(erasures, "status")).containsExactly("DELIVERED"));
    assertThat(number("select count(*) from board_delivery where board = $1", Tuple.of(gone)))
        .isZero();
  }

  /**
   * Who remembers the ids can be behind who tells of feedback: the board's own report says them.
   */
  @Test
  void feedbackNamesWhatTheBoardReportedBeforeTheIdIsRemembered() {
    subscribe("/answers", "feedback.received");
    String reported = report(known);
    eventually(() -> assertThat(rows("board_candidate")).isOne());
    number(
        "with forgotten as (delete from board_candidate where candidate = $1 returning 1)"
            + " select count(*) from forgotten",
        Tuple.of(subject()));

    Neighbours.answered(
        UuidCreator.getTimeOrderedEpoch(),
        Neighbours.answer(SpecificityLevel.SPECIFIC, subject(), application()),
        "acme");

    eventually(() -> assertThat(receiver.calls("/answers")).hasSize(1));
    JsonPath told = JsonPath.from(receiver.calls("/answers").getFirst().body());
    assertThat(told.<String>getList("data.candidate.externalIds")).containsExactly(known);
    assertThat(told.getString("data.application.externalId")).isEqualTo(reported);
    assertThat(rows("board_candidate")).isZero();
  }

  private boolean withdrawn(String board) {
    return withdrawals.isWithdrawn(subject(), board).await().atMost(LIMIT);
  }

  /** One of mine, once it is there. */
  private UUID application() {
    eventually(() ->
        Candidates.as(me).get("/api/v1/applications").then().body("items[0].id", notNullValue()));
    return UUID.fromString(
        Candidates.as(me).get("/api/v1/applications").jsonPath().getString("items[0].id"));
  }

  /** A request that is handed over to whom it waited for has been told already. */
  @Test
  void aRequestIsToldWhereSomebodyWasAsked() {
    subscribe("/requests", "feedback.requested");
    report(known);
    UUID rejection =
        pool.query(
                Scope.ALL_BOARDS,
                "select id from event where candidate = $1 and type like '%ApplicationRejected%'",
                Tuple.of(subject()))
            .await()
            .atMost(LIMIT)
            .iterator()
            .next()
            .getUUID("id");
    eventually(
        () -> Candidates.as(me).get("/api/v1/applications").then().body("items", hasSize(1)));
    UUID application =
        UUID.fromString(
            Candidates.as(me).get("/api/v1/applications").jsonPath().getString("items[0].id"));

    Neighbours.requested(subject(), application, UuidCreator.getTimeOrderedEpoch());
    UUID asked = Neighbours.requested(subject(), application, rejection);
    UUID byCandidate = Neighbours.requested(subject(), application, null);

    eventually(() ->
        assertThat(receiver.calls("/requests"))
            .extracting(call -> JsonPath.from(call.body()).getString("data.requestId"))
            .containsExactlyInAnyOrder(asked.toString(), byCandidate.toString()));
  }

  private UUID subject() {
    return UUID.fromString(me.subject());
  }

  /** Another suggestion is accepted, and boards have been told of it, or not. */
  private void refine() {
    changes += 2;
    Neighbours.refined(subject(), changes);
    awaitTelling();
  }

  /** The search is changed by hand, and boards have been told of it, or not. */
  private void changeByHand() {
    Neighbours.changedByHand(subject(), ++changes);
    awaitTelling();
  }

  private void awaitTelling() {
    eventually(() ->
        assertThat(
                number(
                    "select count(*) from stream_progress where handler = $1 and stream = $2"
                        + " and version = $3",
                    Tuple.of("telling-boards-of-searches", "search-" + subject(), changes)))
            .isOne());
  }

  private Made subscribe(String path, String... types) {
    return Acme.subscribe(receiver.url(path), types);
  }

  private void consent(String board, boolean shared) {
    String boards =
        board.equals("acme")
            ? "{\"acme\":{\"shareSearch\":%s}}".formatted(shared)
            : "{\"acme\":{\"shareSearch\":true},\"%s\":{\"shareSearch\":%s}}"
                .formatted(board, shared);
    Candidates.as(me)
        .body("{\"boards\":" + boards + "}")
        .put("/api/v1/me/consents")
        .then()
        .statusCode(200);
  }

  /** The id under which the board reports an application. */
  private String report(String candidate) {
    return report(candidate, me.email());
  }

  private String report(String candidate, String email) {
    String application = UUID.randomUUID().toString();
    once("acme")
        .body("[" + item(application, candidate, email) + "]")
        .post(ACME + "rejections")
        .then()
        .statusCode(200)
        .body("accepted", equalTo(1));
    return application;
  }

  private static String item(String candidate, String email) {
    return item(UUID.randomUUID().toString(), candidate, email);
  }

  private static String item(String application, String candidate, String email) {
    return """
    {"externalId":"%s","candidate":{"externalId":"%s","email":"%s"},
     "posting":{"title":"Ward manager","company":"Lakeside"},
     "stage":"PANEL_INTERVIEW","rejectedOn":"2026-09-20"}
    """
        .formatted(application, candidate, email);
  }

  private long rows(String table) {
    return rows(table, subject());
  }

  private long rows(String table, UUID candidate) {
    return number("select count(*) from " + table + " where candidate = $1", Tuple.of(candidate));
  }

  /** Where a board's id of a candidate can be read in the database. */
  private long clear(String id) {
    return number(
        """
        select (select count(*) from board_delivery where strpos(encode(body, 'escape'), $1) > 0)
          + (select count(*) from event where strpos(encode(data, 'escape'), $1) > 0)
        """,
        Tuple.of(id));
  }

  private long number(String sql, Tuple values) {
    return pool.query(Scope.ALL_BOARDS, sql, values)
        .await()
        .atMost(LIMIT)
        .iterator()
        .next()
        .getLong(0);
  }
}

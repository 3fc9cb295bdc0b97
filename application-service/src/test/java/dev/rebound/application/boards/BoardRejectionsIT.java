package dev.rebound.application.boards;

import static dev.rebound.application.Candidates.as;
import static dev.rebound.application.Candidates.fresh;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyIterable;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.testkit.Stack;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class BoardRejectionsIT {

  private static final String ACME = "/api/v1/boards/acme/rejections";
  private static final String GLOBEX = "/api/v1/boards/globex/rejections";
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int EVENTS = 3;

  @Inject
  @SuppressWarnings("NullAway.Init")
  Pool pool;

  @Test
  void ofAThousandTheGoodOnesAreTakenOnce() {
    String run = UUID.randomUUID().toString();
    // Of each hundred three are bad, and two are repeats of the first.
    String list =
        IntStream.range(0, 1000)
            .mapToObj(i ->
                switch (i % 100) {
                  case 10 -> item(run + i, "nobody");
                  case 20 -> item(run + i, "a@example.net").replace("2026-09-20", "20.9.2026");
                  case 30 -> "null";
                  case 40, 50 -> item(run + i / 100 * 100, "someone" + i + "@example.net");
                  default -> item(run + i, "someone" + i + "@example.net");
                })
            .collect(Collectors.joining(",", "[", "]"));
    List<Integer> bad =
        IntStream.range(0, 1000)
            .filter(i -> List.of(10, 20, 30).contains(i % 100))
            .boxed()
            .toList();

    once("acme")
        .body(list)
        .post(ACME)
        .then()
        .statusCode(200)
        .header("Rebound-Event-Id", notNullValue())
        .body("accepted", equalTo(950))
        .body("duplicates", equalTo(20))
        .body("rejected.index", equalTo(bad))
        .body("rejected[0].problem", equalTo("candidate.email must be an e-mail address"))
        .body("rejected[1].problem", equalTo("rejectedOn must be a day such as 2026-10-01"))
        .body("rejected[2].problem", equalTo("must be an object"));
    once("acme")
        .body(list)
        .post(ACME)
        .then()
        .statusCode(200)
        .header("Rebound-Event-Id", nullValue())
        .body("accepted", equalTo(0))
        .body("duplicates", equalTo(970))
        .body("rejected.index", equalTo(bad));

    assertThat(
            number(
                "select count(*) from (select from event where board = 'acme' group by correlation"
                    + " having count(*) = "
                    + 950 * EVENTS
                    + ")"))
        .isEqualTo(1);
  }

  @Test
  void whatIsTakenIsOnTheTopicInOrder() {
    String external = UUID.randomUUID().toString();
    once("acme")
        .body("[" + item(external, external + "@example.net") + "]")
        .post(ACME)
        .then()
        .body("accepted", equalTo(1));

    Row last =
        pool.query("select stream from event where board = 'acme' order by position desc limit 1")
            .execute()
            .await()
            .atMost(LIMIT)
            .iterator()
            .next();

    String stream = last.getString("stream");
    Awaitility.await()
        .atMost(LIMIT)
        .untilAsserted(() ->
            assertThat(published(stream))
                .containsExactly(
                    "rebound.ApplicationSubmitted.v1 acme",
                    "rebound.StageReached.v1 acme",
                    "rebound.ApplicationRejected.v1 acme"));
  }

  @Test
  void aListWithTheSameKeyIsAnsweredAsBefore() {
    String key = UUID.randomUUID().toString();
    String list = "[" + item(key, "someone@example.net") + "]";
    String event =
        keyed("acme", key)
            .body(list)
            .post(ACME)
            .then()
            .statusCode(200)
            .extract()
            .header("Rebound-Event-Id");

    keyed("acme", key)
        .body(list)
        .post(ACME)
        .then()
        .statusCode(200)
        .header("Idempotency-Replayed", equalTo("true"))
        .header("Rebound-Event-Id", equalTo(event))
        .body("accepted", equalTo(1))
        .body("duplicates", equalTo(0));
    keyed("acme", key).body("[]").post(ACME).then().statusCode(422);
  }

  @Test
  void aListComesAsCsvAsWell() {
    String run = UUID.randomUUID().toString();
    String list =
        """
        Stage,externalId,candidateId,email,title,company,rejectedOn,reason,message
        PANEL_INTERVIEW,%1$s-0,c-1,%1$s@example.net,"Ward manager, nights",Lakeside,2026-09-20,Experience,"No.
        Sorry."
        PANEL_INTERVIEW,%1$s-1,c-2,nobody,Ward manager,Lakeside,2026-09-20,,
        PANEL_INTERVIEW,%1$s-2,c-3
        LUNCH,%1$s-3,c-4,%1$s@example.net,Ward manager,Lakeside,2026-09-20,,
        PANEL_INTERVIEW,%1$s-0,c-1,%1$s@example.net,Ward manager,Lakeside,2026-09-20,,
        """
            .formatted(run);

    csv(list)
        .statusCode(200)
        .body("accepted", equalTo(1))
        .body("duplicates", equalTo(1))
        .body("rejected.index", contains(1, 2, 3))
        .body("rejected[0].problem", equalTo("candidate.email must be an e-mail address"))
        .body("rejected[1].problem", equalTo("must have as many fields as the first line"));
  }

  @Test
  void aLineSaysWhichStagesTookPlace() {
    Candidate me = fresh();
    as(me).get("/api/v1/applications").then().statusCode(200);
    String run = UUID.randomUUID().toString();
    String list =
        """
        externalId,candidateId,email,title,company,stage,stages,rejectedOn
        %1$s-0,c-%1$s,%2$s,Ward manager,Lakeside,PANEL_INTERVIEW,RECRUITER_SCREEN 2026-09-08; ASSESSMENT: 2026-09-15;,2026-09-20
        %1$s-1,c-%1$s,%2$s,Ward manager,Lakeside,PANEL_INTERVIEW,LUNCH 2026-09-08,2026-09-20
        %1$s-2,c-%1$s,%2$s,Ward manager,Lakeside,PANEL_INTERVIEW,ASSESSMENT yesterday,2026-09-20
        """
            .formatted(run, me.email());

    csv(list)
        .statusCode(200)
        .body("accepted", equalTo(1))
        .body("rejected.index", contains(1, 2))
        .body("rejected.problem", everyItem(containsString("stages")));
    Awaitility.await()
        .atMost(LIMIT)
        .untilAsserted(() ->
            as(me)
                .get("/api/v1/applications")
                .then()
                .body(
                    "items[0].stages.kind",
                    contains("RECRUITER_SCREEN", "ASSESSMENT", "PANEL_INTERVIEW")));
  }

  /** What follows would be told to one candidate, and is of others. */
  @Test
  void aQuotationMarkWithoutAnEndTakesNoOtherLineAlong() {
    String run = UUID.randomUUID().toString();
    String list =
        """
        externalId,candidateId,email,title,company,stage,rejectedOn,message
        %1$s-0,c-1,a-%1$s@example.net,Ward manager,Lakeside,PANEL_INTERVIEW,2026-09-20,No.
        %1$s-1,c-2,b-%1$s@example.net,Ward manager,Lakeside,PANEL_INTERVIEW,2026-09-20,"We chose
        %1$s-2,c-3,c-%1$s@example.net,Ward manager,Lakeside,PANEL_INTERVIEW,2026-09-20,Sorry.
        """
            .formatted(run);

    csv(list)
        .statusCode(200)
        .body("accepted", equalTo(1))
        .body("rejected.index", contains(1))
        .body(
            "rejected[0].problem",
            equalTo("cannot be read, and nothing that follows: a quotation mark in it has no end"));
  }

  @Test
  void aStrayQuotationMarkSpoilsNoLine() {
    String run = UUID.randomUUID().toString();
    String list =
        """
        externalId,candidateId,email,title,company,stage,rejectedOn
        %1$s-0,c-1,a-%1$s@example.net,Ward manager,Lakeside,PANEL_INTERVIEW,2026-09-20
        %1$s-1,c-2,b-%1$s@example.net,"Senior" nurse,Lakeside,PANEL_INTERVIEW,2026-09-20
        %1$s-2,c-3,c-%1$s@example.net,Nurse "nights",Lakeside,PANEL_INTERVIEW,2026-09-20
        %1$s-3,c-4,d-%1$s@example.net,Ward manager,Lakeside,PANEL_INTERVIEW,2026-09-20
        """
            .formatted(run);

    csv(list).statusCode(200).body("accepted", equalTo(4)).body("rejected", emptyIterable());
  }

  /** The quotation mark is ended by the next line's, and what is between is of somebody else. */
  @Test
  void aCellTakesNoOtherLineAlong() {
    String run = UUID.randomUUID().toString();
    String list =
        """
        externalId,candidateId,email,title,company,stage,rejectedOn,message
        %1$s-0,c-1,a-%1$s@example.net,Ward manager,Lakeside,PANEL_INTERVIEW,2026-09-20,"We chose
        %1$s-1,c-2,b-%1$s@example.net,Ward manager,Lakeside,PANEL_INTERVIEW,2026-09-20,Sorry."
        %1$s-2,c-3,c-%1$s@example.net,Ward manager,Lakeside,PANEL_INTERVIEW,2026-09-20,"Nights,
        weekends, travel, languages, stock, care, notes, rounds, keys."
        """
            .formatted(run);

    csv(list)
        .statusCode(200)
        .body("accepted", equalTo(1))
        .body("rejected.index", contains(0))
        .body("rejected[0].problem", containsString("before another line of the list"));
  }

  /** There are as many fields as there should be, the first of one line and the last of another. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "externalId,candidateId,email,title,company,stage,rejectedOn\n"
            + "%1$s-0,c-1,a@example.net,\"Ward manager,Lakeside,PANEL_INTERVIEW,2026-09-20\n"
            + "%1$s-1,c-2,b@example.net,\"Nurse\",Lakeside,PANEL_INTERVIEW,2026-09-20\n",
        "title,externalId,candidateId,email,company,stage,rejectedOn\n"
            + "\"Ward manager,%1$s-0,c-1,a@example.net,Lakeside,PANEL_INTERVIEW,2026-09-20\n"
            + "\"Nurse\",%1$s-1,c-2,b@example.net,Lakeside,PANEL_INTERVIEW,2026-09-20\n"
      })
  void twoLinesAreNotMadeOne(String list) {
    csv(list.formatted(UUID.randomUUID()))
        .statusCode(200)
        .body("accepted", equalTo(0))
        .body("rejected.problem", contains(containsString("a quotation mark in it has no end")));
  }

  @Test
  void anIdThatCannotStandInAPathIsNotTaken() {
    for (String id : List.of("dept/77", "a;b", "a%2fb", "..", "a\\\\b")) {
      once("acme")
          .body("[" + item(UUID.randomUUID().toString(), "x@example.net", id) + "]")
          .post(ACME)
          .then()
          .statusCode(200)
          .body("accepted", equalTo(0))
          .body(
              "rejected[0].problem",
              equalTo(
                  "candidate.externalId must have none of / \\ ; % and not be one or two dots"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "externalId,email",
        "a,b,c",
        "externalId,candidateId,email,title,company,stage,rejectedOn,email",
        "externalId,candidateId,email,title,company,stage,rejectedOn,salary"
      })
  void whatIsNoListAsCsvIsAProblem(String body) {
    csv(body).statusCode(400).contentType("application/problem+json");
  }

  @Test
  void aRejectionBelongsToWhoSignedInWithTheAddress() {
    Candidate me = fresh();
    as(me).get("/api/v1/applications").then().statusCode(200).body("items", emptyIterable());
    String event =
        once("acme")
            .body(
                "[" + item(UUID.randomUUID().toString(), me.email().toUpperCase(Locale.ROOT)) + "]")
            .post(ACME)
            .then()
            .body("accepted", equalTo(1))
            .extract()
            .header("Rebound-Event-Id");

    String id =
        as(me)
            .queryParam("after", event)
            .get("/api/v1/applications")
            .then()
            .body("items", hasSize(1))
            .body("items[0].status", equalTo("REJECTED"))
            .body("items[0].board", equalTo("acme"))
            .body("items[0].rejection.source", equalTo("BOARD"))
            .extract()
            .path("items[0].id");
    as(me)
        .get("/api/v1/applications/" + id)
        .then()
        .statusCode(200)
        .body("appliedOn", equalTo("2026-09-14"))
        .body("stages.kind", contains("PANEL_INTERVIEW"))
        .body("rejection.message", equalTo("No."))
        .body("rejection.reason", equalTo("Experience"));
  }

  @Test
  void untilThenItWaitsUnderAnIdThatTellsNothing() {
    Candidate me = fresh();
    String external = UUID.randomUUID().toString();
    once("acme")
        .body("[" + item(external, me.email()) + "]")
        .post(ACME)
        .then()
        .body("accepted", equalTo(1));

    assertThat(
            number(
                "select count(*) from event where strpos(convert_from(data, 'UTF8'), '"
                    + me.email()
                    + "') > 0 or strpos(convert_from(data, 'UTF8'), '"
                    + external
                    + "') > 0"))
        .isZero();
    assertThat(number("select count(*) from event where board = 'acme'")).isPositive();
    as(me).get("/api/v1/applications").then().statusCode(200);
    Awaitility.await()
        .atMost(LIMIT)
        .untilAsserted(() ->
            as(me)
                .get("/api/v1/applications")
                .then()
                .body("items.rejection.source", contains("BOARD")));
  }

  @Test
  void theSameIdOfTwoBoardsIsTwoApplications() {
    String list = "[" + item(UUID.randomUUID().toString(), "someone@example.net") + "]";

    once("acme").body(list).post(ACME).then().body("accepted", equalTo(1));
    once("globex").body(list).post(GLOBEX).then().body("accepted", equalTo(1));
  }

  @Test
  void anotherBoardIsNotThere() {
    String list = "[" + item(UUID.randomUUID().toString(), "someone@example.net") + "]";
    once("globex").body(list).post(ACME).then().statusCode(404);
    given()
        .auth()
        .oauth2(Stack.keycloak().token("board-admin2"))
        .contentType("application/json")
        .body(list)
        .post(ACME)
        .then()
        .statusCode(404);
    once("acme").body(list).post("/api/v1/boards/none/rejections").then().statusCode(404);
    once("acme").body(list).post(ACME).then().body("accepted", equalTo(1));
  }

  @Test
  void otherRolesReportNothing() {
    as(fresh()).body("[]").post(ACME).then().statusCode(403);
  }

  @Test
  void aMachineNamesItsRequestsAndAPersonNeedNot() {
    given()
        .auth()
        .oauth2(Stack.keycloak().clientToken("acme"))
        .contentType("application/json")
        .body("[]")
        .post(ACME)
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/idempotency-key-required"));
    given()
        .auth()
        .oauth2(Stack.keycloak().token("board-admin"))
        .contentType("application/json")
        .body("[]")
        .post(ACME)
        .then()
        .statusCode(200)
        .body("accepted", equalTo(0))
        .body("rejected", emptyIterable());
  }

  @Test
  void aListHasItsBounds() {
    once("acme").body("[" + " ".repeat(1_048_576)).post(ACME).then().statusCode(413);
    once("acme")
        .body(
            IntStream.range(0, 1001).mapToObj(i -> "{}").collect(Collectors.joining(",", "[", "]")))
        .post(ACME)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/too-many"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "null", "[", "[{}", "[{},]", "[{}] []", "[{\"a\":tru}]", "text"})
  void whatIsNoListIsAProblem(String body) {
    once("acme")
        .body(body)
        .post(ACME)
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  private static RequestSpecification once(String board) {
    return keyed(board, UUID.randomUUID().toString());
  }

  private static RequestSpecification keyed(String board, String key) {
    return given()
        .auth()
        .oauth2(Stack.keycloak().clientToken(board))
        .contentType("application/json")
        .header("Idempotency-Key", key);
  }

  private static ValidatableResponse csv(String list) {
    return once("acme").contentType("text/csv").body(list).post(ACME).then();
  }

  private static String item(String externalId, String email) {
    return item(externalId, email, "c-1");
  }

  private static String item(String externalId, String email, String person) {
    return """
    {"externalId":"%s","candidate":{"externalId":"%s","email":"%s","name":"Sam"},
     "posting":{"title":"Ward manager","company":"Lakeside","location":"Utrecht"},
     "appliedOn":"2026-09-14","stage":"PANEL_INTERVIEW","rejectedOn":"2026-09-20",
     "message":"No.","reason":{"id":"r-4","text":"Experience"}}
    """
        .formatted(externalId, person, email);
  }

  private long number(String sql) {
    return pool.query(sql).execute().await().atMost(LIMIT).iterator().next().getLong(0);
  }

  private static List<String> published(String stream) {
    Map<String, Object> settings = Map.of("bootstrap.servers", Stack.kafka().bootstrapServers());
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor("rebound.applications").stream()
              .map(it -> new TopicPartition(it.topic(), it.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<String> found = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          if (header(record, "ce_subject").equals(stream)) {
            found.add(header(record, "ce_type") + " " + header(record, "ce_board"));
          }
        }
      }
      return found;
    }
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }
}

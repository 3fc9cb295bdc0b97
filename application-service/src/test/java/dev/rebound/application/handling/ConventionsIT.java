package dev.rebound.application.handling;

import static dev.rebound.application.Candidates.apply;
import static dev.rebound.application.Candidates.as;
import static dev.rebound.application.Candidates.fresh;
import static dev.rebound.application.Candidates.once;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.delivery.AppliedEvents;
import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.testkit.Stack;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every route of the API, tried on one. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ConventionsIT {

  private static final String APPLICATIONS = "/api/v1/applications";
  private static final String NOBODYS = APPLICATIONS + "/0197c2de-0000-7000-8000-000000000000";
  private static final Candidate ME = fresh();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @TestHTTPResource("/")
  @SuppressWarnings("NullAway.Init")
  URI here;

  @Inject
  @SuppressWarnings("NullAway.Init")
  AppliedEvents applied;

  @ParameterizedTest
  @CsvSource({
    "404, GET, /api/v1/nothing",
    "404, GET, /",
    "404, GET, /api/v1/applications/none",
    "404, GET, /api/v1/applications/0197c2de-0000-7000-8000-000000000000",
    "405, DELETE, /api/v1/applications",
    "405, PUT, /api/v1/applications",
    "400, GET, /api/v1/applications?limit=many",
    "400, GET, /api/v1/applications?limit=0",
    "400, GET, /api/v1/applications?cursor=%21",
    "400, GET, /api/v1/applications?after=now"
  })
  void whatCannotBeAnsweredIsAProblem(int status, String method, String path) {
    isProblem(as(ME).urlEncodingEnabled(false).request(method, path), status)
        .body("instance", equalTo(path.replaceAll("\\?.*", "")));
  }

  /** Two fields that are no text to the database: the byte zero, each. */
  @Test
  void aCursorThatNoListGaveIsAProblem() {
    isProblem(
        given()
            .auth()
            .oauth2(Stack.keycloak().token("operator"))
            .get("/api/v1/operations/parked-streams?cursor=AAoA"),
        400);
  }

  @Test
  void whatHasNotArrivedYetIsAskedForAgain() {
    isProblem(as(ME).queryParam("after", UuidCreator.getTimeOrderedEpoch()).get(APPLICATIONS), 503)
        .header("Retry-After", equalTo("1"));
  }

  /** No timer runs for less than a millisecond, and a limit may leave less. */
  @Test
  void aWaitEndsWithItsLimitHoweverLittleIsLeft() {
    UUID unknown = UuidCreator.getTimeOrderedEpoch();
    for (int tenths = 1; tenths <= 100; tenths++) {
      Duration limit = Duration.ofNanos(tenths * 100_000L);
      assertThat(applied.await(unknown, limit).await().atMost(PATIENCE)).as("%s", limit).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a%2fb", "a%5cb", "a%3bb", "a;b", "%2e%2e/a", "..", "%00", "%25", "/a"})
  void aConfusingPathIsAProblem(String piece) throws IOException, InterruptedException {
    // Not by RestAssured, which tidies a path up before it sends it.
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI confusing = URI.create("http://" + here.getAuthority() + APPLICATIONS + "/" + piece);
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(confusing)
                  .header("Authorization", "Bearer " + ME.token())
                  .build(),
              HttpResponse.BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(answer.body()).contains("/problems/path");
    }
  }

  @Test
  void anotherTypeIsAProblem() {
    isProblem(once(ME).contentType("text/csv").body("a,b").post(APPLICATIONS), 415);
    isProblem(as(ME).accept("text/html").get(APPLICATIONS), 406);
  }

  @Test
  void aBodyTooLargeIsAProblem() {
    isProblem(once(ME).body(" ".repeat(70_000)).post(APPLICATIONS), 413);
  }

  @Test
  void aBodyTooLargeThatDoesNotSayItsLengthIsRefused() throws IOException {
    try (Socket socket = new Socket(here.getHost(), here.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST "
                  + APPLICATIONS
                  + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                  + ME.token()
                  + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      byte[] chunk = ("8000\r\n" + " ".repeat(0x8000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < 3; i++) {
        out.write(chunk);
      }
      out.flush();
      byte[] answer = socket.getInputStream().readNBytes("HTTP/1.1 413".length());
      assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
    }
  }

  static Stream<Arguments> bodies() {
    return Stream.of(
        body("", ""),
        body("", "null"),
        body("", "[]"),
        body("", "\"text\""),
        body("", "{"),
        body("", "{} {}"),
        body("", "{\"a\":".repeat(40) + "1" + "}".repeat(40)),
        body("", "{\"posting\":{\"title\":\"" + "x".repeat(21_000) + "\"}}"),
        body("", "{\"appliedOn\":\"2026-10-01\",\"appliedOn\":\"2026-10-01\"}"),
        body("colour", "{\"colour\":\"red\"}"),
        body("posting", "{\"posting\":\"text\"}"),
        body("posting.title", "{\"posting\":{\"title\":5}}"),
        body("posting.title", "{\"posting\":{\"title\":[\"T\"]}}"),
        body("posting.title", "{\"posting\":{\"title\":\"a\\u0000b\"}}"),
        body("posting.title", "{\"posting\":{\"title\":\"a\\ud800b\"}}"),
        body("posting.languages", "{\"posting\":{\"languages\":\"German\"}}"),
        body("posting.languages[1]", "{\"posting\":{\"languages\":[\"German\",5]}}"),
        body("posting.seniority", "{\"posting\":{\"seniority\":\"GURU\"}}"),
        body("posting.seniority", "{\"posting\":{\"seniority\":1}}"),
        body("posting.salary.min", "{\"posting\":{\"salary\":{\"min\":\"3000\"}}}"),
        body("appliedOn", "{\"appliedOn\":\"2026-02-30\"}"),
        body("appliedOn", "{\"appliedOn\":\"2026-10-01T08:00:00Z\"}"),
        body("appliedOn", "{\"appliedOn\":20001}"),
        body("appliedOn", "{\"appliedOn\":[2026,10,1]}"));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void aBodyThatDoesNotFitNamesItsField(String field, String body) {
    var answer =
        isProblem(once(ME).body(body).post(APPLICATIONS), 400)
            .body(not(containsString("dev.rebound")))
            .body(not(containsString("java.")))
            .body(not(containsString("Jackson")));
    if (!field.isEmpty()) {
      answer.body("violations.field", contains(field));
    }
  }

  @Test
  void everyViolationHasAFieldAndAMessage() {
    isProblem(once(ME).body("{\"posting\":{}}").post(APPLICATIONS), 400)
        .body("type", equalTo("/problems/invalid"))
        .body("violations.size()", equalTo(3))
        .body("violations.field", everyItem(notNullValue()))
        .body("violations.message", everyItem(notNullValue()));
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void aTokenThatDoesNotHoldIsAProblem(String what, String token) {
    isProblem(given().header("Authorization", "Bearer " + token).get(APPLICATIONS), 401)
        .header("WWW-Authenticate", startsWith("Bearer"));
  }

  static Stream<Arguments> tokens() throws GeneralSecurityException {
    String[] parts = ME.token().split("\\.");
    String none = base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts[1] + ".";
    String hs256 = base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + parts[1];
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(
        new SecretKeySpec("the realm's public key".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    String signed =
        hs256
            + "."
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mac.doFinal(hs256.getBytes(StandardCharsets.US_ASCII)));
    String other = fresh().token().split("\\.")[1];
    return Stream.of(
        Arguments.of("no token", "nonsense"),
        Arguments.of("two points alone", ".."),
        Arguments.of("algorithm none", none),
        Arguments.of("a symmetric signature", signed),
        Arguments.of("somebody else's claims", parts[0] + "." + other + "." + parts[2]),
        Arguments.of("no signature", parts[0] + "." + parts[1] + "."));
  }

  @Test
  void withoutATokenOrTheRoleThereIsAProblem() {
    isProblem(given().get(APPLICATIONS), 401).header("WWW-Authenticate", equalTo("Bearer"));
    isProblem(given().auth().oauth2(Stack.keycloak().token("operator")).get(APPLICATIONS), 403);
    isProblem(given().auth().oauth2(Stack.keycloak().token("recruiter")).get(NOBODYS), 403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "with a space in it", "ü-is-not-ascii-at-all"})
  void aStrangeIdempotencyKeyIsAProblem(String key) {
    isProblem(posting(as(ME).header("Idempotency-Key", key)), 400);
  }

  @Test
  void aKeyIsOneRequestsAndOneCallersOnly() {
    String key = UUID.randomUUID().toString();
    String id =
        posting(as(ME).header("Idempotency-Key", key)).then().statusCode(201).extract().path("id");

    isProblem(
        as(ME).header("Idempotency-Key", key).post(APPLICATIONS + "/" + id + "/withdrawal"), 422);
    posting(as(fresh()).header("Idempotency-Key", key))
        .then()
        .statusCode(201)
        .body("id", not(equalTo(id)));
  }

  @Test
  void aRepeatGetsTheFirstAnswerWhateverHappenedSince() {
    String reopening = APPLICATIONS + "/" + apply(ME, "Sailmaker", "2026-10-01") + "/reopening";
    String rejection = reopening.replace("reopening", "rejection");
    String key = UUID.randomUUID().toString();
    String body = "{\"rejectedOn\":\"2026-10-02\"}";
    Response first = as(ME).header("Idempotency-Key", key).body(body).post(rejection);
    once(ME).post(reopening).then().statusCode(200);

    as(ME)
        .header("Idempotency-Key", key)
        .body(body)
        .post(rejection)
        .then()
        .statusCode(200)
        .header("Idempotency-Replayed", "true")
        .header("ETag", equalTo(first.header("ETag")))
        .header("Rebound-Event-Id", equalTo(first.header("Rebound-Event-Id")))
        .body("status", equalTo("REJECTED"));
  }

  @Test
  void twentyRequestsWithOneKeyAtOnceHaveOneEffect() {
    Candidate me = fresh();
    String key = UUID.randomUUID().toString();
    List<CompletableFuture<Response>> sent = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      sent.add(CompletableFuture.supplyAsync(() -> posting(as(me).header("Idempotency-Key", key))));
    }
    List<Response> answers = sent.stream().map(CompletableFuture::join).toList();

    assertThat(answers).extracting(Response::statusCode).isSubsetOf(201, 409);
    List<Response> made = answers.stream().filter(it -> it.statusCode() == 201).toList();
    assertThat(made)
        .extracting(it -> it.<String>path("id"))
        .isNotEmpty()
        .containsOnly(made.getFirst().<String>path("id"));
    as(me)
        .queryParam("after", made.getFirst().header("Rebound-Event-Id"))
        .get(APPLICATIONS)
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"9\"", "W/\"1\"", "1", "\"x\""})
  void anotherVersionIsAProblem(String version) {
    String id = apply(ME, "Sailmaker", "2026-10-01");

    isProblem(
        once(ME).header("If-Match", version).post(APPLICATIONS + "/" + id + "/withdrawal"), 412);
  }

  private static Response posting(RequestSpecification request) {
    return request
        .body("{\"posting\":{\"title\":\"T\",\"company\":\"C\"},\"appliedOn\":\"2026-10-01\"}")
        .post(APPLICATIONS);
  }

  private static io.restassured.response.ValidatableResponse isProblem(
      Response answer, int status) {
    return answer
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", startsWith("/problems/"))
        .body("title", notNullValue())
        .body("status", equalTo(status))
        .body("detail", notNullValue())
        .body("detail", not(containsString("HTTP ")))
        .body("instance", startsWith("/"));
  }

  private static Arguments body(String field, String body) {
    return Arguments.of(field, body);
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}

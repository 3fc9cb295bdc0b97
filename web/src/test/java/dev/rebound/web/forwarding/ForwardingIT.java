package dev.rebound.web.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.web.Neighbours;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes between a caller and a service; Keycloak is away throughout, and not needed. */
@QuarkusTest
@QuarkusTestResource(value = Neighbours.class, restrictToAnnotatedClass = true)
class ForwardingIT {

  private static final int MEGABYTE = 1024 * 1024;

  private final HttpClient client = HttpClient.newHttpClient();

  @TestHTTPResource("/")
  @SuppressWarnings("NullAway.Init")
  URI here;

  @ParameterizedTest
  @CsvSource({
    "applications?status=ACTIVE&q=a%20b, application",
    "invitations/open, feedback",
    "growth-plan.ics, insights"
  })
  void aRequestReachesTheOwnerOfItsPath(String path, String service) throws Exception {
    JsonObject seen = seen(send("GET", path, BodyPublishers.noBody()));

    assertThat(seen.getString("service")).isEqualTo(service);
    assertThat(seen.getString("uri")).isEqualTo("/api/v1/" + path);
  }

  @Test
  void theCallersOwnHeadersAndBodyPass() throws Exception {
    JsonObject seen =
        seen(
            send(
                "PATCH",
                "applications/17",
                BodyPublishers.ofString("{\"a\":1}"),
                "Authorization",
                "Bearer of-the-caller",
                "Content-Type",
                "application/json",
                "If-Match",
                "\"2\"",
                "Idempotency-Key",
                "0123456789abcdef"));

    assertThat(seen.getString("method")).isEqualTo("PATCH");
    assertThat(seen.getString("body")).isEqualTo("{\"a\":1}");
    assertThat(header(seen, "authorization")).containsExactly("Bearer of-the-caller");
    assertThat(header(seen, "if-match")).containsExactly("\"2\"");
    assertThat(header(seen, "idempotency-key")).containsExactly("0123456789abcdef");
  }

  /** A vendor has no session and no token, and its signature is over the bytes as they are. */
  @Test
  void aSignedDeliveryPassesAsItIs() throws Exception {
    String body = "{ \"action\" :\t\"ping\",\r\n\"name\":\"Zo\u00eb \\u00eb\" }\n";
    JsonObject seen =
        seen(
            send(
                "POST",
                "boards/acme/webhooks/greenhouse",
                BodyPublishers.ofString(body),
                "Content-Type",
                "application/json",
                "Signature",
                "sha256 0123",
                "Greenhouse-Event-ID",
                "e-1",
                "webhook-signature",
                "v1,aa v1,bb"));

    assertThat(seen.getString("service")).isEqualTo("application");
    assertThat(seen.getString("body")).isEqualTo(body);
    assertThat(header(seen, "signature")).containsExactly("sha256 0123");
    assertThat(header(seen, "greenhouse-event-id")).containsExactly("e-1");
    assertThat(header(seen, "webhook-signature")).containsExactly("v1,aa v1,bb");
    assertThat(seen.getJsonObject("headers").fieldNames()).doesNotContain("authorization");
  }

  @Test
  void cookiesAndSpoofedHeadersEndHere() throws Exception {
    JsonObject seen =
        seen(
            send(
                "GET",
                "applications",
                BodyPublishers.noBody(),
                "Authorization",
                "Basic bm9ib2R5",
                "Cookie",
                "theirs=1; other=2",
                "X-Forwarded-For",
                "203.0.113.9",
                "X-Forwarded-Host",
                "evil.example",
                "X-Forwarded-Prefix",
                "/evil",
                "Forwarded",
                "for=203.0.113.9",
                "X-Real-Ip",
                "203.0.113.9",
                "traceparent",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "baggage",
                "who=me",
                "TE",
                "trailers"));

    assertThat(seen.getJsonObject("headers").fieldNames())
        .doesNotContain(
            "cookie",
            "authorization",
            "forwarded",
            "x-real-ip",
            "te",
            "x-forwarded-prefix",
            "traceparent",
            "baggage");
    assertThat(header(seen, "x-forwarded-for")).hasSize(1).doesNotContain("203.0.113.9");
    assertThat(header(seen, "x-forwarded-host")).containsExactly(here.getAuthority());
  }

  @Test
  void theServicesOwnHeadersPass() throws Exception {
    HttpResponse<String> answer = send("POST", "applications/made", BodyPublishers.noBody());

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().firstValue("ETag")).contains("\"3\"");
    assertThat(answer.headers().firstValue("Rebound-Event-Id")).contains("0199-event");
    assertThat(answer.headers().firstValue("Idempotency-Replayed")).contains("true");
    assertThat(answer.headers().firstValue("Retry-After")).contains("7");
  }

  @Test
  void aServicesLinksLeadBackHere() throws Exception {
    HttpResponse<String> answer = send("POST", "applications/made", BodyPublishers.noBody());

    assertThat(answer.headers().firstValue("Location")).contains("/api/v1/applications/17");
    assertThat(answer.headers().firstValue("Link"))
        .contains("</api/v1/applications?cursor=x>; rel=\"next\"");
  }

  @Test
  void aServiceCannotSpeakForThisOrigin() throws Exception {
    HttpResponse<String> answer = send("POST", "applications/made", BodyPublishers.noBody());

    assertThat(answer.headers().map().keySet())
        .doesNotContain("set-cookie", "server", "x-between-us");
    assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
    assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
  }

  @ParameterizedTest
  @CsvSource({"GET, nothing, 204", "GET, unchanged, 304", "HEAD, made, 201"})
  void anAnswerWithoutABodyEnds(String method, String path, int status) throws Exception {
    HttpResponse<String> answer = send(method, "applications/" + path, BodyPublishers.noBody());

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Transfer-Encoding")).isEmpty();
  }

  @Test
  void eventsPassAsTheyCome() throws Exception {
    HttpResponse<InputStream> stream =
        client.send(
            request("GET", "insights/stream", BodyPublishers.noBody()).build(),
            BodyHandlers.ofInputStream());
    try (var lines =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo("data: first");
      send("PUT", "insights/causes/second", BodyPublishers.noBody());
      assertThat(lines.lines()).contains("data: second");
    }
  }

  @Test
  void aBodyOfOneMegabytePasses() throws Exception {
    JsonObject seen = seen(send("POST", "import", BodyPublishers.ofByteArray(new byte[MEGABYTE])));

    assertThat(seen.getInteger("length")).isEqualTo(MEGABYTE);
  }

  @Test
  void aChunkedBodyPasses() throws Exception {
    JsonObject seen = seen(send("POST", "import", chunked(MEGABYTE)));

    assertThat(seen.getInteger("length")).isEqualTo(MEGABYTE);
  }

  @Test
  void aLargerBodyIsRefused() throws Exception {
    assertProblem(send("POST", "import", BodyPublishers.ofByteArray(new byte[MEGABYTE + 1])), 413);
  }

  @Test
  void aLargerBodyOfUnknownLengthIsRefusedToo() throws Exception {
    assertProblem(send("POST", "import", chunked(MEGABYTE + 1)), 413);
  }

  @Test
  void aServiceThatDoesNotAnswerIsGivenUp() throws Exception {
    HttpResponse<String> answer = send("GET", "applications/silent", BodyPublishers.noBody());

    assertProblem(answer, 504);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void aServiceThatBreaksOffIsABadGateway() throws Exception {
    HttpResponse<String> answer = send("GET", "applications/broken", BodyPublishers.noBody());

    assertProblem(answer, 502);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void aPathThatNobodyOwnsIsNotFound() throws Exception {
    assertProblem(send("GET", "unheard-of", BodyPublishers.noBody()), 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"invitations;x/open", "invitations%2f..%2fme", "invitations//open"})
  void aConfusingPathIsRefusedBeforeAnybodyReadsIt(String path) throws Exception {
    assertProblem(send("GET", path, BodyPublishers.noBody()), 400);
  }

  @Test
  void aSessionThatCannotBeAskedAboutIsNotSentToSignIn() throws Exception {
    HttpResponse<String> answer =
        send("GET", "applications", BodyPublishers.noBody(), "Cookie", "q_session=not-a-session");

    assertProblem(answer, 503);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
  }

  @Test
  void aSessionMayNotActFromAnotherSite() throws Exception {
    assertProblem(
        send(
            "POST",
            "applications",
            BodyPublishers.noBody(),
            "Cookie",
            "q_session=not-a-session",
            "Origin",
            "https://evil.example"),
        403);
  }

  @Test
  void aSessionMayNotActFromNowhere() throws Exception {
    assertProblem(
        send("DELETE", "me", BodyPublishers.noBody(), "Cookie", "q_session=not-a-session"), 403);
  }

  @Test
  void aSessionDoesNotGetInTheWayOfAnInvitation() throws Exception {
    JsonObject seen =
        seen(
            send(
                "POST",
                "invitations/open",
                BodyPublishers.ofString("{}"),
                "Cookie",
                "q_session=not-a-session"));

    assertThat(seen.getString("service")).isEqualTo("feedback");
    assertThat(seen.getJsonObject("headers").fieldNames()).doesNotContain("authorization");
  }

  private static BodyPublisher chunked(int length) {
    return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[length]));
  }

  private HttpResponse<String> send(
      String method, String path, BodyPublisher body, String... headers) throws Exception {
    HttpRequest.Builder request = request(method, path, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String method, String path, BodyPublisher body) {
    return HttpRequest.newBuilder(URI.create(here + "api/v1/" + path))
        .version(HttpClient.Version.HTTP_1_1)
        .method(method, body);
  }

  private static JsonObject seen(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    return new JsonObject(answer.body());
  }

  private static List<String> header(JsonObject seen, String name) {
    return seen.getJsonObject("headers").getJsonArray(name).stream()
        .map(String.class::cast)
        .toList();
  }

  private static void assertProblem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonObject problem = new JsonObject(answer.body());
    assertThat(problem.getInteger("status")).isEqualTo(status);
    assertThat(problem.fieldNames()).contains("type", "title", "detail", "instance");
  }
}

package dev.rebound.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad input gets a clear problem, on every service, and never an error of ours. */
class BadInputIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Whole WHOLE = Whole.running();
  private static String token = "";

  @BeforeAll
  static void signIn() {
    token = WHOLE.realm().newCandidate().token();
  }

  @AfterAll
  static void close() {
    CLIENT.close();
  }

  /** A request and the status it must be answered with. */
  record Bad(
      String what,
      int status,
      String service,
      String method,
      String path,
      String type,
      String body) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static final String JSON_TYPE = "application/json";
  private static final String APPLICATIONS = "/api/v1/applications";
  private static final String FEEDBACK = "/api/v1/feedback";
  private static final String GOALS = "/api/v1/growth-plan/goals";
  private static final String ABSENT = "/0197c2de-0000-7000-8000-000000000000";

  static Stream<Bad> bad() {
    return Stream.of(
        post("cut JSON", 400, APPLICATIONS, "{\"posting\":"),
        post("no body", 400, APPLICATIONS, ""),
        post("null", 400, APPLICATIONS, "null"),
        post("an array", 400, APPLICATIONS, "[]"),
        post("nothing in it", 400, APPLICATIONS, "{}"),
        post("an unknown field", 400, APPLICATIONS, submission(",\"colour\":\"red\"", "T")),
        post("a blank title", 400, APPLICATIONS, submission("", "  ")),
        post("a title of 10000 letters", 400, APPLICATIONS, submission("", "x".repeat(10_000))),
        post("a control character", 400, APPLICATIONS, submission("", "a\\u0000b")),
        post("half a character", 400, APPLICATIONS, submission("", "a\\ud800b")),
        post("a date that is none", 400, APPLICATIONS, dated("2026-13-45")),
        post("a number for a text", 400, APPLICATIONS, "{\"posting\":{\"title\":5}}"),
        post("an unknown level", 400, APPLICATIONS, posting(",\"seniority\":\"GURU\"")),
        post("a strange address", 400, APPLICATIONS, submission(recruiter("nobody"), "T")),
        post("trailing words", 400, APPLICATIONS, submission("", "T") + " and more"),
        post("a body that is too large", 413, APPLICATIONS, submission("", "x".repeat(70_000))),
        post("too deep", 400, APPLICATIONS, "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000)),
        new Bad("another type", 415, "application", "POST", APPLICATIONS, "text/plain", "hello"),
        new Bad("a method", 405, "application", "DELETE", APPLICATIONS, JSON_TYPE, ""),
        get("an unknown path", 404, "application", "/api/v1/nothing"),
        get("an id that is none", 404, "application", APPLICATIONS + "/none"),
        get("an id of nobody", 404, "application", APPLICATIONS + ABSENT),
        get("a limit of nothing", 400, "application", APPLICATIONS + "?limit=0"),
        get("a limit that is none", 400, "application", APPLICATIONS + "?limit=many"),
        get("a strange cursor", 400, "application", APPLICATIONS + "?cursor=%21"),
        get("an event that is none", 400, "application", APPLICATIONS + "?after=now"),
        get("a confusing path", 400, "application", "/api/v1/applications%2f" + ABSENT),
        new Bad(
            "feedback of nobody",
            400,
            "feedback",
            "POST",
            FEEDBACK,
            JSON_TYPE,
            "{\"source\":\"X\"}"),
        new Bad("feedback without words", 400, "feedback", "POST", FEEDBACK, JSON_TYPE, "{}"),
        get("no request", 404, "feedback", "/api/v1/feedback-requests" + ABSENT),
        new Bad(
            "an invitation of nobody",
            404,
            "feedback",
            "POST",
            "/api/v1/invitations/open",
            JSON_TYPE,
            "{\"token\":\"" + "A".repeat(43) + "\"}"),
        new Bad(
            "a malformed invitation",
            404,
            "feedback",
            "POST",
            "/api/v1/invitations/open",
            JSON_TYPE,
            "{\"token\":\"x\"}"),
        new Bad("a goal without a theme", 400, "insights", "POST", GOALS, JSON_TYPE, "{}"),
        new Bad(
            "progress beyond the end",
            400,
            "insights",
            "POST",
            GOALS + ABSENT + "/check-ins",
            JSON_TYPE,
            "{\"progress\":101}"),
        new Bad(
            "a check-in of another day",
            400,
            "insights",
            "POST",
            GOALS + ABSENT + "/check-ins",
            JSON_TYPE,
            "{\"progress\":10,\"on\":\"2020-01-01\"}"),
        get("an unknown export", 400, "insights", "/api/v1/search-profile/export?format=fax"),
        get("preparation of nothing", 400, "insights", "/api/v1/preparation"),
        get(
            "preparation of nobody's",
            404,
            "insights",
            "/api/v1/preparation?applicationId=" + ABSENT.substring(1)));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void isAProblem(Bad bad) throws IOException, InterruptedException {
    for (String origin : new String[] {bad.service(), "web"}) {
      HttpResponse<String> answer = send(WHOLE.url(origin), bad);

      assertThat(answer.statusCode())
          .as("%s at %s: %s", bad, origin, answer.body())
          .isEqualTo(bad.status());
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .as("%s at %s", bad, origin)
          .contains("application/problem+json");
      JsonNode problem = JSON.readTree(answer.body());
      assertThat(problem.path("title").asText()).as("title of %s", answer.body()).isNotBlank();
      assertThat(problem.path("status").asInt()).isEqualTo(bad.status());
      assertThat(answer.body()).doesNotContain("Exception", "dev.rebound", "io.quarkus", "select ");
    }
  }

  private static HttpResponse<String> send(String origin, Bad bad)
      throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(origin + bad.path()))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", bad.type())
            .method(
                bad.method(),
                bad.method().equals("GET")
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(bad.body()))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static Bad post(String what, int status, String path, String body) {
    return new Bad(what, status, "application", "POST", path, JSON_TYPE, body);
  }

  private static Bad get(String what, int status, String service, String path) {
    return new Bad(what, status, service, "GET", path, JSON_TYPE, "");
  }

  private static String submission(String more, String title) {
    return "{\"posting\":{\"title\":\""
        + title
        + "\",\"company\":\"C\"},\"appliedOn\":\"2026-10-01\""
        + more
        + "}";
  }

  private static String posting(String more) {
    return "{\"posting\":{\"title\":\"T\",\"company\":\"C\""
        + more
        + "},\"appliedOn\":\"2026-10-01\"}";
  }

  private static String dated(String day) {
    return "{\"posting\":{\"title\":\"T\",\"company\":\"C\"},\"appliedOn\":\"" + day + "\"}";
  }

  private static String recruiter(String email) {
    return ",\"recruiter\":{\"email\":\"" + email + "\"}";
  }
}

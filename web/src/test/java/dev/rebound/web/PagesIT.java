package dev.rebound.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages for those outside; Keycloak is away throughout. */
@QuarkusTest
@QuarkusTestResource(value = Neighbours.class, restrictToAnnotatedClass = true)
class PagesIT {

  private static final int LIGHT = 20_000;

  private final HttpClient client = HttpClient.newHttpClient();

  @TestHTTPResource("/")
  @SuppressWarnings("NullAway.Init")
  URI here;

  @ParameterizedTest
  @CsvSource({"/, Sign in", "/f, Your feedback"})
  void thePublicPagesNeedNobody(String path, String text) throws Exception {
    HttpResponse<String> page = get(path);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains(text).contains("<main", "lang=\"en\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/f", "/nothing", "/assets/invitation.js", "/q/health/ready"})
  void everyAnswerHasTheSecurityHeaders(String path) throws Exception {
    HttpResponse<String> page = get(path);

    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/f"})
  void nothingIsInlineAndNothingFromElsewhere(String path) throws Exception {
    assertThat(get(path).body())
        .doesNotContain("<style", "style=", "onclick", "https://")
        .doesNotContainPattern("<script(?![^>]* src=\"/assets/)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/f", "/assets/invitation.js", "/assets/rebound.css"})
  void everyFileIsLight(String path) throws Exception {
    assertThat(get(path).body().length()).isLessThan(LIGHT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/f/nothing", "/assets/nothing.js", "/dev/mailbox"})
  void whatIsNotThereIsAPlainPage(String path) throws Exception {
    HttpResponse<String> page = get(path);

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("There is no such page");
  }

  @Test
  void theLinkCanBePastedWhereTheScriptDoesNotArrive() throws Exception {
    String shown = get("/f").body().replaceAll("(?s)<noscript>.*?</noscript>", "");

    assertThat(shown)
        .containsPattern("<section id=\"opening\">")
        .contains("If nothing happens, paste your link here")
        .containsPattern("<form method=\"post\" action=\"/f/open\">\\s*<label for=\"plain-code\">");
  }

  @Test
  void decliningSaysThatItIsFinal() throws Exception {
    assertThat(get("/f").body())
        .contains("It cannot be taken back, and what you wrote above is not sent.")
        .contains("Yes, decline");
  }

  @Test
  void aWrongMethodIsRefusedPlainly() throws Exception {
    HttpResponse<String> page =
        client.send(
            HttpRequest.newBuilder(here.resolve("/f")).POST(BodyPublishers.noBody()).build(),
            BodyHandlers.ofString());

    assertThat(page.statusCode()).isEqualTo(405);
  }

  @Test
  void signingInWithoutKeycloakIsACalmPage() throws Exception {
    HttpResponse<String> page = get("/login");

    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).contains("Not possible right now");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/applications", "/applications/17/reflection", "/growth-plan", "/board"})
  void whoeverIsOutsideIsSentToSignIn(String path) throws Exception {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location").map(here::resolve))
        .contains(here.resolve("/login"));
    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("rebound_to=\"" + path + "\"")
        .containsIgnoringCase("HttpOnly");
  }

  @ParameterizedTest
  @CsvSource({
    "/applications?status=REJECTED&q=a%20b, /applications?status=REJECTED&q=a%20b",
    "/applications?q=//b, /applications",
    "/applications?q=a;b, /applications"
  })
  void whatThePageWasAskedForIsKept(String address, String kept) throws Exception {
    HttpResponse<String> answer = get(address);

    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("rebound_to=\"" + kept + "\"");
  }

  @Test
  void whatWasWrittenWithoutAScriptOutlivesAnOutage() throws Exception {
    String key = "0199a7f4-0000-7000-8000-00000000000a";

    HttpResponse<String> page =
        post(
            "/f/answer",
            "token="
                + Neighbours.AWAY
                + "&key="
                + key
                + "&comments=A+%3Cgood%3E+start&stage-OFFER=4");

    assertThat(page.body())
        .contains("Send again", ">A &lt;good&gt; start</textarea>")
        .contains("name=\"token\" value=\"" + Neighbours.AWAY + "\"")
        .contains("name=\"key\" value=\"" + key + "\"", "name=\"stage-OFFER\" value=\"4\"");
  }

  @Test
  void decliningWithoutAScriptIsAskedAboutFirst() throws Exception {
    String form = "token=an-invitation-that-is-open&comments=A+%3Cgood%3E+start&stage-OFFER=4";

    assertThat(post("/f/decline", form).body())
        .contains("Yes, decline", "formaction=\"/f/open\"", "What you wrote is not sent then.")
        .contains("name=\"token\" value=\"an-invitation-that-is-open\"")
        .contains("name=\"comments\" value=\"A &lt;good&gt; start\"")
        .contains("name=\"stage-OFFER\" value=\"4\"")
        .doesNotContain("That is fine");
    assertThat(post("/f/decline", form + "&confirmed=yes").body()).contains("That is fine");
  }

  @Test
  void whoeverDoesNotDeclineFindsWhatWasWritten() throws Exception {
    assertThat(post("/f/open", "token=" + Neighbours.AWAY + "&comments=A+start").body())
        .contains(">A start</textarea>");
  }

  @Test
  void nothingIsDeclinedWithoutACode() throws Exception {
    assertThat(post("/f/decline", "token=&confirmed=yes").body()).doesNotContain("That is fine");
  }

  @Test
  void anInvitationThatCannotBeOpenedRightNowSaysSo() throws Exception {
    assertThat(post("/f/open", "code=" + Neighbours.AWAY).body())
        .contains("cannot be opened right now");
  }

  @Test
  void aSessionWithoutKeycloakSeesThePageForThoseOutside() throws Exception {
    HttpResponse<String> page =
        client.send(
            HttpRequest.newBuilder(here).header("Cookie", "q_session=some").build(),
            BodyHandlers.ofString());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Signing in is not possible right now.")
        .doesNotContain("session has ended");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/health/live", "/q/health/ready", "/q/health/started", "/q/metrics"})
  void itCanBeWatched(String path) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/health/ready", "/q/metrics"})
  void nobodyWatchesFromOutside(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(here.resolve(path)).header("X-Forwarded-For", "192.0.2.7").build();

    assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> post(String path, String form) throws Exception {
    return client.send(
        HttpRequest.newBuilder(here.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(here.resolve(path)).build(), BodyHandlers.ofString());
  }
}

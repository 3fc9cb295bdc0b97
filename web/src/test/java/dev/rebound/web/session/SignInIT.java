package dev.rebound.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.web.Neighbours;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in and out with the real Keycloak, and what a session is good for. */
@QuarkusTest
@QuarkusTestResource(value = Neighbours.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = Keycloak.class, restrictToAnnotatedClass = true)
class SignInIT {

  private final Browser browser = new Browser();

  @TestHTTPResource("/")
  @SuppressWarnings("NullAway.Init")
  URI here;

  @Test
  void signingInAsksKeycloakForACodeWithPkce() throws Exception {
    HttpResponse<String> answer = browser.get(here.resolve("/login"));

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .contains("/realms/rebound/protocol/openid-connect/auth")
        .contains("response_type=code", "client_id=rebound-web")
        .contains("code_challenge_method=S256", "nonce=");
  }

  @Test
  void afterSigningInTheStartPageShowsTheFiveSteps() throws Exception {
    HttpResponse<String> page = browser.signIn(here, "candidate");

    assertThat(page.uri().getPath()).isEqualTo("/");
    assertThat(page.body()).contains("<b>1</b> open request", "<b>3</b> out of your hands");
  }

  @Test
  void aServiceThatFailsCostsANoteAndNotThePage() throws Exception {
    HttpResponse<String> page = browser.signIn(here, "candidate");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .containsSubsequence("Search more precisely", "This cannot be shown at the moment");
  }

  @Test
  void aRecruiterSeesHowManyRequestsWait() throws Exception {
    assertThat(browser.signIn(here, "recruiter").body())
        .contains("One request for feedback waits for an answer from your board.");
  }

  @Test
  void anOperatorSeesAPlainPage() throws Exception {
    assertThat(browser.signIn(here, "operator").body()).contains("no page for your role yet");
  }

  @Test
  void noTokenReachesTheBrowser() throws Exception {
    browser.signIn(here, "candidate");

    List<String> session =
        browser.received().stream().filter(it -> it.startsWith(Session.COOKIE)).toList();
    assertThat(session)
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it).contains("HTTPOnly", "SameSite=Lax"));
    assertThat(String.join("", browser.cookiesOf(here).values()).split("\\.", -1))
        .as("five parts: encrypted, where a readable token has three")
        .hasSize(5);
  }

  @Test
  void theSessionsTokenGoesAlongAndItsCookieDoesNot() throws Exception {
    browser.signIn(here, "candidate");

    HttpResponse<String> answer = browser.get(api("applications"));

    JsonObject headers = new JsonObject(answer.body()).getJsonObject("headers");
    assertThat(headers.getJsonArray("authorization").getString(0)).startsWith("Bearer ey");
    assertThat(headers.fieldNames()).doesNotContain("cookie");
  }

  @Test
  void aChangeFromThisOriginPasses() throws Exception {
    browser.signIn(here, "candidate");

    HttpResponse<String> answer =
        browser.post(api("applications"), Map.of("a", "b"), "Origin", origin());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(new JsonObject(answer.body()).getString("body")).isEqualTo("a=b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null"})
  void aChangeFromAnotherOriginIsRefused(String origin) throws Exception {
    browser.signIn(here, "candidate");

    HttpResponse<String> answer =
        browser.post(api("applications"), Map.of("a", "b"), "Origin", origin);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void anInvitationIsOpenedWithoutTheSession() throws Exception {
    browser.signIn(here, "candidate");

    HttpResponse<String> answer = browser.post(api("invitations/open"), Map.of());

    assertThat(new JsonObject(answer.body()).getJsonObject("headers").fieldNames())
        .doesNotContain("authorization", "cookie");
  }

  @Test
  void aForgedSessionIsAProblemAndNoRedirect() throws Exception {
    HttpResponse<String> answer =
        browser.get(api("applications"), "Cookie", Session.COOKIE + "=forged");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.headers().firstValue("Location")).isEmpty();
  }

  @Test
  void aForgedSessionSeesThePageForThoseOutside() throws Exception {
    HttpResponse<String> page = browser.get(here, "Cookie", Session.COOKIE + "=forged");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Your session has ended");
  }

  @Test
  void signingOutEndsTheSessionHere() throws Exception {
    browser.signIn(here, "candidate");

    HttpResponse<String> answer =
        browser.post(
            here.resolve("/logout"), Map.of(), "Sec-Fetch-Site", "same-origin", "Origin", "null");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .doesNotContain("ey", "realms");
    assertThat(browser.cookiesOf(here).keySet()).noneMatch(it -> it.startsWith(Session.COOKIE));
  }

  @Test
  void signingOutEndsTheSessionAtKeycloakToo() throws Exception {
    browser.signIn(here, "candidate");
    browser.post(here.resolve("/logout"), Map.of(), "Origin", origin());

    HttpResponse<String> page = browser.follow(browser.get(here.resolve("/login")));

    assertThat(page.body()).as("asks for the password again").contains("name=\"password\"");
  }

  @Test
  void anotherSiteCannotSignPeopleOut() throws Exception {
    browser.signIn(here, "candidate");

    HttpResponse<String> answer =
        browser.post(here.resolve("/logout"), Map.of(), "Origin", "https://evil.example");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(browser.cookiesOf(here).keySet()).anyMatch(it -> it.startsWith(Session.COOKIE));
  }

  @Test
  void aWayBackThatNobodyAskedForIsAPlainPage() throws Exception {
    HttpResponse<String> answer = browser.get(here.resolve("/login?state=stale&code=stolen"));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("Signing in did not work");
  }

  @Test
  void aWayBackThatDoesNotFitWhatWasAskedIsAPlainPage() throws Exception {
    browser.get(here.resolve("/login"));

    HttpResponse<String> answer = browser.get(here.resolve("/login?state=stale&code=stolen"));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("Signing in did not work");
  }

  @Test
  void aBrowserThatKeepsNoCookiesIsToldSoAndDoesNotGoRoundInCircles() throws Exception {
    HttpResponse<String> back =
        browser.submitSignIn(browser.follow(browser.get(here.resolve("/login"))), "candidate");

    HttpResponse<String> answer =
        new Browser().get(URI.create(back.headers().firstValue("Location").orElseThrow()));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("cookies");
  }

  private URI api(String path) {
    return here.resolve("/api/v1/" + path);
  }

  private String origin() {
    return "http://" + here.getAuthority();
  }
}

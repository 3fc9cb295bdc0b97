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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in and out with the real Keycloak, and what a session is good for. */
@QuarkusTest
@QuarkusTestResource(value = Neighbours.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = Keycloak.class, restrictToAnnotatedClass = true)
class SignInIT {

  private static final Pattern NONCE = Pattern.compile(" nonce=\"([^\"]+)\"");

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
  void afterSigningInThePageKnowsWhoItIsAndNoMore() throws Exception {
    HttpResponse<String> page = browser.signIn(here, "candidate");

    assertThat(page.uri().getPath()).isEqualTo("/");
    assertThat(page.body())
        .containsPattern("name=\"rebound-roles\" content=\"[^\"]*candidate")
        .containsPattern("name=\"rebound-subject\" content=\"[0-9a-f-]{36}\"");
    assertThat(page.body()).doesNotContain("{", "eyJ");
  }

  @Test
  void theStyleSheetsOfAPageCarryANonceOfItsOwn() throws Exception {
    String first = nonce(browser.signIn(here, "candidate"));
    String second = nonce(browser.get(here));

    assertThat(first).isNotBlank().isNotEqualTo(second);
  }

  private static String nonce(HttpResponse<String> page) {
    Matcher nonce = NONCE.matcher(page.body());
    assertThat(nonce.find()).isTrue();
    assertThat(page.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("style-src 'self' 'nonce-" + nonce.group(1) + "'")
        .doesNotContain("unsafe");
    return nonce.group(1);
  }

  @Test
  void whoeverHasToSignInFirstComesToThePageThatWasAskedFor() throws Exception {
    HttpResponse<String> page =
        browser.follow(
            browser.submitSignIn(
                browser.follow(
                    browser.get(here.resolve("/applications/0199a7f4-1c2b?step=3&q=a%20b"))),
                "candidate"));

    assertThat(page.uri()).isEqualTo(here.resolve("/applications/0199a7f4-1c2b?step=3&q=a%20b"));
    assertThat(page.body()).contains("rebound-name");
    assertThat(browser.follow(browser.get(here.resolve("/login"))).uri().getPath())
        .as("once only")
        .isEqualTo("/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example",
        "/login",
        "/api/v1/me",
        "/data/../login",
        "/data?to=//evil.example",
        "/data?to=%zz"
      })
  void nobodyIsSentAnywhereElseAfterSigningIn(String elsewhere) throws Exception {
    browser.signIn(here, "candidate");
    browser.cookiesOf(here).put("rebound_to", elsewhere);

    HttpResponse<String> answer = browser.get(here.resolve("/login"));

    assertThat(answer.headers().firstValue("Location").map(here::resolve)).contains(here);
  }

  @ParameterizedTest
  @ValueSource(strings = {"recruiter", "board-admin"})
  void whoeverActsForABoardHasPagesToo(String user) throws Exception {
    assertThat(browser.signIn(here, user).body())
        .containsPattern("name=\"rebound-roles\" content=\"[^\"]*" + user);
  }

  @Test
  void anOperatorSeesAPlainPage() throws Exception {
    assertThat(browser.signIn(here, "operator").body()).contains("no page for your role");
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

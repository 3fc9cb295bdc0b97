package dev.rebound.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.web.Neighbours;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A session whose tokens are always about to end, so that every request renews them. */
@QuarkusTest
@TestProfile(RefreshingIT.Hasty.class)
@QuarkusTestResource(value = Neighbours.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = Keycloak.class, restrictToAnnotatedClass = true)
class RefreshingIT {

  /** Longer than any token lives. */
  public static final class Hasty implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("rebound.session.refresh-before", "1h");
    }
  }

  private final Browser browser = new Browser();

  @TestHTTPResource("/")
  @SuppressWarnings("NullAway.Init")
  URI here;

  @Test
  void aTokenThatIsAboutToEndIsRenewedOnTheWay() throws Exception {
    browser.signIn(here, "candidate");
    Map<String, String> before = Map.copyOf(browser.cookiesOf(here));

    HttpResponse<String> answer = browser.get(here.resolve("/api/v1/applications"));

    assertThat(bearer(answer)).startsWith("Bearer ey");
    assertThat(browser.cookiesOf(here)).isNotEqualTo(before);
  }

  @Test
  void theRenewedSessionIsGoodForTheNextRequest() throws Exception {
    browser.signIn(here, "candidate");
    String first = bearer(browser.get(here.resolve("/api/v1/applications")));

    String second = bearer(browser.get(here.resolve("/api/v1/applications")));

    assertThat(second).startsWith("Bearer ey").isNotEqualTo(first);
  }

  private static String bearer(HttpResponse<String> answer) {
    return new JsonObject(answer.body())
        .getJsonObject("headers")
        .getJsonArray("authorization")
        .getString(0);
  }
}

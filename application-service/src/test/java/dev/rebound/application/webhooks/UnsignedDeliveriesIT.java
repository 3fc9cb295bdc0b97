package dev.rebound.application.webhooks;

import static dev.rebound.application.webhooks.Systems.GREENHOUSE;
import static dev.rebound.application.webhooks.Systems.greenhouse;
import static dev.rebound.application.webhooks.Systems.post;
import static dev.rebound.application.webhooks.Systems.setUp;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A vendor delivers for many boards from one address: what one board gets wrong harms no other. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@TestProfile(UnsignedDeliveriesIT.Few.class)
class UnsignedDeliveriesIT {

  private static final String PING = "{\"action\":\"ping\"}";
  private static final String WRONG = "not-the-secret-of-the-board";

  /** One request a minute from an address. */
  public static final class Few implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("rebound.limits.address-per-minute", "1");
    }
  }

  @Test
  void whatIsSignedIsTakenFromAnAddressThatHasSentTooMuchUnsigned() {
    setUp("acme", "greenhouse", GREENHOUSE).statusCode(200);
    setUp("globex", "greenhouse", GREENHOUSE).statusCode(200);

    greenhouse("acme", WRONG, PING).statusCode(401);
    greenhouse("acme", WRONG, PING).statusCode(429).header("Retry-After", notNullValue());
    post("acme", "workday", Map.of(), PING).statusCode(429);

    for (String board : new String[] {"globex", "acme", "globex"}) {
      greenhouse(board, GREENHOUSE, PING).statusCode(200).body("outcome", equalTo("PING"));
    }
    greenhouse("globex", WRONG, PING).statusCode(429);
  }
}

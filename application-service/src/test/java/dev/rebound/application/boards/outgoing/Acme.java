package dev.rebound.application.boards.outgoing;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rebound.testkit.Stack;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** What the board acme does: subscribe, look into its log, check signatures. */
final class Acme {

  /** Where everything of it is. */
  static final String ACME = "/api/v1/boards/acme/";

  /** How long anything may take. */
  static final Duration LIMIT = Duration.ofSeconds(40);

  private Acme() {}

  /** A subscription as it was made. */
  record Made(String id, String secret) {}

  static Made subscribe(String url, String... types) {
    JsonPath made = request(url, types).then().statusCode(201).extract().jsonPath();
    return new Made(made.getString("id"), made.getString("secret"));
  }

  static Response request(String url, String... types) {
    return once("acme")
        .body(Map.of("url", url, "types", List.of(types)))
        .post(ACME + "subscriptions");
  }

  /** Takes all subscriptions away; a board has only so many. */
  static void clear() {
    List<String> ids = as("acme").get(ACME + "subscriptions").jsonPath().getList("items.id");
    ids.forEach(id -> as("acme").delete(ACME + "subscriptions/" + id).then().statusCode(204));
  }

  /** One value of each line in the log of a subscription, the newest first. */
  static List<Object> column(Made made, String name) {
    List<Map<String, Object>> all =
        as("acme").get(ACME + "deliveries?limit=200").jsonPath().getList("items");
    List<Object> values = new ArrayList<>();
    all.stream()
        .filter(it -> made.id().equals(it.get("subscription")))
        .forEach(it -> values.add(it.get(name)));
    return values;
  }

  /** Whether one of the call's signatures is by this secret. */
  static boolean signedBy(String secret, Receiver.Call call) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] signed =
          mac.doFinal((call.id() + "." + call.timestamp() + "." + call.body()).getBytes(UTF_8));
      String expected = "v1," + Base64.getEncoder().encodeToString(signed);
      return Arrays.asList(call.signature().split(" ")).contains(expected);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static void eventually(ThrowingRunnable assertion) {
    Awaitility.await().atMost(LIMIT).untilAsserted(assertion);
  }

  static RequestSpecification as(String board) {
    return given()
        .auth()
        .oauth2(Stack.keycloak().clientToken(board))
        .contentType("application/json");
  }

  static RequestSpecification once(String board) {
    return as(board).header("Idempotency-Key", UUID.randomUUID().toString());
  }
}

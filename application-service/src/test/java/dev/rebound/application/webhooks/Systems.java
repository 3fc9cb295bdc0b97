package dev.rebound.application.webhooks;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rebound.testkit.Stack;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The vendors' systems as the tests play them: recorded deliveries, signed as the vendor does. */
final class Systems {

  static final String GREENHOUSE = "greenhouse-secret-for-tests";
  static final String ASHBY = "ashby-secret-for-tests";
  static final String LEVER = "lever-secret-for-tests";
  static final String STANDARD =
      "whsec_" + Base64.getEncoder().encodeToString("standard-secret-for-tests".getBytes(UTF_8));

  private Systems() {}

  /** Sets a secret, as the board's own machine does. */
  static ValidatableResponse setUp(String board, String provider, String secret) {
    return given()
        .auth()
        .oauth2(Stack.keycloak().clientToken(board))
        .contentType("application/json")
        .body("{\"secret\":\"" + secret + "\"}")
        .put("/api/v1/boards/" + board + "/webhooks/" + provider + "/secret")
        .then();
  }

  /** A recorded delivery with its placeholders filled. */
  static String sample(String name, Map<String, String> values) {
    try (InputStream in =
        Objects.requireNonNull(
            Systems.class.getResourceAsStream("/webhooks/" + name + ".json"), name)) {
      String text = new String(in.readAllBytes(), UTF_8);
      for (Map.Entry<String, String> value : values.entrySet()) {
        text = text.replace("{" + value.getKey() + "}", value.getValue());
      }
      return text;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** An id as Greenhouse has them. */
  static String number() {
    return Long.toString(ThreadLocalRandom.current().nextLong(1_000_000_000_000L));
  }

  static ValidatableResponse greenhouse(String board, String secret, String body) {
    return greenhouse(board, secret, UUID.randomUUID().toString(), body);
  }

  static ValidatableResponse greenhouse(String board, String secret, String event, String body) {
    return post(
        board,
        "greenhouse",
        Map.of("Signature", "sha256 " + hex(secret, body), "Greenhouse-Event-ID", event),
        body);
  }

  static ValidatableResponse ashby(String board, String secret, String body) {
    return post(board, "ashby", Map.of("Ashby-Signature", "sha256=" + hex(secret, body)), body);
  }

  static ValidatableResponse lever(
      String board, String secret, String name, Instant at, Map<String, String> values) {
    return post(board, "lever", Map.of(), leverBody(secret, name, at, values));
  }

  static String leverBody(String secret, String name, Instant at, Map<String, String> values) {
    String token = UUID.randomUUID().toString();
    String millis = Long.toString(at.toEpochMilli());
    return sample(name, values)
        .replace("{at}", millis)
        .replace("{token}", token)
        .replace("{signature}", hex(secret, token + millis));
  }

  static ValidatableResponse standard(
      String board, String secret, String id, Instant at, String body) {
    return post(board, "standard", standardHeaders(secret, id, at, body), body);
  }

  /** The signature is the second of two, as while a sender's secrets change. */
  static Map<String, String> standardHeaders(String secret, String id, Instant at, String body) {
    String seconds = Long.toString(at.getEpochSecond());
    byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    byte[] mac = Signatures.hmac(key, (id + "." + seconds + "." + body).getBytes(UTF_8));
    return Map.of(
        "webhook-id",
        id,
        "webhook-timestamp",
        seconds,
        "webhook-signature",
        "v1,bm90aGluZw== v1," + Base64.getEncoder().encodeToString(mac));
  }

  static ValidatableResponse post(
      String board, String provider, Map<String, String> headers, String body) {
    return given()
        .headers(headers)
        .contentType("application/json")
        .body(body.getBytes(UTF_8))
        .post("/api/v1/boards/" + board + "/webhooks/" + provider)
        .then();
  }

  static String hex(String secret, String text) {
    return HexFormat.of().formatHex(Signatures.hmac(secret.getBytes(UTF_8), text.getBytes(UTF_8)));
  }
}

package dev.rebound.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The service over HTTP, as its users see it. */
public final class Api {

  /** How long an e-mail may take to arrive. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Api() {}

  /** A request with a bearer token, or without where it is null. */
  public static RequestSpecification as(@Nullable String token) {
    RequestSpecification request = given().contentType(ContentType.JSON);
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  /** Posts without an account. */
  public static Response post(String path, Map<String, ?> body) {
    return as(null).body(body).post("/api/v1/" + path);
  }

  /** A letter in the mailbox. */
  public record Mail(String to, String subject, String text, List<String> links) {}

  /** The letters to an address, newest first. */
  public static List<Mail> letters(String to) {
    return given().get("/dev/mailbox").jsonPath().getList("$", Mail.class).stream()
        .filter(letter -> to.equals(letter.to()))
        .toList();
  }

  /** The token of the newest letter to an address, once there are so many. */
  public static String token(String to, int count) {
    List<Mail> found =
        Awaitility.await().atMost(PATIENCE).until(() -> letters(to), it -> it.size() >= count);
    assertThat(found).as("letters to %s", to).hasSize(count);
    String link = found.getFirst().links().getFirst();
    return link.substring(link.indexOf('#') + 1);
  }
}

package dev.rebound.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Tokens and accounts of the development realm, as its public client and its administrator get
 * them.
 */
public final class KeycloakClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Half of how long one of the administrator's is good for. */
  private static final Duration ADMINISTRATOR_KEPT = Duration.ofSeconds(30);

  private final String url;
  private String administrator = "";
  private Instant administratorSince = Instant.MIN;

  /** The Keycloak at this address, without a path. */
  public KeycloakClient(String url) {
    this.url = url;
  }

  /**
   * A new candidate, whose address is verified and whose password is the name.
   *
   * @param name also the password
   * @param email verified
   * @param subject the {@code sub} of its tokens
   * @param token an access token, good for five minutes
   */
  public record Candidate(String name, String email, String subject, String token) {
    /** Without the token, which is nobody's to print. */
    @Override
    public String toString() {
      return name;
    }
  }

  /** An access token of a user whose password is its name, good for five minutes. */
  public String token(String user) {
    return token(user, user);
  }

  /** An access token of this user, good for five minutes. */
  public String token(String user, String password) {
    return grant(
        "rebound",
        Map.of(
            "grant_type",
            "password",
            "client_id",
            "rebound-cli",
            "username",
            user,
            "password",
            password));
  }

  /** An access token of a board's machine client. */
  public String clientToken(String board) {
    return grant(
        "rebound",
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            board + "-board",
            "client_secret",
            board + "-secret"));
  }

  /** Makes a candidate that nobody else knows. */
  public Candidate newCandidate() {
    String name = "c-" + UUID.randomUUID().toString().substring(24);
    String email = name + "@example.org";
    Map<String, Object> user =
        Map.of(
            "username",
            name,
            "enabled",
            true,
            "email",
            email,
            "emailVerified",
            true,
            "firstName",
            "Nova",
            "lastName",
            "Candidate",
            "credentials",
            List.of(Map.of("type", "password", "value", name, "temporary", false)));
    HttpResponse<String> made = administrate("POST", "/admin/realms/rebound/users", user);
    if (made.statusCode() != 201) {
      throw new Trouble("Keycloak made no candidate: " + made.statusCode() + " " + made.body());
    }
    String location = made.headers().firstValue("Location").orElseThrow();
    return new Candidate(
        name, email, location.substring(location.lastIndexOf('/') + 1), token(name));
  }

  /** A call of the administration interface as its administrator; {@code body} is sent as JSON. */
  public HttpResponse<String> administrate(String method, String path, Object body) {
    try {
      return Http.send(
          HttpRequest.newBuilder(URI.create(url + path))
              .timeout(Duration.ofSeconds(30))
              .header("Authorization", "Bearer " + administrator())
              .header("Content-Type", "application/json")
              .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
              .build());
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }

  /** A token for several calls: each sign-in hashes a password, which is made to take long. */
  private synchronized String administrator() {
    if (administratorSince.isBefore(Instant.now().minus(ADMINISTRATOR_KEPT))) {
      administrator =
          grant(
              "master",
              Map.of(
                  "grant_type",
                  "password",
                  "client_id",
                  "admin-cli",
                  "username",
                  "admin",
                  "password",
                  "admin"));
      administratorSince = Instant.now();
    }
    return administrator;
  }

  private String grant(String realm, Map<String, String> fields) {
    String form =
        new TreeMap<>(fields)
            .entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    HttpResponse<String> answer =
        Http.send(
            HttpRequest.newBuilder(
                    URI.create(url + "/realms/" + realm + "/protocol/openid-connect/token"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    try {
      JsonNode body = JSON.readTree(answer.body());
      if (answer.statusCode() != 200) {
        throw new Trouble(
            "Keycloak gave no token: "
                + answer.statusCode()
                + " "
                + body.path("error_description").asText(body.path("error").asText()));
      }
      return body.path("access_token").asText();
    } catch (JsonProcessingException noJson) {
      throw new Trouble("Keycloak gave no token: " + answer.statusCode(), noJson);
    }
  }
}

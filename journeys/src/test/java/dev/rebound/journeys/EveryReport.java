package dev.rebound.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.localstack.demo.Api;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes a word into every text that a board can send about somebody, in its lists and by its
 * vendor's webhooks; and is told, as a board, what becomes of them.
 */
final class EveryReport implements AutoCloseable {

  /** Not long ago: of what is old nobody is asked. */
  private static final LocalDate REJECTED = LocalDate.now(ZoneOffset.UTC).minusDays(30);

  private static final LocalDate APPLIED = REJECTED.minusDays(20);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String SECRET = "the-secret-of-every-report";
  private static final String VENDOR = "webhooks/greenhouse";
  private static final String TAKEN = "APPLIED";

  private static final Map<String, Object> POSTINGS =
      Map.of("postings", List.of(Map.of("title", "Rigger", "company", "Harbour")));

  private final Whole whole;
  private final Api board;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Receiver receiver = new Receiver();
  private final String subscription;

  /** A board that is told of everything. */
  EveryReport(Whole whole) {
    this.whole = whole;
    this.board = new Api(() -> whole.realm().clientToken("acme"));
    board.put(board(VENDOR + "/secret"), Map.of("secret", SECRET));
    subscription =
        board
            .post(
                board("subscriptions"),
                Map.of(
                    "url",
                    receiver.url(),
                    "types",
                    List.of(
                        "feedback.requested",
                        "feedback.received",
                        "feedback.generic",
                        "consent.changed",
                        "search.refined",
                        "subject.erased")))
            .body()
            .path("id")
            .asText();
  }

  /** Reports somebody who has never signed in. */
  void before(Candidate person, String word) throws IOException, InterruptedException {
    assertThat(list(person, "waited-" + word, word)).isOne();
    assertThat(deliver(person, "announced-" + word, word)).isEqualTo(TAKEN);
  }

  /** Reports somebody whose address is known. */
  void after(Candidate person, String word) throws IOException, InterruptedException {
    assertThat(list(person, "listed-" + word, word)).isOne();
    assertThat(deliver(person, "delivered-" + word, word)).isEqualTo(TAKEN);
  }

  /** Somebody lets two boards apply the search, and then one of them no more; the other asks. */
  void share(Api person, String word) {
    String consents = whole.url("application") + "/api/v1/me/consents";
    Map<String, Boolean> may = Map.of("shareSearch", true);
    person.put(consents, Map.of("boards", Map.of("acme", may, "globex", may)));
    String event =
        person.put(consents, Map.of("boards", Map.of("acme", may))).event().orElseThrow();
    assertThat(matches(word, "?after=" + event).size()).isOne();
  }

  /**
   * A list of one rejection.
   *
   * @param own stands in its texts
   * @param word stands in the board's id of the person
   * @return how many were taken
   */
  int list(Candidate person, String own, String word) {
    Map<String, Object> item =
        Map.of(
            "externalId",
            "a-" + own,
            "candidate",
            Map.of(
                "externalId", "p-" + word,
                "email", person.email(),
                "name", "Applicant " + own),
            "posting",
            EveryText.posting(own),
            "appliedOn",
            APPLIED.toString(),
            "stage",
            "PANEL_INTERVIEW",
            "rejectedOn",
            REJECTED.toString(),
            "message",
            "Message " + own,
            "reason",
            Map.of("id", "r-4", "text", "Reason " + own),
            "recruiter",
            EveryText.recruiter(own));
    return board.post(board("rejections"), List.of(item)).body().path("accepted").asInt();
  }

  /**
   * A delivery of the vendor's that tells of one rejection.
   *
   * @return what came of it
   */
  String deliver(Candidate person, String own, String word)
      throws IOException, InterruptedException {
    String body =
        JSON.writeValueAsString(
            Map.of(
                "action",
                "reject_candidate",
                "payload",
                Map.of("application", rejected(person, own, word))));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(board(VENDOR)))
            .timeout(LIMIT)
            .header("Content-Type", "application/json")
            .header("Signature", "sha256 " + signature(body))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body()).path("outcome").asText();
  }

  /** With a note that is for nobody here. */
  private static Map<String, Object> rejected(Candidate person, String own, String word) {
    return Map.of(
        "id",
        "a-" + own,
        "prospect",
        false,
        "applied_at",
        APPLIED + "T08:00:00Z",
        "rejected_at",
        REJECTED + "T08:00:00Z",
        "last_activity_at",
        REJECTED + "T08:00:00Z",
        "rejection_reason",
        Map.of("id", 14, "name", "Reason " + own, "type", Map.of("name", "We rejected them")),
        "rejection_details",
        Map.of("custom_fields", Map.of("note", "Internal " + own)),
        "current_stage",
        Map.of("name", "Face to Face"),
        "candidate",
        Map.of(
            "id",
            "g-" + word,
            "first_name",
            "Applicant",
            "last_name",
            own,
            "email_addresses",
            List.of(Map.of("value", person.email())),
            "recruiter",
            EveryText.recruiter(own)),
        "jobs",
        List.of(
            Map.of("name", "Title " + own, "offices", List.of(Map.of("name", "Place " + own)))));
  }

  private static String signature(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Asks whether a posting suits the person of the lists; 404 where that may not be said. */
  JsonNode matches(String word, String query) {
    return board.post(board("candidates/p-" + word + "/matches" + query), POSTINGS).body();
  }

  /** Of whom the board was told something, by its own ids. */
  Set<String> told(String type) {
    return receiver.told(type);
  }

  /** What the log of what the board was told has that names a word, by type; the newest of it. */
  Set<String> logged(String word) {
    JsonNode newest = board.get(board("deliveries?limit=200")).body().path("items");
    return StreamSupport.stream(newest.spliterator(), false)
        .filter(delivery -> delivery.path("body").asText().contains(word))
        .map(delivery -> delivery.path("type").asText())
        .collect(toSet());
  }

  /** The board is told nothing any more, and its vendor is not listened to. */
  @Override
  public void close() {
    board.delete(board("subscriptions/" + subscription));
    board.delete(board(VENDOR + "/secret"));
    receiver.close();
    http.close();
  }

  private String board(String path) {
    return whole.url("web") + "/api/v1/boards/acme/" + path;
  }
}

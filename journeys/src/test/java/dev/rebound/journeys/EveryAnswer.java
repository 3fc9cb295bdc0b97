package dev.rebound.journeys;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.localstack.demo.Api;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Writes a word into every text that a recruiter can write, by the invitation that came to the
 * address with that word in it.
 */
final class EveryAnswer {

  private static final Duration MAIL = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final String LINK = "/f#";

  private final Api api;
  private final String feedback;

  /** By whoever may look into the development mailbox. */
  EveryAnswer(Whole whole) {
    this.api = new Api(() -> whole.realm().token("recruiter"));
    this.feedback = whole.url("feedback");
  }

  /** Has a draft checked, and sends it. */
  void answer(String word) {
    Map<String, Object> draft =
        Map.of(
            "token", token(word),
            "comments", "Your drawing left out the cache, " + word + ". Follow one request first.",
            "ratings", List.of(Map.of("theme", "SYSTEM_DESIGN", "rating", 2)),
            "stages",
                List.of(
                    Map.of("kind", "PANEL_INTERVIEW", "rating", 2, "comment", "Comment " + word)),
            "decisive", List.of("SYSTEM_DESIGN"));
    api.postOpenly(invitations("check"), draft);
    api.postOpenly(invitations("answer"), draft);
  }

  /** Will not answer, and says why. */
  void decline(String word) {
    api.postOpenly(
        invitations("decline"), Map.of("token", token(word), "reason", "Declined " + word));
  }

  /** Of the newest letter, once there is one. */
  private String token(String word) {
    return await()
        .atMost(MAIL)
        .pollInterval(PAUSE)
        .until(() -> tokens(word + "@example.net"), tokens -> !tokens.isEmpty())
        .getFirst();
  }

  private List<String> tokens(String address) {
    return each(api.get(feedback + "/dev/mailbox").body())
        .filter(letter -> letter.path("to").asText().equals(address))
        .flatMap(letter -> each(letter.path("links")))
        .map(JsonNode::asText)
        .filter(link -> link.contains(LINK))
        .map(link -> link.substring(link.indexOf(LINK) + LINK.length()))
        .toList();
  }

  private String invitations(String step) {
    return feedback + "/api/v1/invitations/" + step;
  }

  private static Stream<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}

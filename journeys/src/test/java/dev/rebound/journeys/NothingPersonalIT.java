package dev.rebound.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.localstack.demo.Api;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No word about a person is in clear in a table, on a topic or in a log. */
class NothingPersonalIT {

  private static final Duration ARRIVAL = Duration.ofSeconds(30);

  private final Whole whole = Whole.running();

  @Test
  void aWordThatMarksEveryTextIsNowhereInClearAndStillReadable() throws IOException {
    String canary = "canary" + Whole.unique();
    Candidate candidate = whole.realm().newCandidate();
    Api api = whole.candidate(candidate);

    String application = EveryText.write(whole, api, canary);

    JsonNode own = api.get(application).body();
    assertThat(own.path("posting").path("title").asText()).contains(canary);
    assertThat(own.path("rejection").path("message").asText()).contains(canary);
    await()
        .atMost(ARRIVAL)
        .untilAsserted(() ->
            assertThat(
                    api.get(whole.url("insights") + "/api/v1/insights/weaknesses")
                        .body()
                        .toString())
                .contains(canary));
    assertThat(new Traces(whole).of(List.of(canary))).isEmpty();
  }
}

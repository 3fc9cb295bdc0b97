package dev.rebound.journeys.faults;

import static org.awaitility.Awaitility.await;

import dev.rebound.journeys.Whole;
import dev.rebound.localstack.demo.Api;
import java.time.Duration;
import java.util.Map;

/** Has the insights folded anew from the events, as the operator. */
final class Rebuilds {

  private static final Duration LIMIT = Duration.ofMinutes(3);

  private Rebuilds() {}

  /** Returns when the new read model is live; answers how many events were read. */
  static long rebuild(Whole whole) {
    Api operator = new Api(() -> whole.realm().token("operator"));
    String url = whole.url("insights") + "/api/v1/operations/views/contexts/rebuild";
    operator.post(url, Map.of());
    await()
        .atMost(LIMIT)
        .until(() -> operator.get(url).body().path("status").asText().equals("DONE"));
    return operator.get(url).body().path("events").asLong();
  }
}

package dev.rebound.journeys.faults;

import static org.awaitility.Awaitility.await;

import dev.rebound.journeys.Whole;
import dev.rebound.localstack.demo.Api;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Has read models folded anew from the events, as the operator. */
final class Rebuilds {

  private static final Duration LIMIT = Duration.ofMinutes(3);

  private static final List<String> SERVICES = List.of("application", "feedback", "insights");

  private final Whole whole;
  private final Api operator;

  Rebuilds(Whole whole) {
    this.whole = whole;
    this.operator = new Api(() -> whole.realm().token("operator"));
  }

  /** A read model where it is. */
  record View(String service, String name) {}

  /** All of them. */
  List<View> views() {
    List<View> views = new ArrayList<>();
    for (String service : SERVICES) {
      operator
          .get(address(service))
          .body()
          .findValuesAsText("name")
          .forEach(name -> views.add(new View(service, name)));
    }
    return views;
  }

  /** Returns when the new read model is live; answers how many events were read. */
  long rebuild(View view) {
    String url = address(view.service()) + "/" + view.name() + "/rebuild";
    operator.post(url, Map.of());
    await()
        .atMost(LIMIT)
        .until(() -> operator.get(url).body().path("status").asText().equals("DONE"));
    return operator.get(url).body().path("events").asLong();
  }

  private String address(String service) {
    return whole.url(service) + "/api/v1/operations/views";
  }
}

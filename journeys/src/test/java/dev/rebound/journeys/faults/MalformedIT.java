package dev.rebound.journeys.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rebound.journeys.TopicLog;
import dev.rebound.journeys.Whole;
import dev.rebound.journeys.faults.Mixture.Place;
import dev.rebound.journeys.faults.Mixture.Sent;
import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.localstack.demo.Api;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** R7: malformed records of every kind among good ones, on the real topic. */
class MalformedIT {

  private static final String TOPIC = "rebound.applications";
  private static final String LETTERS = "rebound.dead-letters";
  private static final int EACH = Scale.of(400, 10_000);
  private static final int ALONE = Scale.of(200, 2_000);
  private static final int PER_SECOND = Scale.of(100, 200);
  private static final int ASKING = 4;
  private static final double MOST_DELAY = 2;
  private static final Duration SETTLED = Duration.ofMinutes(3);

  /** Who takes the topic: each has to account for every record. */
  private static final Set<String> HANDLERS =
      Set.of(
          "insights-service board-candidate",
          "insights-service contexts",
          "feedback-service known-application",
          "feedback-service asking");

  private static final List<String> SERVICES = List.of("insights", "feedback");
  private static final Pattern UNKNOWN =
      Pattern.compile("rebound_unknown_events_total\\{[^}]*" + TOPIC + "[^}]*} ([0-9.E]+)");

  private final Whole whole = Whole.running();
  private final TopicLog topics = new TopicLog(whole.broker());
  private final Candidate candidate = whole.realm().newCandidate();
  private final Api api = whole.candidate(candidate);

  @Test
  void malformed_records_are_accounted_for_and_hold_nothing_up() throws Exception {
    Map<String, Long> processes = whole.processes();
    Map<Integer, Long> lettersBefore = topics.ends(LETTERS);
    Map<String, Long> unknownBefore = unknown();
    try (Mixture mixture = new Mixture(whole.broker(), sealed(), PER_SECOND)) {
      Spread alone = delays(mixture, ALONE, false);
      Spread among = delays(mixture, EACH, true);
      await()
          .atMost(SETTLED)
          .pollInterval(Duration.ofMillis(500))
          .until(new CaughtUp(whole)::withTheTopics);

      Map<Place, String> expected = mixture.letters();
      long passedOver = (long) EACH - expected.size();
      Map<String, Map<Place, String>> letters = letters(lettersBefore, mixture);
      long applied = rows("insights", "context", "candidate", mixture);
      System.out.printf(
          "R7 %d malformed records of %d kinds among %d good ones: %d dead letters each of %d"
              + " handlers %s, %d of an unknown type counted, %d good ones applied, %d unaccounted"
              + " for; good ones can be read after: alone %s; among the malformed %s%n",
          EACH,
          Malformed.values().length,
          EACH,
          expected.size(),
          HANDLERS.size(),
          byReason(expected),
          passedOver,
          applied,
          ALONE + 2L * EACH - expected.size() - passedOver - applied,
          alone,
          among);

      assertThat(mixture.bad()).hasSize(EACH);
      assertThat(mixture.good()).hasSize(ALONE + EACH);
      assertThat(letters).containsOnlyKeys(HANDLERS);
      assertThat(letters.values()).allSatisfy(each -> assertThat(each).isEqualTo(expected));
      assertThat(applied).isEqualTo(ALONE + EACH);
      assertThat(rows("feedback", "known_application", "candidate_id", mixture))
          .isEqualTo(ALONE + EACH);
      unknown()
          .forEach((service, count) ->
              assertThat(count - unknownBefore.getOrDefault(service, 0L))
                  .as(service)
                  .isEqualTo(passedOver));
      assertThat(whole.processes()).isEqualTo(processes);
      if (Scale.FULL) {
        assertThat(among.most()).isLessThanOrEqualTo(alone.most() + MOST_DELAY);
      }
    }
  }

  /** A real event with words in it. */
  private ConsumerRecord<byte[], byte[]> sealed() {
    String event =
        api.post(
                whole.url("application") + "/api/v1/applications",
                Map.of(
                    "posting",
                    Map.of("title", "Sealed", "company", "Sealed"),
                    "appliedOn",
                    "2026-10-01"))
            .event()
            .orElseThrow();
    new CaughtUp(whole).await(List.of(event));
    return topics.records(TOPIC).stream()
        .filter(record -> TopicLog.header(record, "ce_id").equals(event))
        .findFirst()
        .orElseThrow();
  }

  /** Sends, and asks for the newest good one again and again meanwhile. */
  private Spread delays(Mixture mixture, int count, boolean withMalformed) throws Exception {
    Spread delays = new Spread();
    AtomicBoolean over = new AtomicBoolean();
    List<Thread> asking =
        Stream.generate(() -> Thread.ofVirtual().start(() -> ask(mixture, over, delays)))
            .limit(ASKING)
            .toList();
    mixture.send(count, withMalformed);
    over.set(true);
    for (Thread thread : asking) {
      thread.join();
    }
    return delays;
  }

  private void ask(Mixture mixture, AtomicBoolean over, Spread delays) {
    Instant last = Instant.now();
    while (!over.get()) {
      Sent next = mixture.newest();
      if (next.at().isAfter(last)) {
        last = next.at();
        delays.add(readable(next));
      }
      pause();
    }
  }

  private double readable(Sent sent) {
    api.get(whole.url("insights") + "/api/v1/insights/perspective?after=" + sent.event());
    return Duration.between(sent.at(), Instant.now()).toMillis() / 1000.0;
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** What each handler has given up of the mixture, and why. */
  private Map<String, Map<Place, String>> letters(Map<Integer, Long> from, Mixture mixture)
      throws IOException {
    Map<String, Map<Place, String>> letters = new HashMap<>();
    Set<Place> sent = new HashSet<>(mixture.good());
    sent.addAll(mixture.bad().keySet());
    for (ConsumerRecord<byte[], byte[]> record : topics.records(LETTERS, from)) {
      JsonNode letter = new ObjectMapper().readTree(record.value());
      Place place = new Place(letter.path("partition").asInt(), letter.path("offset").asLong());
      if (sent.contains(place) && letter.path("topic").asText().equals(TOPIC)) {
        letters
            .computeIfAbsent(
                letter.path("consumer").asText() + " " + letter.path("handler").asText(),
                none -> new HashMap<>())
            .put(place, letter.path("reason").asText());
      }
    }
    return letters;
  }

  private static Map<String, Long> byReason(Map<Place, String> letters) {
    return letters.values().stream()
        .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()));
  }

  private long rows(String database, String table, String column, Mixture mixture) {
    String candidates =
        mixture.candidates().stream()
            .map(Object::toString)
            .collect(Collectors.joining("','", "('", "')"));
    return Long.parseLong(
        whole
            .rows(
                database,
                "select count(*) from %s where %s in %s".formatted(table, column, candidates))
            .getFirst()
            .getFirst());
  }

  private Map<String, Long> unknown() throws IOException, InterruptedException {
    Map<String, Long> counts = new HashMap<>();
    for (String service : SERVICES) {
      String metrics =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(whole.url(service) + "/q/metrics")).build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
      Matcher found = UNKNOWN.matcher(metrics);
      assertThat(found.find()).as("unknown events of " + service).isTrue();
      counts.put(service, (long) Double.parseDouble(found.group(1)));
    }
    return counts;
  }
}

package dev.rebound.journeys.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.journeys.Whole;
import dev.rebound.localstack.KeycloakClient.Candidate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R6 from outside: thirty-two writers on one application. */
class ManyWritersOverHttpIT {

  private static final int WRITERS = 32;
  private static final int ROUNDS = 8;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Whole whole = Whole.running();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Candidate candidate = whole.realm().newCandidate();
  private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Integer> won = new ConcurrentLinkedQueue<>();
  private String application = "";

  @BeforeEach
  void anApplication() throws Exception {
    HttpResponse<String> made =
        send(
            request("/api/v1/applications")
                .POST(
                    body(
                        """
                        {"posting":{"title":"0","company":"Many"},"appliedOn":"2026-10-01"}\
                        """)));
    assertThat(made.statusCode()).isEqualTo(201);
    application = URI.create(made.headers().firstValue("Location").orElseThrow()).getPath();
  }

  @Test
  void who_insists_on_a_version_wins_it_or_is_told_that_it_is_gone() throws Exception {
    race(true);

    told("with If-Match");
    assertThat(answers).containsOnlyKeys(200, 412);
    assertThat(won).hasSizeGreaterThanOrEqualTo(ROUNDS);
  }

  @Test
  void who_does_not_insist_is_written_or_is_told_to_try_again() throws Exception {
    race(false);

    told("without If-Match");
    assertThat(answers.keySet()).isSubsetOf(200, 409);
    assertThat(won).hasSizeGreaterThanOrEqualTo(ROUNDS);
  }

  private void told(String how) throws Exception {
    int requests = answers.values().stream().mapToInt(Integer::intValue).sum();
    System.out.printf(
        "R6 %d writers over HTTP %s: %d commands, answers %s, %d versions won by %d, %d times 5xx%n",
        WRITERS,
        how,
        requests,
        answers,
        won.stream().distinct().count(),
        won.size(),
        answers.entrySet().stream()
            .filter(answer -> answer.getKey() >= 500)
            .mapToInt(Map.Entry::getValue)
            .sum());
    assertThat(requests).isEqualTo(WRITERS * ROUNDS);
    assertThat(won.stream().sorted().toList())
        .isEqualTo(IntStream.rangeClosed(2, version()).boxed().toList());
  }

  private void race(boolean insisting) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        int writer = i;
        writers.add(
            threads.submit(() -> {
              for (int round = 0; round < ROUNDS; round++) {
                write(writer + "-" + round, insisting);
              }
              return null;
            }));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }
  }

  private void write(String title, boolean insisting) throws Exception {
    HttpRequest.Builder request =
        request(application)
            .method("PATCH", body("{\"posting\":{\"title\":\"" + title + "\"}}"))
            .setHeader("Content-Type", "application/merge-patch+json");
    if (insisting) {
      request.header("If-Match", "\"" + version() + "\"");
    }
    HttpResponse<String> answer = send(request);
    answers.merge(answer.statusCode(), 1, Integer::sum);
    if (answer.statusCode() == 200) {
      won.add(version(answer));
    }
  }

  private int version() throws Exception {
    return version(send(request(application).GET()));
  }

  private static int version(HttpResponse<String> answer) {
    return Integer.parseInt(
        answer.headers().firstValue("ETag").orElseThrow().replaceAll("[^0-9]", ""));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(whole.url("application") + path))
        .timeout(LIMIT)
        .header("Authorization", "Bearer " + candidate.token())
        .header("Content-Type", "application/json");
  }

  private static HttpRequest.BodyPublisher body(String json) {
    return HttpRequest.BodyPublishers.ofString(json);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}

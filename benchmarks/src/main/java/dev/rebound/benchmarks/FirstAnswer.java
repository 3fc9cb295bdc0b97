package dev.rebound.benchmarks;

import dev.rebound.localstack.Part;
import dev.rebound.localstack.Start;
import dev.rebound.localstack.Trouble;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** How long application-service takes from its start to the first command that it answers 201. */
final class FirstAnswer {

  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final long PAUSE_MILLIS = 5;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Ground ground;
  private final HttpRequest command;

  FirstAnswer(Ground ground) {
    this.ground = ground;
    this.command =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:" + ground.port("application") + "/api/v1/applications"))
            .header(
                "Authorization",
                "Bearer " + Requests.candidates(ground.issuer(), 1).getFirst().token())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Requests.SUBMISSION))
            .build();
  }

  /** Starts the service, which must not run, and gives the seconds until the answer. */
  double seconds(Start start) throws InterruptedException {
    Part service = ground.part("application", start);
    long began = System.nanoTime();
    service.start();
    while (!answered()) {
      if (System.nanoTime() - began > LIMIT.toNanos()) {
        throw new Trouble("application-service answered no command within " + LIMIT + ".");
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    return (System.nanoTime() - began) / 1e9;
  }

  private boolean answered() throws InterruptedException {
    try {
      return http.send(command, HttpResponse.BodyHandlers.discarding()).statusCode() == 201;
    } catch (IOException notYet) {
      return false;
    }
  }
}

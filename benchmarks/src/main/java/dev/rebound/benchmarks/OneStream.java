package dev.rebound.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rebound.eventstore.postgres.AppendStatement;
import dev.rebound.localstack.Trouble;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * B7: 32 writers who correct one application over HTTP, none of them naming a version, against
 * pgbench with one connection that appends to one stream on top of what it finds there. Only what
 * was answered 200 counts; every run has a new stream on both sides, since both read what is there.
 */
final class OneStream implements Benchmark {

  private static final int WRITERS = 32;
  private static final double GOAL = 2;

  /** Streams a repeat: a stream is short, as one that somebody works on is. */
  private static final int STREAMS = 3;

  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicLong corrections = new AtomicLong();

  @Override
  public String name() {
    return "B7";
  }

  @Override
  public String title() {
    return "32 writers on one stream against pgbench with one connection on one stream";
  }

  @Override
  public Result run(Scale scale) throws Exception {
    try (Ground ground = scale.grounds().any()) {
      ground.start("application");
      Pgbench pgbench = new Pgbench(ground, ground.bare());
      Requests.Candidate candidate = Requests.candidates(ground.issuer()).getFirst();
      LoadGenerator load = new LoadGenerator(ground.port("application"), WRITERS);
      Duration slice = scale.measured().dividedBy(STREAMS);
      load.saturate(
          corrections(candidate, submitted(ground, candidate)), scale.warmUp().dividedBy(2));
      Cpu cpu = ground.cpu("application", "postgres");
      Table table = Table.ofRuns("application", "postgres", "load");
      List<Double> ours = new ArrayList<>();
      List<Double> theirs = new ArrayList<>();
      for (int i = 0; i < scale.repeats() * STREAMS; i++) {
        String id = submitted(ground, candidate);
        Map<String, Double> before = cpu.seconds();
        LoadGenerator.Run run = load.saturate(corrections(candidate, id), slice);
        table.row("corrections", run, cpu.since(before));
        requireAll(ground, id, run);
        ours.add(run.rate(200));
        String script = AppendScript.onto("application-" + UUID.randomUUID(), AppendStatement.SQL);
        theirs.add(pgbench.run(script, 1, slice).rate());
      }
      List<String> details = new ArrayList<>(table.lines());
      details.add(
          String.format(
              Locale.ROOT,
              "medians of %d: %.0f corrections/s answered 200, pgbench with one connection %.0f/s",
              ours.size(),
              Medians.of(ours),
              Medians.of(theirs)));
      return new Result(name(), Medians.of(ours) / Medians.of(theirs), GOAL, details);
    }
  }

  /** What was answered 200 is what the stream has more. */
  private static void requireAll(Ground ground, String id, LoadGenerator.Run run) throws Exception {
    long events =
        ground.number(
            "application", "select count(*) from event where stream = 'application-" + id + "'");
    if (events != 1 + run.answered(200)) {
      throw new Trouble(
          "Answered %s, and the stream has %d events.".formatted(run.statuses(), events));
    }
  }

  /** Corrections of one application, each to another title. */
  private Supplier<byte[]> corrections(Requests.Candidate candidate, String id) {
    return () ->
        Requests.patch(
            "/api/v1/applications/" + id,
            candidate.token(),
            "{\"posting\":{\"title\":\"Ward manager, night shift "
                + corrections.getAndIncrement()
                + "\"}}");
  }

  private String submitted(Ground ground, Requests.Candidate candidate) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:" + ground.port("application") + "/api/v1/applications"))
            .header("Authorization", "Bearer " + candidate.token())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Requests.SUBMISSION))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new Trouble("An application was answered with " + answer.statusCode() + ".");
    }
    return new ObjectMapper().readTree(answer.body()).path("id").asText();
  }
}

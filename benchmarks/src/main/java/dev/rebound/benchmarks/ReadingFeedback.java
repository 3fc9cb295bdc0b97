package dev.rebound.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rebound.analysis.FeedbackReader;
import dev.rebound.localstack.Root;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** B10: messages of feedback read a second on one core, from the held-out texts. */
final class ReadingFeedback implements Benchmark {

  private static final double GOAL_PER_SECOND = 100;
  private static final int RUNS = 3;

  @Override
  public String name() {
    return "B10";
  }

  @Override
  public String title() {
    return "feedback messages read a second on one core";
  }

  @Override
  public String meaning() {
    return String.format(
        Locale.ROOT, "messages read a second on one thread, over %.0f", GOAL_PER_SECOND);
  }

  @Override
  public Result run(Scale scale) throws IOException {
    List<String> texts = texts();
    FeedbackReader reader = FeedbackReader.standard();
    read(reader, texts, scale.warmUp().toNanos());
    List<Double> rates = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      rates.add(read(reader, texts, scale.measured().toNanos() / RUNS));
    }
    double rate = Medians.of(rates);
    double words =
        texts.stream().mapToInt(text -> text.split("\\s+").length).average().orElseThrow();
    return new Result(
        name(),
        rate / GOAL_PER_SECOND,
        1,
        List.of(
            String.format(
                Locale.ROOT,
                "median of %d: %.0f messages/s on one thread, %.0f words each on average (goal %.0f/s)",
                rates.size(),
                rate,
                words,
                GOAL_PER_SECOND),
            "not measured, by the code: commands of application-service and insights-service read none;",
            "in feedback-service an answer to an invitation or a request reads its words before it is stored,",
            "and so does feedback that a candidate records, because the response says how specific it is"));
  }

  private static double read(FeedbackReader reader, List<String> texts, long nanos) {
    long start = System.nanoTime();
    long read = 0;
    while (System.nanoTime() - start < nanos) {
      for (String text : texts) {
        reader.read(text);
      }
      read += texts.size();
    }
    return read * 1e9 / (System.nanoTime() - start);
  }

  private static List<String> texts() throws IOException {
    Path data = Root.find().folder().resolve("feedback-analysis/data/held-out/long.jsonl");
    ObjectMapper json = new ObjectMapper();
    List<String> lines = Files.readAllLines(data);
    return lines.stream()
        .map(line -> {
          try {
            return json.readTree(line).path("text").asText();
          } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
          }
        })
        .toList();
  }
}

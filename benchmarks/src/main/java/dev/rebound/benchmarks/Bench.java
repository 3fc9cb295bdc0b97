package dev.rebound.benchmarks;

import dev.rebound.localstack.Root;
import dev.rebound.localstack.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code ./rebound bench [--quick] [B1..B10]}: measures, and says what came of it. */
public final class Bench {

  private static final String QUICK = "--quick";

  private static final List<Benchmark> ALL =
      List.of(
          new CommandsOverHttp(),
          new RejectionsInLists(),
          new RelayDrain(),
          new Projecting(),
          new Visibility(),
          new Growth(),
          new OneStream(),
          new Memory(),
          new WriteAheadLog(),
          new ReadingFeedback());

  private Bench() {}

  /** Runs the benchmarks that are named, or all; a full run of all is written down. */
  public static void main(String[] arguments) throws Exception {
    long start = System.nanoTime();
    List<String> words = Arrays.asList(arguments);
    boolean quick = words.contains(QUICK);
    List<String> named =
        words.stream()
            .filter(word -> !word.equals(QUICK))
            .map(word -> word.toUpperCase(Locale.ROOT))
            .distinct()
            .toList();
    List<String> names = ALL.stream().map(Benchmark::name).toList();
    named.stream()
        .filter(word -> !names.contains(word))
        .findFirst()
        .ifPresent(word ->
            refuse(
                "There is no benchmark '%s'. There are: %s. Options: %s"
                    .formatted(word, String.join(" ", names), QUICK)));
    List<Benchmark> wanted =
        ALL.stream().filter(it -> named.isEmpty() || named.contains(it.name())).toList();
    // Before anything is measured: not half an hour on.
    if (wanted.stream().anyMatch(Benchmark::needsPgbench)) {
      try {
        Pgbench.find();
      } catch (Trouble missing) {
        refuse(String.valueOf(missing.getMessage()));
      }
    }
    List<String> said = new ArrayList<>();
    say(said, Machine.line());
    say(said, run());
    boolean failed;
    List<Result> results = new ArrayList<>();
    try (Grounds grounds = new Grounds(quick)) {
      Scale scale = Scale.of(quick, grounds);
      for (Benchmark benchmark : inOrder(wanted, quick)) {
        measure(benchmark, scale, said).ifPresent(results::add);
      }
      failed = results.size() < wanted.size();
    }
    say(said, "");
    results.sort(Comparator.comparing(result -> names.indexOf(result.name())));
    results.forEach(result -> say(said, result.line()));
    long reached = results.stream().filter(Result::reached).count();
    say(said, "%d of %d at their goals".formatted(reached, wanted.size()));
    // What has a hole does not take the place of the last whole run.
    if (named.isEmpty() && !quick && !failed) {
      write(said, Duration.ofNanos(System.nanoTime() - start));
    }
    // What a benchmark left running does not keep this from its end.
    System.exit(failed ? 1 : 0);
  }

  /** A quick run has one ground for all, so what needs it empty comes last. */
  private static List<Benchmark> inOrder(List<Benchmark> wanted, boolean quick) {
    return quick
        ? wanted.stream().sorted(Comparator.comparing(Benchmark::clearsGround)).toList()
        : wanted;
  }

  /** A benchmark that ends without a figure does not keep the others from theirs. */
  private static Optional<Result> measure(Benchmark benchmark, Scale scale, List<String> said)
      throws IOException {
    say(said, "");
    say(said, benchmark.name() + "  " + benchmark.title());
    say(said, "  the figure: " + benchmark.meaning());
    long start = System.nanoTime();
    try {
      Result result = benchmark.run(scale);
      result.details().forEach(line -> say(said, "  " + line));
      scale.grounds().inForce().forEach(line -> say(said, "  " + line));
      say(
          said,
          "  commit %s, %d s in all"
              .formatted(commit(), (System.nanoTime() - start) / 1_000_000_000));
      say(said, result.line());
      return Optional.of(result);
    } catch (Exception failure) {
      say(said, benchmark.name() + " has no figure: " + reason(failure));
      return Optional.empty();
    }
  }

  /** What a benchmark gives as its trouble is a sentence; of all else the place helps more. */
  private static String reason(Exception failure) {
    if (failure instanceof Trouble && failure.getMessage() != null) {
      return failure.getMessage();
    }
    failure.printStackTrace();
    return failure.toString();
  }

  private static void say(List<String> said, String line) {
    System.out.println(line);
    said.add(line);
  }

  private static void refuse(String why) {
    System.err.println(why);
    System.exit(2);
  }

  private static String run() throws IOException {
    return "%s, Java %s, commit %s, durable (fsync, synchronous_commit, acks=all)"
        .formatted(LocalDate.now(ZoneOffset.UTC), Runtime.version(), commit());
  }

  private static String commit() throws IOException {
    Process git =
        new ProcessBuilder("git", "rev-parse", "--short", "HEAD")
            .directory(Root.find().folder().toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return said.isEmpty() ? "not known" : said;
  }

  private static void write(List<String> said, Duration took) throws IOException {
    Path page = Root.find().folder().resolve("docs/benchmarks.md");
    Files.writeString(
        page,
        """
        # Benchmarks

        The last full run of `./rebound bench`: %d minutes. Each figure is a ratio of two measurements in one run; what it is a ratio of is said below its title. Larger is better.
        Where a figure is below its goal, [ADR 18](adr/0018-where-the-limits-are.md) says what the limit is.

        ```
        %s
        ```
        """
            .formatted(took.toMinutes(), String.join("\n", said)));
  }
}

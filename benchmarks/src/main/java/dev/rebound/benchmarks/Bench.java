package dev.rebound.benchmarks;

import dev.rebound.localstack.Trouble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** {@code ./rebound bench [--quick] [B1..B10]}: measures, and says what came of it. */
public final class Bench {

  private static final List<Benchmark> ALL = List.of(new CommandsOverHttp());

  private Bench() {}

  /** Runs the benchmarks that are named, or all. */
  public static void main(String[] arguments) throws Exception {
    List<String> named = new ArrayList<>(Arrays.asList(arguments));
    Scale scale = new Scale(named.remove("--quick"));
    named.replaceAll(name -> name.toUpperCase(Locale.ROOT));
    List<Benchmark> wanted =
        ALL.stream().filter(it -> named.isEmpty() || named.contains(it.name())).toList();
    if (wanted.size() < named.size()) {
      throw new Trouble("There are the benchmarks B1 to B10, and --quick.");
    }
    List<Result> results = new ArrayList<>();
    for (Benchmark benchmark : wanted) {
      System.out.println(benchmark.name() + "  " + benchmark.title());
      Result result = benchmark.run(scale);
      result.details().forEach(line -> System.out.println("  " + line));
      System.out.println(result.line());
      results.add(result);
    }
  }
}

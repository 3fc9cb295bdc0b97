package dev.rebound.benchmarks;

import dev.rebound.localstack.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own load generator, with prepared statements. */
final class Pgbench {

  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
  private static final String NOTHING_DONE = "actually processed: 0\n";
  private static final Pattern LATENCY = Pattern.compile("latency average = ([0-9.]+) ms");

  private final Ground ground;
  private final String database;
  private final String program;

  /**
   * Measures a database of this ground.
   *
   * @throws Trouble where pgbench is not installed
   */
  Pgbench(Ground ground, String database) {
    this.ground = ground;
    this.database = database;
    this.program = find();
  }

  /**
   * What a run came to.
   *
   * @param rate transactions a second
   * @param latency the mean, in milliseconds
   */
  record Run(int clients, double rate, double latency) {

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "pgbench %d clients: %.0f/s, mean %.2f ms", clients, rate, latency);
    }
  }

  /** The best of these numbers of clients; a run that got nothing done in its time is none. */
  Run best(String script, List<Integer> numbers, Duration each) {
    return numbers.stream()
        .map(clients -> run(script, clients, each))
        .max((a, b) -> Double.compare(a.rate(), b.rate()))
        .orElseThrow();
  }

  /** One run with this many clients. */
  Run run(String script, int clients, Duration duration) {
    try {
      Path file = Files.createTempFile("rebound-bench", ".sql");
      Files.writeString(file, script);
      String[] command = {
        program,
        "-h",
        "127.0.0.1",
        "-p",
        Integer.toString(ground.port("postgres")),
        "-U",
        database,
        "-n",
        "-M",
        "prepared",
        "-c",
        Integer.toString(clients),
        "-j",
        Integer.toString(Math.min(2, clients)),
        "-T",
        Long.toString(Math.max(1, duration.toSeconds())),
        "-f",
        file.toString(),
        database
      };
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(Map.of("PGPASSWORD", Ground.password(database)));
      Process process = builder.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Files.delete(file);
      if (process.waitFor() != 0) {
        throw new Trouble("pgbench failed:\n" + said);
      }
      return said.contains(NOTHING_DONE)
          ? new Run(clients, 0, Double.POSITIVE_INFINITY)
          : new Run(clients, number(RATE, said), number(LATENCY, said));
    } catch (IOException failure) {
      throw new Trouble("pgbench could not be run: " + failure.getMessage(), failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Trouble("Interrupted.", interrupted);
    }
  }

  private static double number(Pattern pattern, String said) {
    Matcher found = pattern.matcher(said);
    if (!found.find()) {
      throw new Trouble("pgbench said something else than expected:\n" + said);
    }
    return Double.parseDouble(found.group(1));
  }

  /**
   * The program, on the path or where Debian and the like put it.
   *
   * @throws Trouble where it is not installed
   */
  static String find() {
    String path = System.getenv().getOrDefault("PATH", "");
    Stream<Path> onPath = Stream.of(path.split(":")).map(Path::of);
    try (Stream<Path> versions =
        Files.isDirectory(Path.of("/usr/lib/postgresql"))
            ? Files.list(Path.of("/usr/lib/postgresql"))
            : Stream.empty()) {
      return Stream.concat(onPath, versions.map(version -> version.resolve("bin")).sorted())
          .map(folder -> folder.resolve("pgbench"))
          .filter(Files::isExecutable)
          .map(Path::toString)
          .filter(Pgbench::works)
          .findFirst()
          .orElseThrow(() ->
              new Trouble(
                  "The benchmarks compare with pgbench, and there is none.\n"
                      + "Debian and Ubuntu have it with the server: apt-get install postgresql"
                      + " (in Debian 12 that is the package postgresql-15; postgresql-client lacks it).\n"
                      + "On a Mac: brew install postgresql."));
    } catch (IOException unreadable) {
      throw new Trouble("pgbench was not found: " + unreadable.getMessage(), unreadable);
    }
  }

  /** Debian's client package has a program of this name that only looks for the real one. */
  private static boolean works(String program) {
    try {
      return new ProcessBuilder(program, "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException broken) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Trouble("Interrupted.", interrupted);
    }
  }
}

package dev.rebound.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of the four applications as a process, run from a copy of what the build made. */
public final class LocalService implements Part {
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          // Lists of a thousand rejections need it, and a rebuild; 30 MB live on under load.
          "-Xmx256m",
          // Gives the heap back that a busy minute has taken.
          "-XX:MinHeapFreeRatio=10",
          "-XX:MaxHeapFreeRatio=30",
          "-XX:+UseCompactObjectHeaders",
          // What a request makes is gone by its end; a larger young generation is only filled
          // later.
          "-Xmn20m",
          // Gives back what the compiler has used.
          "-XX:TrimNativeHeapInterval=5000",
          "-XX:+ExitOnOutOfMemoryError",
          // The reader's model runs in native code.
          "--enable-native-access=ALL-UNNAMED");

  /** What a JVM of an application is told, on this machine and in a container. */
  public static List<String> options() {
    return OPTIONS;
  }

  /** For an end that writes a cache, on a slow machine. */
  private static final Duration WRITING = Duration.ofMinutes(3);

  private final String name;
  private final Path built;
  private final Path copy;
  private final int port;
  private final Map<String, String> environment;
  private final BackgroundProcess process;
  private final Start start;
  private final Optional<StartCache> cache;

  /**
   * The application of this module.
   *
   * @param name what people call it: web, application, feedback, insights
   * @param module its folder in the checkout
   * @param copy where it runs from
   * @param environment its settings, beside the port
   * @param start how it is started
   * @param cache what makes it start faster, where that is wanted
   */
  LocalService(
      String name,
      Path module,
      Path copy,
      int port,
      Map<String, String> environment,
      BackgroundProcess process,
      Start start,
      Optional<StartCache> cache) {
    this.name = name;
    this.built = module.resolve("target/quarkus-app");
    this.copy = copy;
    this.port = port;
    this.environment = Map.copyOf(environment);
    this.process = process;
    this.start = start;
    this.cache = cache;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String address() {
    return "http://localhost:" + port;
  }

  @Override
  public BackgroundProcess process() {
    return process;
  }

  @Override
  public void launch() {
    if (!Files.exists(built.resolve("quarkus-run.jar"))) {
      throw new Trouble(
          name + " is not built (" + built + " is missing).\nBuild it: mvn package -DskipTests");
    }
    Mirror.of(built, copy);
    List<String> command = new ArrayList<>();
    command.add(JavaCommand.path());
    command.addAll(OPTIONS);
    command.addAll(start.options());
    cache.ifPresent(it -> command.addAll(it.options(copy, OPTIONS)));
    command.add("-Djava.io.tmpdir=" + emptied(copy.resolve("scratch")));
    command.add("-jar");
    command.add(copy.resolve("quarkus-run.jar").toString());
    process.start(command, environment, copy, new Lifetime.UntilStopped());
  }

  /**
   * What a killed process left behind, libraries that it had unpacked, is gone with its next start.
   */
  private static Path emptied(Path folder) {
    Mirror.delete(folder);
    try {
      return Files.createDirectories(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Whoever is still to write its cache gets the time: four at once take a minute on two cores. */
  @Override
  public void stop() {
    // What does not run may never have been copied to where it runs from.
    if (process.running().isPresent() && cache.filter(it -> !it.kept(copy, OPTIONS)).isPresent()) {
      process.stop(WRITING);
    } else {
      Part.super.stop();
    }
  }

  @Override
  public boolean ready() {
    return process.running().isPresent() && Http.answersOk(address() + "/q/health/ready");
  }

  /**
   * The same, and once more without a cache where the service died with one: a file that was torn
   * when the machine went down is not always seen for what it is.
   */
  @Override
  public void awaitReady() {
    try {
      Part.super.awaitReady();
    } catch (Trouble trouble) {
      if (process.running().isPresent() || !cache.map(StartCache::forget).orElse(false)) {
        throw trouble;
      }
      launch();
      Part.super.awaitReady();
    }
  }
}

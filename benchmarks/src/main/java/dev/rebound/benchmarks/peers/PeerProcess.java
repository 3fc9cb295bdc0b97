package dev.rebound.benchmarks.peers;

import dev.rebound.localstack.Ports;
import dev.rebound.localstack.Trouble;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A peer as a process: the JVM options of our services, and what it prints, line by line. */
public final class PeerProcess implements AutoCloseable {

  /** Begins the line in which a peer says what it is set to; it works from then on. */
  static final String READY = "ready: ";

  /** Begins the line with what a peer has measured. */
  static final String RATE = "rate: ";

  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xmx256m",
          "-XX:MinHeapFreeRatio=10",
          "-XX:MaxHeapFreeRatio=30",
          "-XX:+UseCompactObjectHeaders");

  private final Process process;
  private final BufferedReader said;
  private final Path folder;
  private final int port;
  private final String settings;

  private PeerProcess(Class<?> program, int port, List<String> arguments) throws IOException {
    this.port = port;
    folder = Files.createTempDirectory("rebound-peer");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    // Else an answer waits for the acknowledgement of the one before.
    command.add("-Dsun.net.httpserver.nodelay=true");
    command.add("-Djava.io.tmpdir=" + folder);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(arguments);
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
    said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    settings = line(READY);
  }

  /**
   * Axon Framework behind an HTTP server.
   *
   * @param database where it is to keep its events, as a JDBC address
   */
  public static PeerProcess axon(String database, String user, String password) throws IOException {
    int port = Ports.free();
    return new PeerProcess(
        AxonCommands.class, port, List.of(Integer.toString(port), database, user, password));
  }

  /**
   * Kafka Streams, which begins at once.
   *
   * @param warm events of a first pass, which is not measured
   * @param events those of the second
   * @param durable whether its state has a change log
   */
  public static PeerProcess streams(
      String brokers, String topic, int warm, int events, boolean durable) throws IOException {
    return new PeerProcess(
        StreamsFold.class,
        0,
        List.of(
            brokers,
            topic,
            Integer.toString(warm),
            Integer.toString(events),
            Boolean.toString(durable)));
  }

  /** Where it takes requests. */
  public int port() {
    return port;
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /** What it is set to, in one line. */
  public String settings() {
    return settings + "; JVM " + String.join(" ", OPTIONS);
  }

  /** Waits for what it has measured: events a second. */
  public double rate() throws IOException {
    return Double.parseDouble(line(RATE));
  }

  private String line(String beginning) throws IOException {
    List<String> before = new ArrayList<>();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith(beginning)) {
        return line.substring(beginning.length());
      }
      before.add(line);
    }
    throw new Trouble("A peer has ended. It said:\n" + String.join("\n", before));
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

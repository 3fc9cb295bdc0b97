package dev.rebound.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Kafka as a process: one node that is broker and controller, with its jars in a folder of their
 * own. Makes no topics by itself.
 */
public final class LocalKafka implements Part {
  private static final String VERSION = "4.1.2";

  private final Path jars;
  private final Path data;
  private final int port;
  private final int advertisedPort;
  private final Start start;
  private final Lifetime lifetime;
  private final BackgroundProcess process;

  /** A broker on {@code port} that keeps its records in {@code data}, for good. */
  LocalKafka(
      Root root, Path data, int port, BackgroundProcess process, Start start, Lifetime lifetime) {
    this(root, data, port, port, process, start, lifetime);
  }

  /**
   * The same with something in front of it.
   *
   * @param advertisedPort where its clients are told to come to
   */
  LocalKafka(
      Root root,
      Path data,
      int port,
      int advertisedPort,
      BackgroundProcess process,
      Start start,
      Lifetime lifetime) {
    this.advertisedPort = advertisedPort;
    this.jars = root.dist().resolve("kafka-" + VERSION);
    this.data = data;
    this.port = port;
    this.process = process;
    this.start = start;
    this.lifetime = lifetime;
  }

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String address() {
    return "localhost:" + port;
  }

  @Override
  public BackgroundProcess process() {
    return process;
  }

  @Override
  public void launch() {
    if (!Files.isDirectory(jars)) {
      throw new Trouble(
          "Kafka's jars are not in "
              + jars
              + ".\nThe build puts them there: mvn package -DskipTests -pl local-stack/kafka");
    }
    Path settings = writeSettings();
    if (!Files.exists(data.resolve("log/meta.properties"))) {
      format(settings);
    }
    process.start(
        java("-Xms64m", "-Xmx512m", "kafka.Kafka", settings.toString()), Map.of(), data, lifetime);
  }

  private Path writeSettings() {
    // Only the node itself talks to its controller, so any port will do, a new one at each start.
    int controllerPort = Ports.free();
    Map<String, String> settings =
        Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", "1"),
            Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry(
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort),
            Map.entry("advertised.listeners", "PLAINTEXT://localhost:" + advertisedPort),
            Map.entry("log.dirs", data.resolve("log").toString()),
            Map.entry("auto.create.topics.enable", "false"),
            // The events are kept for good: insights-service can rebuild itself from them.
            Map.entry("log.retention.ms", "-1"),
            Map.entry("num.partitions", "8"),
            Map.entry("offsets.topic.num.partitions", "8"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            // A node that was killed may register again only when its former session has ended:
            // by default 9 s of waiting at each start.
            Map.entry("broker.session.timeout.ms", "3000"),
            Map.entry("broker.heartbeat.interval.ms", "500"));
    try {
      Files.createDirectories(data);
      Path file = data.resolve("server.properties");
      return Files.writeString(
          file,
          settings.entrySet().stream()
              .map(it -> it.getKey() + "=" + it.getValue())
              .sorted()
              .collect(Collectors.joining("\n", "", "\n")));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void format(Path settings) {
    List<String> command =
        java(
            "-Xmx128m",
            "kafka.tools.StorageTool",
            "format",
            "-t",
            "UmVib3VuZExvY2FsU3RhY2s",
            "-c",
            settings.toString(),
            "--ignore-formatted");
    process.prepare(command, Map.of(), "Kafka could not prepare its folder " + data);
  }

  private List<String> java(String... arguments) {
    return Stream.of(
            Stream.of(
                JavaCommand.path(),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSZ",
                "-cp",
                jars + "/*"),
            start.options().stream(),
            Stream.of(arguments))
        .flatMap(it -> it)
        .toList();
  }

  @Override
  public boolean ready() {
    return process.running().isPresent() && KafkaPing.answers("127.0.0.1", port);
  }
}

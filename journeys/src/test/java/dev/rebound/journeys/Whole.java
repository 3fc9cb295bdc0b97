package dev.rebound.journeys;

import dev.rebound.localstack.KeycloakClient;
import dev.rebound.localstack.LocalService;
import dev.rebound.localstack.LocalStack;
import dev.rebound.localstack.Part;
import dev.rebound.localstack.Ports;
import dev.rebound.localstack.Progress;
import dev.rebound.localstack.Root;
import dev.rebound.localstack.Settings;
import dev.rebound.localstack.Start;
import dev.rebound.localstack.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * All of Rebound, started once for all journeys and stopped when they end; or another one for a
 * journey that others cannot share.
 */
public final class Whole implements Place, AutoCloseable {

  private static final List<String> PARTS =
      List.of("web", "application", "feedback", "insights", "keycloak", "postgres", "kafka");

  private static final boolean LONG = Boolean.getBoolean("rebound.faults");

  /** Where services are started hundreds of times, what the first run keeps saves most of it. */
  private static final class Started {
    private static final Whole WHOLE = new Whole(LONG ? Start.REPEATED : Start.BRIEF);
  }

  private final Map<String, String> ports = new HashMap<>();
  private final Settings settings;
  private final Map<String, Wire> wires;
  private final Map<String, String> lines;
  private final LocalStack stack;
  private final KeycloakClient realm;
  private final Root root;

  private Whole(Start start) {
    PARTS.forEach(part -> ports.put(Settings.portVariable(part), Integer.toString(Ports.free())));
    int kafka = new Settings(ports).port("kafka");
    wires =
        Map.of(
            "postgres", new Wire(new Settings(ports).port("postgres")), "kafka", new Wire(kafka));
    ports.put(Settings.KAFKA_ADVERTISED_PORT, Integer.toString(line("kafka").port()));
    settings = new Settings(ports);
    realm = new KeycloakClient(url("keycloak"));
    lines =
        Map.of(
            "REBOUND_POSTGRES_PORT",
            Integer.toString(line("postgres").port()),
            "KAFKA_BOOTSTRAP_SERVERS",
            "localhost:" + line("kafka").port(),
            // A ledger's few candidates ask for weeks of it.
            "REBOUND_LIMITS_REQUESTS_PER_DAY",
            "1000000",
            "REBOUND_LIMITS_REQUESTS_TO_RECRUITER_PER_DAY",
            "1000000");
    try {
      root = new Root(Root.find().folder(), Files.createTempDirectory("rebound-journeys"));
    } catch (IOException noFolder) {
      throw new UncheckedIOException(noFolder);
    }
    stack = new LocalStack(root, settings, lines, start);
    startUntilTheEnd(stack, stack.parts());
  }

  private static void startUntilTheEnd(LocalStack stack, List<Part> parts) {
    Progress progress = new Progress(System.out);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stack.stop(progress), "stop the whole"));
    stack.start(parts, progress);
  }

  /** The running whole. */
  public static Whole running() {
    return Started.WHOLE;
  }

  /** One of its own beside that, with servers and data of its own; to be closed. */
  public static Whole apart() {
    return new Whole(Start.BRIEF);
  }

  /** Stops all of it. */
  @Override
  public void close() {
    stack.stop(new Progress(System.out));
  }

  @Override
  public String url(String part) {
    return settings.url(part);
  }

  /** One and the same: it keeps the administrator's token. */
  @Override
  public KeycloakClient realm() {
    return realm;
  }

  /** A short text that no other journey uses. */
  public static String unique() {
    return UUID.randomUUID().toString().substring(0, 8);
  }

  /** The line between the services and a server of theirs: postgres or kafka. */
  public Wire line(String server) {
    return Objects.requireNonNull(wires.get(server), server);
  }

  /** Where the broker answers. */
  public String broker() {
    return "localhost:" + settings.port("kafka");
  }

  /** Ends a part at once, as a crash would. */
  public void kill(String part) {
    if (wires.containsKey(part)) {
      line(part).refuse();
    }
    stack.part(part).process().kill();
  }

  /** Ends a part in good order: a service then keeps what makes its next starts faster. */
  public void stop(String part) {
    stack.part(part).stop();
  }

  /** Starts a part again and waits until it answers. */
  public void start(String part) {
    stack.part(part).start();
    stack.part(part).awaitReady();
    if (wires.containsKey(part)) {
      line(part).mend();
    }
  }

  /** A second process of a service, on the same database, beside the first. */
  public Part second(String service) {
    Map<String, String> others = new HashMap<>(ports);
    others.put(Settings.portVariable(service), Integer.toString(Ports.free()));
    try {
      Root beside = new Root(root.folder(), Files.createTempDirectory("rebound-" + service));
      Path secrets = Path.of("secrets", "secrets.properties");
      Files.createDirectories(beside.state().resolve(secrets).getParent());
      Files.copy(root.state().resolve(secrets), beside.state().resolve(secrets));
      LocalStack other =
          new LocalStack(beside, new Settings(others), lines, LONG ? Start.PLAIN : Start.BRIEF);
      Part part = other.part(service);
      startUntilTheEnd(other, List.of(part));
      return part;
    } catch (IOException noFolder) {
      throw new UncheckedIOException(noFolder);
    }
  }

  /** The process ids of the four applications, by name. */
  public Map<String, Long> processes() {
    return stack.parts().stream()
        .filter(LocalService.class::isInstance)
        .collect(
            Collectors.toMap(
                Part::name, part -> part.process().running().map(ProcessHandle::pid).orElse(0L)));
  }

  /** Whether all parts answer. */
  public boolean ready() {
    return stack.parts().stream().allMatch(Part::ready);
  }

  /** Where the parts' logs are. */
  Path logs() {
    return root.logs();
  }

  /** As the service's role, over all boards. */
  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:"
            + settings.port("postgres")
            + "/"
            + database
            + "?options=-c%20rebound.all_boards=on",
        database,
        database + "-dev");
  }

  /** Changes a service's database, as nobody should; answers how many rows. */
  public int change(String database, String sql) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** The rows a query finds in a service's database, each as its columns' texts. */
  public List<List<String>> rows(String database, String sql) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<List<String>> rows = new ArrayList<>();
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(String.valueOf(result.getString(i)));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Every record of a topic up to its end now. */
  public List<ConsumerRecord<byte[], byte[]>> records(String topic) {
    return new TopicLog(broker()).records(topic);
  }
}

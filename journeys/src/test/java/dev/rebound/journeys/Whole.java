package dev.rebound.journeys;

import dev.rebound.localstack.KeycloakClient;
import dev.rebound.localstack.LocalStack;
import dev.rebound.localstack.Part;
import dev.rebound.localstack.Ports;
import dev.rebound.localstack.Progress;
import dev.rebound.localstack.Root;
import dev.rebound.localstack.Settings;
import dev.rebound.localstack.demo.Api;
import dev.rebound.localstack.demo.Play;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** All of Rebound, started once for all journeys and stopped when they end. */
public final class Whole {

  private static final List<String> PARTS =
      List.of("web", "application", "feedback", "insights", "keycloak", "postgres", "kafka");
  private static final java.time.Duration POLL = java.time.Duration.ofMillis(500);

  private static final class Started {
    private static final Whole WHOLE = new Whole();
  }

  private final Settings settings;
  private final LocalStack stack;
  private final Root root;

  private Whole() {
    try {
      Map<String, String> ports = new HashMap<>();
      PARTS.forEach(part -> ports.put(Settings.portVariable(part), Integer.toString(Ports.free())));
      settings = new Settings(ports);
      root = new Root(Root.find().folder(), Files.createTempDirectory("rebound-journeys"));
      stack = new LocalStack(root, settings);
    } catch (IOException noFolder) {
      throw new UncheckedIOException(noFolder);
    }
    Progress progress = new Progress(System.out);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stack.stop(progress), "stop the whole"));
    stack.start(stack.parts(), progress);
  }

  /** The running whole. */
  public static Whole running() {
    return Started.WHOLE;
  }

  /** The address of a part, without a path. */
  public String url(String part) {
    return settings.url(part);
  }

  /** The accounts. */
  public KeycloakClient realm() {
    return new KeycloakClient(url("keycloak"));
  }

  /** Where the services are. */
  Play.Urls urls() {
    return new Play.Urls(url("application"), url("feedback"), url("insights"));
  }

  /** The API as a candidate that nobody else knows. */
  Api candidate(KeycloakClient.Candidate candidate) {
    KeycloakClient realm = realm();
    return new Api(() -> realm.token(candidate.name()));
  }

  /** A short text that no other journey uses. */
  static String unique() {
    return UUID.randomUUID().toString().substring(0, 8);
  }

  /** Ends a part at once, as a crash would. */
  public void kill(String part) {
    stack.part(part).process().kill();
  }

  /** Starts a part again and waits until it answers. */
  public void start(String part) {
    stack.start(List.of(stack.part(part)), new Progress(System.out));
  }

  /** Whether all parts answer. */
  public boolean ready() {
    return stack.parts().stream().allMatch(Part::ready);
  }

  /** Where the parts' logs are. */
  Path logs() {
    return root.logs();
  }

  /** The rows a query finds in a service's database, each as its columns' texts. */
  public List<List<String>> rows(String database, String sql) {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + settings.port("postgres") + "/" + database,
                database,
                database + "-dev");
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

  /** Whose record it is: the subject's id. */
  public static String key(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.key(), StandardCharsets.UTF_8);
  }

  /** A header that every record of ours has, such as {@code ce_id}. */
  public static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  /** Every record of a topic up to its end now. */
  public List<ConsumerRecord<byte[], byte[]>> records(String topic) {
    Properties properties = new Properties();
    properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:" + settings.port("kafka"));
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(POLL).forEach(records::add);
      }
    }
    return records;
  }
}

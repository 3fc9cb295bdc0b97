package dev.rebound.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings in force on a ground, asked of those who run and not of what they were told. */
final class InForce {

  private static final String POSTGRES =
      """
      select string_agg(name || ' ' || current_setting(name), ', ' order by name)
      from pg_settings
      where name in ('server_version', 'fsync', 'synchronous_commit', 'full_page_writes',
        'shared_buffers', 'wal_level', 'max_wal_size', 'max_connections')
      """;

  private static final List<String> JVMS = List.of("kafka", "application", "feedback", "insights");

  private final Ground ground;
  private final Map<String, String> options = new LinkedHashMap<>();

  InForce(Ground ground) {
    this.ground = ground;
  }

  /** Notes the options of the JVMs that run now. */
  void look() {
    for (String jvm : JVMS) {
      ground.running(jvm).ifPresent(process -> options.put(jvm, options(process)));
    }
  }

  /** One line for each of the servers, and one for the options of each JVM that was seen. */
  List<String> lines() throws IOException, SQLException {
    look();
    List<String> lines = new ArrayList<>();
    lines.add("PostgreSQL: " + ground.text("postgres", POSTGRES));
    lines.add("Kafka 4.1.2, one node, acks=all: " + kafka());
    options.forEach((jvm, said) -> lines.add(jvm + ": " + said));
    return lines;
  }

  private String kafka() throws IOException {
    Path settings = ground.folder().resolve("data/kafka/server.properties");
    return Files.readAllLines(settings).stream()
        .filter(line -> line.startsWith("num.") || line.startsWith("log.retention"))
        .collect(Collectors.joining(", "));
  }

  private String options(ProcessHandle process) {
    String command;
    try {
      command = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
    } catch (IOException gone) {
      return "not known";
    }
    return Stream.of(command.split("\0"))
        .filter(word -> word.startsWith("-X"))
        .map(word -> word.replace(ground.folder().toString(), ""))
        .collect(Collectors.joining(" "));
  }
}

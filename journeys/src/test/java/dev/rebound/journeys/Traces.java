package dev.rebound.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Looks for words in everything that the whole has written down. */
record Traces(Whole whole) {

  /** The databases of the services, and that of the keys. */
  static final List<String> DATABASES = List.of("application", "feedback", "insights", "keys");

  private static final List<String> TOPICS =
      List.of(
          "rebound.applications", "rebound.feedback", "rebound.insights", "rebound.dead-letters");

  /** Where one of the words stands in clear: tables, topics and logs by name. */
  List<String> of(Collection<String> words) throws IOException {
    List<String> found = new ArrayList<>();
    for (String database : DATABASES) {
      in(database, words, List.of()).forEach(table -> found.add(database + " " + table));
    }
    for (String topic : TOPICS) {
      if (whole.records(topic).stream()
          .flatMap(Traces::texts)
          .anyMatch(text -> holds(text, words))) {
        found.add(topic);
      }
    }
    try (Stream<Path> logs = Files.list(whole.logs())) {
      for (Path log : logs.toList()) {
        if (holds(text(Files.readAllBytes(log)), words)) {
          found.add(log.getFileName().toString());
        }
      }
    }
    return found;
  }

  /**
   * Every table that holds one of the words, as text or in the bytes of a binary column.
   *
   * @param but tables that are not looked into, with their schemas
   */
  List<String> in(String database, Collection<String> words, Collection<String> but) {
    List<String> marks = words.stream().flatMap(word -> Stream.of(word, hex(word))).toList();
    List<List<String>> tables =
        whole.rows(
            database,
            "select table_schema || '.' || table_name from information_schema.tables"
                + " where table_type = 'BASE TABLE'"
                + " and table_schema not in ('pg_catalog', 'information_schema')");
    assertThat(tables).isNotEmpty();
    List<String> found = new ArrayList<>();
    for (List<String> table : tables) {
      String name = table.getFirst();
      // The development mailbox stands for the recruiters' own mailboxes, which are not ours.
      if (name.contains("mailbox") || but.contains(name)) {
        continue;
      }
      if (whole.rows(database, "select t::text from " + name + " t").stream()
          .anyMatch(row -> holds(row.getFirst(), marks))) {
        found.add(name);
      }
    }
    return found;
  }

  private static Stream<String> texts(ConsumerRecord<byte[], byte[]> record) {
    return Stream.concat(
            Stream.of(record.key(), record.value()),
            StreamSupport.stream(record.headers().spliterator(), false).map(Header::value))
        .filter(Objects::nonNull)
        .map(Traces::text);
  }

  private static boolean holds(String text, Collection<String> words) {
    return words.stream().anyMatch(text::contains);
  }

  private static String hex(String word) {
    return HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}

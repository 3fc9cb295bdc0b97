package dev.rebound.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Looks for a word in everything that the whole has written down. */
record Traces(Whole whole) {

  /** The databases of the services. */
  static final List<String> DATABASES = List.of("application", "feedback", "insights");

  private static final List<String> TOPICS =
      List.of(
          "rebound.applications", "rebound.feedback", "rebound.insights", "rebound.dead-letters");

  /** Where the word stands in clear: tables, topics and logs by name. */
  List<String> of(String word) throws IOException {
    List<String> found = new ArrayList<>();
    for (String database : DATABASES) {
      in(database, word).forEach(table -> found.add(database + " " + table));
    }
    for (String topic : TOPICS) {
      whole.records(topic).stream()
          .filter(record -> record.value() != null && text(record.value()).contains(word))
          .forEach(record -> found.add(topic));
    }
    try (Stream<Path> logs = Files.list(whole.logs())) {
      for (Path log : logs.toList()) {
        if (text(Files.readAllBytes(log)).contains(word)) {
          found.add(log.getFileName().toString());
        }
      }
    }
    return found;
  }

  /** Every table that holds the word, as text or in the bytes of a binary column. */
  List<String> in(String database, String word) {
    String hex =
        HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8)).toLowerCase(Locale.ROOT);
    List<String> found = new ArrayList<>();
    List<List<String>> tables =
        whole.rows(
            database,
            "select table_schema || '.' || table_name from information_schema.tables"
                + " where table_type = 'BASE TABLE'"
                + " and table_schema not in ('pg_catalog', 'information_schema')");
    assertThat(tables).isNotEmpty();
    for (List<String> table : tables) {
      // The development mailbox stands for the recruiters' own mailboxes, which are not ours.
      if (table.getFirst().contains("mailbox")) {
        continue;
      }
      for (List<String> row :
          whole.rows(database, "select t::text from " + table.getFirst() + " t")) {
        if (row.getFirst().contains(word) || row.getFirst().contains(hex)) {
          found.add(table.getFirst());
        }
      }
    }
    return found;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}

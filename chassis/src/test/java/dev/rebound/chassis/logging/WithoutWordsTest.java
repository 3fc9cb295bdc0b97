package dev.rebound.chassis.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class WithoutWordsTest {

  private static final String WORDS = "they said my examples were vague";

  private final WithoutWords filter = new WithoutWords();

  @Test
  void kinds_and_places_stay_and_what_was_said_goes() {
    LogRecord line = new LogRecord(Level.SEVERE, "a library gave up");
    line.setThrown(new IllegalStateException(WORDS, new IllegalArgumentException(WORDS)));

    boolean logged = filter.isLoggable(line);

    assertThat(logged).isTrue();
    assertThat(printed(line))
        .doesNotContain(WORDS)
        .startsWith("java.lang.IllegalStateException")
        .contains("Caused by: java.lang.IllegalArgumentException")
        .contains("WithoutWordsTest.kinds_and_places_stay");
  }

  @Test
  void a_line_without_an_exception_is_as_it_was() {
    LogRecord line = new LogRecord(Level.INFO, "3 streams released");

    assertThat(filter.isLoggable(line)).isTrue();
    assertThat(line.getMessage()).isEqualTo("3 streams released");
    assertThat(line.getThrown()).isNull();
  }

  @Test
  void causes_that_go_round_in_a_circle_end() {
    IllegalStateException first = new IllegalStateException(WORDS);
    IllegalArgumentException second = new IllegalArgumentException(WORDS, first);
    first.initCause(second);
    LogRecord line = new LogRecord(Level.SEVERE, "round and round");
    line.setThrown(first);

    filter.isLoggable(line);

    assertThat(printed(line)).doesNotContain(WORDS);
  }

  private static String printed(LogRecord line) {
    StringWriter text = new StringWriter();
    Objects.requireNonNull(line.getThrown()).printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}

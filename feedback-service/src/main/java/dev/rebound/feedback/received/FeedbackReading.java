package dev.rebound.feedback.received;

import dev.rebound.analysis.FeedbackReader;
import dev.rebound.analysis.Polarity;
import dev.rebound.analysis.Reading;
import dev.rebound.analysis.Statement;
import dev.rebound.analysis.ThemeReading;
import dev.rebound.delivery.ReadText;
import dev.rebound.delivery.RowFold;
import dev.rebound.events.EventJson;
import dev.rebound.events.StageKind;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader made of the comments of a piece of feedback. Its bytes hold them in clear and are
 * sealed by the caller.
 *
 * @param read who read them, and what came of it
 * @param readable whether they are in a language that is read
 * @param statements the comments, clause by clause
 */
record FeedbackReading(ReadText read, boolean readable, List<StatementView> statements) {

  private static final int STATEMENT_BYTES = 100;
  private static final int THEME_BYTES = 40;

  FeedbackReading {
    statements = statements == null ? List.of() : List.copyOf(statements);
  }

  /**
   * One clause.
   *
   * @param start where it starts in the comments, in UTF-16 units
   * @param end where it ends, exclusive
   * @param themes what it is about, surest first, each with how far it is in the candidate's hands
   */
  public record StatementView(
      String text,
      int start,
      int end,
      Polarity polarity,
      @Nullable StageKind stage,
      List<ThemeReading> themes) {

    public StatementView {
      themes = themes == null ? List.of() : List.copyOf(themes);
    }

    static StatementView of(Statement statement) {
      return new StatementView(
          statement.text(),
          statement.start(),
          statement.end(),
          statement.polarity(),
          statement.stage(),
          statement.themes());
    }
  }

  /** Reads comments; takes a while. */
  static FeedbackReading of(FeedbackReader reader, @Nullable String comments) {
    Reading reading = reader.read(comments == null ? "" : comments);
    return new FeedbackReading(
        ReadText.of(
            reader.version(), reading.specificity().level(), reading.causes(), reading.strengths()),
        reading.read(),
        reading.statements().stream().map(StatementView::of).toList());
  }

  /** About how many bytes it takes. */
  long weight() {
    long weight = 0;
    for (StatementView statement : statements) {
      weight +=
          STATEMENT_BYTES
              + RowFold.bytesOf(statement.text())
              + (long) THEME_BYTES * statement.themes().size();
    }
    return weight;
  }

  byte[] json() {
    try {
      return EventJson.mapper().writeValueAsBytes(this);
    } catch (IOException unwritable) {
      throw new IllegalStateException("a reading can be written");
    }
  }

  static FeedbackReading parse(byte[] json) {
    try {
      return EventJson.mapper().readValue(json, FeedbackReading.class);
    } catch (IOException notOurs) {
      // The cause quotes the document, which is personal: it goes no further.
      throw new IllegalStateException("a reading that was written can be read");
    }
  }
}

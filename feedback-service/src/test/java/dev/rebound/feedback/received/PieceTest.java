package dev.rebound.feedback.received;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.analysis.FeedbackReader;
import dev.rebound.events.FeedbackEvent.FeedbackReceived;
import dev.rebound.events.FeedbackSource;
import dev.rebound.events.FeedbackSpecificity;
import dev.rebound.events.SpecificityLevel;
import dev.rebound.events.StageKind;
import dev.rebound.events.StageRating;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PieceTest {

  private static final String SENTENCE = "Your answers rambled and had no concrete example. ";

  private static Piece piece(String comments, String stage) {
    FeedbackReceived received =
        new FeedbackReceived(
            UUID.randomUUID(),
            null,
            null,
            UUID.randomUUID(),
            FeedbackSource.PEER,
            LocalDate.of(2026, 3, 20),
            1,
            comments,
            List.of(),
            List.of(new StageRating(StageKind.TECHNICAL_INTERVIEW, 2, stage)),
            List.of(),
            new FeedbackSpecificity(SpecificityLevel.SPECIFIC, 1, List.of(), "test"));
    return new Piece(received, FeedbackReading.of(FeedbackReader.standard(), comments));
  }

  @Test
  void it_weighs_its_comments_and_what_was_read_of_them() {
    String comments = SENTENCE.repeat(100);
    Piece light = piece("Thanks.", "");
    Piece heavy = piece(comments, "");

    long quoted = heavy.reading().statements().stream().mapToLong(it -> it.text().length()).sum();
    assertThat(quoted).isPositive();
    assertThat(heavy.weight() - light.weight())
        .isGreaterThan(2 * (comments.length() - "Thanks.".length() + quoted));
  }

  @Test
  void it_weighs_what_is_said_of_each_stage() {
    assertThat(piece("Thanks.", SENTENCE.repeat(100)).weight() - piece("Thanks.", "").weight())
        .isEqualTo(2L * 100 * SENTENCE.length());
  }
}

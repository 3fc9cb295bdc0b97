package dev.rebound.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The measurement adds up. */
class EvaluationTest {

  private static final String RIGHT =
      "{\"text\":\"Your answers rambled.\",\"specificity\":\"SPECIFIC\",\"themes\":[\"ANSWER_STRUCTURE\"]}";
  private static final String GENERIC =
      "{\"text\":\"We chose somebody else.\",\"specificity\":\"GENERIC\",\"themes\":[]}";
  private static final String OUTSIDE =
      "{\"text\":\"Your answers rambled.\",\"specificity\":\"SPECIFIC\",\"themes\":[\"ELSEWHERE\"]}";

  private static String report(String... lines) throws IOException {
    Evaluation evaluation = new Evaluation("standard");
    evaluation.measure(FeedbackReader.standard(), List.of(lines));
    return evaluation.report();
  }

  @Test
  void everythingRightIsOne() throws Exception {
    assertThat(report(RIGHT, "", GENERIC)).contains("n = 2", "macro-F1 1.000", "micro-F1 1.000");
  }

  @Test
  void aLabelOutsideTheListCountsAsMissed() throws Exception {
    assertThat(report(OUTSIDE)).contains("micro-F1 0.000 ", "(hit 0, extra 1, missed 1)");
  }
}

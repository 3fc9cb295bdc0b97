package dev.rebound.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rebound.localstack.Trouble;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LoadRunTest {

  @Test
  void aRunOfOneStatusCounts() {
    assertThat(run(Map.of(200, 5L)).require(200).answered(200)).isEqualTo(5);
  }

  @Test
  void oneAnswerOfAnotherStatusLeavesNoFigure() {
    assertThatThrownBy(() -> run(Map.of(200, 5L, 503, 1L)).require(200))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("503=1");
  }

  @Test
  void answersThatAreAllRefusalsLeaveNoFigure() {
    assertThatThrownBy(() -> run(Map.of(503, 6L)).require(200)).isInstanceOf(Trouble.class);
  }

  @Test
  void noAnswerLeavesNoFigure() {
    assertThatThrownBy(() -> run(Map.of()).require(200)).isInstanceOf(Trouble.class);
  }

  private static LoadRun run(Map<Integer, Long> statuses) {
    return new LoadRun(new Histogram(3), new Histogram(3), statuses, 1);
  }
}

package dev.rebound.insights.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

  /** Worked out by hand from Wilson's formula, and as published tables of it have them. */
  @ParameterizedTest
  @CsvSource({
    "0, 1, 0, 0, 0.7935",
    "1, 1, 1, 0.2065, 1",
    "1, 2, 0.5, 0.0945, 0.9055",
    "0, 10, 0, 0, 0.2775",
    "8, 10, 0.8, 0.4902, 0.9433",
    "10, 10, 1, 0.7225, 1",
    "50, 100, 0.5, 0.4038, 0.5962"
  })
  void has_wilsons_interval(int part, int n, double value, double low, double high) {
    assertThat(Share.of(part, n)).isEqualTo(new Share(value, low, high, n));
  }

  @Test
  void is_absent_where_there_is_no_case() {
    assertThat(Share.of(0, 0)).isNull();
  }

  @Test
  void is_of_the_whole() {
    assertThatIllegalArgumentException().isThrownBy(() -> Share.of(3, 2));
  }
}

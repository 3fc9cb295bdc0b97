package dev.rebound.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromQlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          up | up
          sum by (job, le) (rate(a_bucket{job=~"$service", x="b_c"}[$__rate_interval])) | a_bucket
          max by (job) (a_seconds) > 60 or max without (x) (b_seconds) > 1e5 | a_seconds b_seconds
          min_over_time((sum by (topic) (lag_records))[10m:30s]) > 1000 | lag_records
          a_total / on (job) group_left (version) b_info offset 5m * 0 | a_total b_info
          histogram_quantile(0.99, sum by (le) (rate(c_bucket[5m]))) | c_bucket
          label_values(a_active, job) | a_active
          """)
  void finds_what_an_expression_asks_for(String expression, String metrics) {
    assertThat(PromQl.metrics(expression)).containsExactly(metrics.split(" "));
  }

  @Test
  void finds_the_labels_that_must_have_one_value() {
    String expression =
        "sum(rate(a_total{type=\"B\", job=~\"c\", d!=\"e\", f=\"$g\"}[5m])) / sum(h{i=\"j\"})";

    assertThat(PromQl.labels(expression))
        .containsExactly(
            new PromQl.Label("a_total", "type=\"B\""), new PromQl.Label("h", "i=\"j\""));
  }
}

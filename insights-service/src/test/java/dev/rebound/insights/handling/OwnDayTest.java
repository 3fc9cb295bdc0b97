package dev.rebound.insights.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.validation.Violation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnDayTest {

  /** Eight in the morning of the tenth in Sydney. */
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-10-09T21:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @ValueSource(strings = {"2026-10-08", "2026-10-09", "2026-10-10"})
  void a_day_that_it_is_somewhere_is_taken(LocalDate on) {
    assertThat(OwnDay.of(on, NOW)).isEqualTo(on);
  }

  @Test
  void where_none_is_named_it_is_the_day_in_utc() {
    assertThat(OwnDay.of(null, NOW)).isEqualTo("2026-10-09");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-10-07", "2026-10-11", "2025-10-09", "+999999999-12-31"})
  void any_other_day_is_a_wrong_field(LocalDate on) {
    assertThatThrownBy(() -> OwnDay.of(on, NOW))
        .isInstanceOfSatisfying(
            HttpProblem.class,
            problem -> {
              assertThat(problem.getStatusCode()).isEqualTo(400);
              assertThat(problem.getParameters().get("violations"))
                  .asInstanceOf(InstanceOfAssertFactories.list(Violation.class))
                  .extracting(violation -> violation.field)
                  .containsExactly("on");
            });
  }
}

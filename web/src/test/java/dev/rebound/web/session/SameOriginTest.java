package dev.rebound.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameOriginTest {

  @ParameterizedTest
  @CsvSource({
    "same-origin, https://rebound.example",
    "same-origin, ",
    "same-origin, null",
    ", https://rebound.example",
    ", https://REBOUND.example"
  })
  void aPageOfThisOriginMayAct(@Nullable String site, @Nullable String origin) {
    assertThat(SameOrigin.samePage(site, origin, "rebound.example")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    ", ",
    "cross-site, https://rebound.example",
    "same-site, https://rebound.example",
    "none, ",
    ", https://evil.example",
    ", https://rebound.example.evil.example",
    ", https://rebound.example:8443",
    ", null",
    ", https://re bound"
  })
  void nobodyElseMay(@Nullable String site, @Nullable String origin) {
    assertThat(SameOrigin.samePage(site, origin, "rebound.example")).isFalse();
  }
}

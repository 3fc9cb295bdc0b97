package dev.rebound.application.boards.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.application.boards.outgoing.CallResult.NoAnswer;
import dev.rebound.application.boards.outgoing.RetrySchedule.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {

  private static final Instant NOW = Instant.parse("2026-10-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "1, PT5S",
    "2, PT5M",
    "3, PT30M",
    "4, PT2H",
    "5, PT5H",
    "6, PT10H",
    "7, PT14H",
    "8, PT20H",
    "9, PT24H",
  })
  void eachFailureHasItsPause(int attempts, Duration pause) {
    assertThat(RetrySchedule.after(attempts, answered(500, null), NOW, 0))
        .isEqualTo(new Verdict.Again(NOW.plus(pause)));
    assertThat(RetrySchedule.after(attempts, answered(500, null), NOW, 1))
        .isEqualTo(new Verdict.Again(NOW.plus(pause.plus(pause.dividedBy(10)))));
  }

  @ParameterizedTest
  @CsvSource({
    // status, Retry-After, pause after the first attempt
    "429, PT2S, PT5S",
    "429, PT1H, PT1H",
    "503, PT1H, PT1H",
    "503, P30D, PT24H",
  })
  void aReceiverMayAskForPatience(int status, Duration wish, Duration pause) {
    assertThat(RetrySchedule.after(1, answered(status, wish), NOW, 0))
        .isEqualTo(new Verdict.Again(NOW.plus(pause)));
  }

  @ParameterizedTest
  @CsvSource({"200", "201", "202", "204", "299"})
  void whatIsTakenIsTaken(int status) {
    assertThat(RetrySchedule.after(1, answered(status, null), NOW, 0))
        .isEqualTo(new Verdict.Taken());
  }

  @ParameterizedTest
  @CsvSource({"301", "302", "307", "308", "400", "401", "404", "500"})
  void whatIsNotIsTriedTenTimes(int status) {
    assertThat(RetrySchedule.after(1, answered(status, null), NOW, 0))
        .isInstanceOf(Verdict.Again.class);
    assertThat(RetrySchedule.after(10, answered(status, null), NOW, 0))
        .isEqualTo(new Verdict.GivenUp());
  }

  @Test
  void noAnswerIsTriedAgainLikeABadOne() {
    assertThat(RetrySchedule.after(1, CallResult.failed(NoAnswer.TIMEOUT), NOW, 0))
        .isEqualTo(new Verdict.Again(NOW.plusSeconds(5)));
  }

  @Test
  void whoIsGoneIsLeftAlone() {
    assertThat(RetrySchedule.after(1, answered(410, null), NOW, 0)).isEqualTo(new Verdict.Gone());
    assertThat(RetrySchedule.after(10, answered(410, null), NOW, 0)).isEqualTo(new Verdict.Gone());
  }

  @ParameterizedTest
  @CsvSource({
    "120, PT2M",
    "'Thu, 01 Oct 2026 12:10:00 GMT', PT10M",
    "'Thu, 01 Oct 2026 11:00:00 GMT', PT0S",
    "soon,",
    "-5,",
    "'',",
    "99999999999999999999, PT999999999S",
  })
  void theHeaderIsSecondsOrADate(String header, @Nullable Duration wish) {
    assertThat(WebhookCall.retryAfter(header, NOW)).isEqualTo(wish);
  }

  private static CallResult answered(int status, @Nullable Duration retryAfter) {
    return CallResult.answered(status, retryAfter);
  }
}

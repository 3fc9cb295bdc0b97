package dev.rebound.application.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.application.webhooks.LastTold.Standing;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What counts of deliveries that come in any order. */
class StandingTest {

  private static final Instant FIRST = Instant.parse("2026-10-02T11:00:00Z");
  private static final Instant THEN = FIRST.plusSeconds(300);
  private static final Instant LAST = FIRST.plusSeconds(600);

  @Test
  void whatIsOlderIsOvertaken() {
    Standing reopened = new Standing(THEN, THEN, FIRST);

    assertThat(reopened.overtakes(FIRST)).isTrue();
    assertThat(reopened.overtakes(THEN)).isFalse();
    assertThat(reopened.overtakes(LAST)).isFalse();
    assertThat(reopened.overtakes(null)).isFalse();
    assertThat(Standing.UNTIMED.overtakes(FIRST)).isFalse();
  }

  /** The reopening of a rejection that was never told came first. */
  @Test
  void aRejectionOfTheTimeOfItsReopeningIsOvertaken() {
    assertThat(new Standing(FIRST, FIRST, null).overtakesRejection(FIRST)).isTrue();
    assertThat(new Standing(FIRST, FIRST, null).overtakesRejection(THEN)).isFalse();
    // A rejection from before was told: this is the next one.
    assertThat(new Standing(FIRST, FIRST, FIRST).overtakesRejection(FIRST)).isFalse();
    assertThat(new Standing(FIRST, null, null).overtakesRejection(FIRST)).isFalse();
    assertThat(new Standing(THEN, THEN, FIRST).overtakesRejection(FIRST)).isTrue();
  }

  /** A stage, or a rejection of which too little was told, may be told before it and be later. */
  @Test
  void aRejectionIsOvertakenByAnEndingOrAReopeningAlone() {
    assertThat(new Standing(LAST, null, null).overtakesRejection(FIRST)).isFalse();
    assertThat(new Standing(LAST, null, THEN).overtakesRejection(FIRST)).isTrue();
    assertThat(new Standing(LAST, THEN, null).overtakesRejection(FIRST)).isTrue();
    assertThat(new Standing(LAST, THEN, null).overtakesRejection(null)).isFalse();
  }

  /** An ending that came meanwhile is the last word. */
  @Test
  void whatEndedAgainSinceIsNotUnderWay() {
    assertThat(new Standing(THEN, THEN, FIRST).reopenedAfter(FIRST)).isTrue();
    assertThat(new Standing(LAST, THEN, LAST).reopenedAfter(FIRST)).isFalse();
    assertThat(new Standing(THEN, THEN, FIRST).reopenedAfter(THEN)).isFalse();
    assertThat(new Standing(LAST, null, LAST).reopenedAfter(FIRST)).isFalse();
  }

  @Test
  void anEndingIsNewThatIsLaterThanWhatWasToldOfTheFormer() {
    assertThat(new Standing(LAST, THEN, FIRST).isNew(LAST)).isTrue();
    assertThat(new Standing(LAST, THEN, null).isNew(LAST)).isTrue();
    assertThat(new Standing(LAST, null, LAST).isNew(LAST)).isFalse();
    // Nothing is known of the time of the former.
    assertThat(new Standing(LAST, null, null).isNew(LAST)).isFalse();
    assertThat(Standing.UNTIMED.isNew(null)).isFalse();
  }
}

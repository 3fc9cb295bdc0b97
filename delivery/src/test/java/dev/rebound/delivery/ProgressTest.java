package dev.rebound.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  private final Progress progress = new Progress();

  @Test
  void whoever_has_just_had_something_old_is_behind() {
    assertThat(progress.isBehind()).isFalse();

    progress.done();
    progress.reached(Instant.now().minus(LONG));
    assertThat(progress.isBehind()).isTrue();

    progress.reached(Instant.now());
    assertThat(progress.isBehind()).isFalse();
  }

  @Test
  void whoever_has_nothing_left_is_not_behind_however_old_the_last_was() {
    progress.done();
    progress.reached(Instant.now().minus(LONG));

    progress.idle();

    assertThat(progress.isBehind()).isFalse();
    assertThat(progress.last()).isAfter(Instant.now().minus(LONG));
  }

  @Test
  void whoever_cannot_be_told_whether_anything_is_left_is_behind() {
    progress.unsure();
    assertThat(progress.isBehind()).isTrue();

    progress.idle();
    assertThat(progress.isBehind()).isFalse();

    progress.unsure();
    progress.reached(Instant.now());
    assertThat(progress.isBehind()).isFalse();

    progress.unsure();
    progress.left();
    assertThat(progress.isBehind()).isFalse();
  }

  @Test
  void whoever_waits_for_the_database_is_behind() {
    progress.waits(true);
    assertThat(progress.isBehind()).isTrue();

    progress.waits(false);
    assertThat(progress.isBehind()).isFalse();
  }
}

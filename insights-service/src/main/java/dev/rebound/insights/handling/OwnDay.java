package dev.rebound.insights.handling;

import dev.rebound.chassis.http.Problems;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The day on which a candidate does something. In the east the day has begun before it does in UTC,
 * and in the west it goes on after it: whoever notes on the day how a goal went has not noted it
 * the day before.
 */
final class OwnDay {

  /** The day begins 14 hours before UTC at the earliest and 12 after it at the latest. */
  private static final long MOST_DAYS_BESIDE_UTC = 1;

  private OwnDay() {}

  /**
   * The day that a request names, UTC where it names none.
   *
   * <p>Fails with 400 where it is not a day that it can be anywhere now.
   */
  static LocalDate of(@Nullable LocalDate on, Clock clock) {
    LocalDate utc = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (on == null) {
      return utc;
    }
    if (Math.abs(ChronoUnit.DAYS.between(utc, on)) > MOST_DAYS_BESIDE_UTC) {
      throw Problems.invalid("on", "must be today where you are");
    }
    return on;
  }
}

package dev.rebound.insights.search;

import dev.rebound.events.Salary;
import dev.rebound.events.SalaryPeriod;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Compares pay, by the year of somebody who works full time. */
public final class Pay {

  private static final BigDecimal HOURS = BigDecimal.valueOf(2080);
  private static final BigDecimal DAYS = BigDecimal.valueOf(260);
  private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

  private Pay() {}

  /** A figure of a period as a figure of a year: 2080 hours, 260 days, 12 months. */
  public static BigDecimal yearly(BigDecimal figure, SalaryPeriod period) {
    return switch (period) {
      case HOUR -> figure.multiply(HOURS);
      case DAY -> figure.multiply(DAYS);
      case MONTH -> figure.multiply(MONTHS);
      case YEAR -> figure;
    };
  }

  /** Whether the most that is offered is less than the least that is wanted. */
  public static boolean below(@Nullable Salary offered, @Nullable Salary wanted) {
    if (offered == null || wanted == null || !offered.currency().equals(wanted.currency())) {
      return false;
    }
    BigDecimal most = offered.max() == null ? offered.min() : offered.max();
    BigDecimal least = wanted.min();
    return most != null
        && least != null
        && yearly(most, offered.period()).compareTo(yearly(least, wanted.period())) < 0;
  }

  /** Whether the least of one is less than that of the other, both being of one currency. */
  static boolean asksForLess(Salary one, Salary other) {
    BigDecimal least = one.min();
    BigDecimal otherLeast = other.min();
    return otherLeast != null
        && (least == null
            || yearly(least, one.period()).compareTo(yearly(otherLeast, other.period())) < 0);
  }
}

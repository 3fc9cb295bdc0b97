package dev.rebound.insights.search;

import dev.rebound.events.Salary;
import dev.rebound.events.SalaryPeriod;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The least pay as a refinement's value writes it: {@code 60000 EUR YEAR}. */
public final class LeastPay {

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,12}(?:\\.\\d{1,2})?) ([A-Z]{3})(?: PER)? (HOUR|DAY|MONTH|YEAR)");

  private LeastPay() {}

  /** Reads it; empty where it is written otherwise. */
  static Optional<Salary> parse(String text) {
    Matcher parts = FORM.matcher(text.toUpperCase(Locale.ROOT));
    return parts.matches()
        ? Optional.of(
            new Salary(
                new BigDecimal(parts.group(1)),
                null,
                parts.group(2),
                SalaryPeriod.valueOf(parts.group(3))))
        : Optional.empty();
  }

  /** Writes it. */
  public static String of(BigDecimal least, String currency, SalaryPeriod period) {
    return least.stripTrailingZeros().toPlainString() + " " + currency + " " + period;
  }
}

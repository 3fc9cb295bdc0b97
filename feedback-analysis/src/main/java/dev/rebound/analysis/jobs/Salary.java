package dev.rebound.analysis.jobs;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is paid for the work itself.
 *
 * @param min the least, null where only a most is said
 * @param max the most, null where only a least is said; like the least where one sum is said
 * @param currency ISO 4217, null where none is said
 * @param period what the sum is for, null where neither words nor the height of the sum tell
 */
public record Salary(
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    @Nullable String currency,
    @Nullable Period period,
    Words words)
    implements Fact {

  @Override
  public String told() {
    return Stream.of("salary", Span.told(min, max), currency, period)
        .filter(Objects::nonNull)
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }

  /** The time that a sum is paid for. */
  public enum Period {
    HOUR,
    DAY,
    WEEK,
    MONTH,
    YEAR
  }
}

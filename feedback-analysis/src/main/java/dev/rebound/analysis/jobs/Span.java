package dev.rebound.analysis.jobs;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** From a least to a most; where one is null there is no bound. */
record Span(@Nullable BigDecimal min, @Nullable BigDecimal max) {

  /** {@code 3..5}, {@code 3..} and {@code ..5}; one number where there is but one. */
  static String told(@Nullable BigDecimal min, @Nullable BigDecimal max) {
    if (min != null && min.equals(max)) {
      return min.toPlainString();
    }
    return (min == null ? "" : min.toPlainString())
        + ".."
        + (max == null ? "" : max.toPlainString());
  }
}

package dev.rebound.events;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The pay a posting offers.
 *
 * @param min the lower bound in whole or broken units of {@code currency}, at least 0
 * @param max the upper bound, not below {@code min}
 * @param currency ISO 4217 code
 */
public record Salary(
    @Nullable BigDecimal min, @Nullable BigDecimal max, String currency, SalaryPeriod period) {}

package dev.rebound.analysis.jobs;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The years of experience that are asked for; months are parts of a year.
 *
 * @param min the fewest, null where only a most is said
 * @param max the most, null where only a least is said
 */
public record Experience(@Nullable BigDecimal min, @Nullable BigDecimal max, Words words)
    implements Fact {

  @Override
  public String told() {
    return "years " + Span.told(min, max);
  }
}

package dev.rebound.testkit.planted.circle.one;

import dev.rebound.testkit.planted.circle.two.Second;

/** Breaks a rule together with {@link Second}: they know each other. */
public final class First {
  /** The other half of the circle. */
  public Class<?> other() {
    return Second.class;
  }
}

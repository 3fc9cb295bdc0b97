package dev.rebound.testkit.planted.circle.two;

import dev.rebound.testkit.planted.circle.one.First;

/** Breaks a rule together with {@link First}: they know each other. */
public final class Second {
  /** The other half of the circle. */
  public First first() {
    return new First();
  }
}

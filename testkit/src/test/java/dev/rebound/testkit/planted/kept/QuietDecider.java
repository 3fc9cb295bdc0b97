package dev.rebound.testkit.planted.kept;

import dev.rebound.events.Theme;
import java.time.LocalDate;

/** Keeps the rules of write models. */
final class QuietDecider {

  Theme decide(LocalDate today) {
    return today.getDayOfMonth() == 1 ? Theme.PREPARATION : Theme.COMMUNICATION;
  }
}

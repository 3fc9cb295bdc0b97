package dev.rebound.testkit.planted.impure;

import java.time.LocalDate;
import org.jboss.logging.Logger;

/** Breaks two rules: it asks for the time, and it logs. */
final class ClockedDecider {

  private static final Logger LOG = Logger.getLogger(ClockedDecider.class);

  LocalDate decide() {
    LOG.info("deciding");
    return LocalDate.now();
  }
}

package dev.rebound.testkit.planted.impure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Breaks two rules, in every way: it asks for the time and for chance, it logs, it has threads. */
final class ClockedDecider {

  private static final Logger LOG = Logger.getLogger(ClockedDecider.class);
  private static final java.util.logging.Logger OTHER_LOG =
      java.util.logging.Logger.getLogger("other");

  /** The time by the back door: a reference is no call. */
  private final Supplier<Instant> clock = Instant::now;

  LocalDate decide() {
    LOG.info("deciding");
    OTHER_LOG.info("deciding " + clock.get() + UUID.randomUUID());
    Executors.newVirtualThreadPerTaskExecutor().close();
    return LocalDate.now().plusDays(new Random().nextInt(3));
  }
}

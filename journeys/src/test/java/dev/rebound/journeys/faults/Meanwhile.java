package dev.rebound.journeys.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What becomes of a ledger's commands from a moment on, while something is away. */
final class Meanwhile {

  private final Ledger ledger;
  private final long intended;
  private final long acknowledged;
  private final Map<String, Long> sentAgain;

  /** Begins now. */
  Meanwhile(Ledger ledger) {
    this.ledger = ledger;
    this.intended = ledger.intended();
    this.acknowledged = ledger.acknowledged().size();
    this.sentAgain = ledger.sentAgain();
  }

  /** How many commands were acknowledged since. */
  long acknowledged() {
    return ledger.acknowledged().size() - acknowledged;
  }

  /**
   * Returns once every command that was sent before this call is acknowledged; fails where one is
   * refused, or waits for too long.
   *
   * @return how many of them were first sent since this began
   */
  long allAccepted() {
    long sent = ledger.intended();
    Set<String> open = ledger.open();
    await()
        .atMost(Run.BACK)
        .untilAsserted(() -> {
          assertThat(ledger.refused()).isEmpty();
          assertThat(ledger.open().stream().filter(open::contains)).isEmpty();
        });
    return sent - intended;
  }

  /** How often a command was sent again since, by what came of it before. */
  Map<String, Long> sentAgain() {
    Map<String, Long> more = new TreeMap<>();
    ledger
        .sentAgain()
        .forEach((why, times) -> {
          long before = sentAgain.getOrDefault(why, 0L);
          if (times > before) {
            more.put(why, times - before);
          }
        });
    return more;
  }
}

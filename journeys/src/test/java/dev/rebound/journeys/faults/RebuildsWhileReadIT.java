package dev.rebound.journeys.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.journeys.Whole;
import dev.rebound.journeys.faults.ReadModels.Hashes;
import dev.rebound.journeys.faults.Rebuilds.View;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * R8 with the views of the services: each is rebuilt and switched while commands come and
 * candidates read.
 */
class RebuildsWhileReadIT {

  private static final int ROUNDS = Scale.of(1, 5);

  /** Between two rounds of reading: what one user may ask for in a minute is bounded. */
  private static final int PAUSE_MILLIS = 1_000;

  private final Whole whole = Whole.running();
  @AutoClose private final Runs runs = new Runs(whole);

  @Test
  void no_read_fails_and_nothing_is_missing_while_views_are_switched() throws Exception {
    Rebuilds rebuilds = new Rebuilds(whole);
    List<View> views = rebuilds.views();
    Run run = runs.begin();
    run.goOn();
    ReadModels models = new ReadModels(whole, run.ledger().candidates());
    AtomicBoolean ended = new AtomicBoolean();
    CompletableFuture<Integer> reads =
        CompletableFuture.supplyAsync(() -> readUntil(ended, models));
    for (int round = 0; round < ROUNDS; round++) {
      views.forEach(rebuilds::rebuild);
    }
    ended.set(true);
    int answered = reads.get(1, TimeUnit.MINUTES);
    run.end(
        "R8 %d views rebuilt under load %d times each, %d reads meanwhile, 0 failed"
            .formatted(views.size(), ROUNDS, answered));

    Hashes live = models.hashes();
    views.forEach(rebuilds::rebuild);

    assertThat(answered).isPositive();
    assertThat(models.hashes()).isEqualTo(live);
  }

  private static int readUntil(AtomicBoolean ended, ReadModels models) {
    int answered = 0;
    while (!ended.get()) {
      answered += models.read();
      try {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return answered;
      }
    }
    return answered;
  }
}

package dev.rebound.benchmarks;

import dev.rebound.localstack.Start;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives each benchmark the ground it runs on, to be closed when it is done. In a full run that is a
 * new one each, except that a long history is laid once; a quick run has one for all, since a start
 * takes longer than what it measures, and compiles everything once and quickly, since nothing would
 * be warm in its few seconds.
 */
final class Grounds implements AutoCloseable {

  private final boolean quick;
  private @Nullable Ground history;
  private List<String> inForce = List.of();

  Grounds(boolean quick) {
    this.quick = quick;
  }

  /** A ground on which others may have measured before. */
  Ground any() throws Exception {
    return quick ? withHistory() : noted(new Ground(Start.PLAIN));
  }

  /** The ground that has a long history, or is to get one; empty at first. */
  Ground withHistory() throws Exception {
    if (history == null) {
      history = noted(new Ground(quick ? Start.BRIEF : Start.PLAIN));
      history.share();
      Topic.deleteSoon(history);
    }
    return history;
  }

  /** What was in force on the ground that was closed last; forgotten when asked. */
  List<String> inForce() {
    List<String> lines = inForce;
    inForce = List.of();
    return lines;
  }

  private Ground noted(Ground ground) {
    ground.onClose(closed -> {
      try {
        inForce = closed.inForce();
      } catch (IOException | SQLException failure) {
        inForce = List.of("the settings in force could not be asked for");
      }
    });
    return ground;
  }

  @Override
  public void close() {
    if (history != null) {
      history.leave();
      history = null;
    }
  }
}

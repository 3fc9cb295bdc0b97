package dev.rebound.insights.reading;

import dev.rebound.events.Control;
import dev.rebound.events.Theme;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How one candidate wants evidence read.
 *
 * @param byEvidence the latest word on each piece of evidence
 */
public record Readings(Map<UUID, Word> byEvidence) {

  /** The candidate's word on one piece of evidence. */
  public record Word(
      @Nullable Theme theme, @Nullable Control control, @Nullable Boolean dismissed) {}

  public Readings {
    byEvidence = Map.copyOf(byEvidence);
  }

  /** Everything as it was read. */
  static Readings asRead() {
    return new Readings(Map.of());
  }

  Readings with(UUID evidenceId, Word word) {
    Map<UUID, Word> all = new HashMap<>(byEvidence);
    all.put(evidenceId, word);
    return new Readings(all);
  }
}

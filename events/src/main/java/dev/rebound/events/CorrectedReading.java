package dev.rebound.events;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reading as it was shown to the candidate who corrected it: what finds the same words again when
 * another reader reads them otherwise.
 *
 * @param eventId the event that holds the words
 * @param theme what they were read as
 * @param beside what else the same words were read as
 * @param praise true where they were read as praise, false as critique, null as neither
 * @param stage the stage they were read to be about
 * @param quote the words; null for a rating without any
 */
public record CorrectedReading(
    UUID eventId,
    Theme theme,
    List<Theme> beside,
    @Nullable Boolean praise,
    @Nullable StageKind stage,
    @Personal @Nullable String quote) {

  public CorrectedReading {
    beside = beside == null ? List.of() : List.copyOf(beside);
  }
}

package dev.rebound.insights.contexts;

import dev.rebound.analysis.Polarity;
import dev.rebound.events.CorrectedReading;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What was corrected in a reflection, found again in the one that replaced it: of the same kind, in
 * the same words, under the same theme. Ids tell nothing here, since each reflection is an event of
 * its own.
 */
final class FormerWords {

  /** More causes of one theme than anybody picks. */
  private static final int MOST_CAUSES = 20;

  private FormerWords() {}

  /** Whether a piece of the later reflection is what was corrected in the former one. */
  static boolean areIn(UUID id, CorrectedReading corrected, Evidence read) {
    return read.theme() == corrected.theme()
        && read.polarity() == polarity(corrected.praise())
        && read.decisive() == isCause(id, corrected)
        && (read.quote() == null
            ? corrected.quote() == null
            : shared(corrected.quote(), read.quote()));
  }

  /**
   * Whether what was corrected is still written there, and is read as something else now. A cause
   * is what the candidate picked, and stands there or not.
   */
  static boolean stillStand(UUID id, CorrectedReading corrected, Said later) {
    String quote = corrected.quote();
    return quote != null
        && later.reflection() != null
        && later.reflection().says(quote)
        && !isCause(id, corrected)
        && later.evidence().stream()
            .noneMatch(read -> read.theme() == corrected.theme() && shared(quote, read.quote()));
  }

  /** Another reader may cut the same sentence elsewhere. */
  static boolean shared(@Nullable String quote, @Nullable String other) {
    return quote != null && other != null && (quote.contains(other) || other.contains(quote));
  }

  /** How what was shown as praise, critique or neither judges. */
  static Polarity polarity(@Nullable Boolean praise) {
    if (praise == null) {
      return Polarity.NEUTRAL;
    }
    return praise ? Polarity.POSITIVE : Polarity.NEGATIVE;
  }

  private static boolean isCause(UUID id, CorrectedReading corrected) {
    return IntStream.rangeClosed(1, MOST_CAUSES)
        .mapToObj(ordinal ->
            Gathering.id(corrected.eventId(), EvidenceReading.CAUSE, corrected.theme(), ordinal))
        .anyMatch(id::equals);
  }
}

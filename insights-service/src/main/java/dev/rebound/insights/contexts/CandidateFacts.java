package dev.rebound.insights.contexts;

import dev.rebound.events.Control;
import dev.rebound.events.CorrectedReading;
import dev.rebound.events.Theme;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to the candidate and to no context. Goals and the search are not kept here: they are
 * read from their streams. Their events still count, so that a reader sees that something changed.
 *
 * @param corrections how they want evidence read, by its id
 * @param sharesSearchWith the boards that may apply their search
 */
public record CandidateFacts(
    UUID candidateId,
    Map<String, Integer> taken,
    Map<UUID, Correction> corrections,
    List<String> sharesSearchWith)
    implements Facts {

  /**
   * How evidence is to be read; what is null stays as read.
   *
   * @param dismissed true takes it out of every figure
   * @param reading what was corrected; null where that was not written down
   */
  public record Correction(
      @Nullable Theme theme,
      @Nullable Control control,
      @Nullable Boolean dismissed,
      @Nullable CorrectedReading reading) {

    /** Whether it changes nothing. */
    boolean asRead() {
      return theme == null && control == null && !dismisses();
    }

    /** Whether the evidence is to count no more. */
    boolean dismisses() {
      return Boolean.TRUE.equals(dismissed);
    }
  }

  public CandidateFacts {
    taken = taken == null ? Map.of() : Map.copyOf(taken);
    corrections = corrections == null ? Map.of() : Map.copyOf(corrections);
    sharesSearchWith = sharesSearchWith == null ? List.of() : List.copyOf(sharesSearchWith);
  }

  /** A candidate who has not decided anything yet. */
  public static CandidateFacts undecided(UUID candidateId) {
    return new CandidateFacts(candidateId, Map.of(), Map.of(), List.of());
  }

  @Override
  public UUID id() {
    return candidateId;
  }

  @Override
  public List<Said> said() {
    return List.of();
  }

  CandidateFacts withTaken(Map<String, Integer> versions) {
    return new CandidateFacts(candidateId, versions, corrections, sharesSearchWith);
  }

  CandidateFacts withCorrections(Map<UUID, Correction> all) {
    return new CandidateFacts(candidateId, taken, all, sharesSearchWith);
  }

  CandidateFacts withSharesSearchWith(List<String> boards) {
    return new CandidateFacts(candidateId, taken, corrections, boards);
  }
}

package dev.rebound.insights.search.matching;

import java.util.List;

/**
 * What came of holding a posting against a profile.
 *
 * @param reasons plain sentences: why it is skipped, or what speaks for it
 */
public record Match(Verdict verdict, List<String> reasons) {

  /** Whether it stays. */
  public enum Verdict {
    KEEP,
    SKIP
  }

  public Match {
    reasons = List.copyOf(reasons);
  }
}

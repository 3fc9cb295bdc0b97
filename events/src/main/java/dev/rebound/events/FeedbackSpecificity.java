package dev.rebound.events;

import java.util.List;

/**
 * How specific a piece of feedback was when it came in.
 *
 * @param score 0 (nothing to act on) to 1 (all five parts present)
 * @param missing the parts that were not there
 * @param reader the version of the reader that judged it
 */
public record FeedbackSpecificity(
    SpecificityLevel level, double score, List<MissingPart> missing, String reader) {

  public FeedbackSpecificity {
    missing = missing == null ? List.of() : List.copyOf(missing);
  }
}

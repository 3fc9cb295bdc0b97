package dev.rebound.feedback.specificity;

import dev.rebound.analysis.Warning;
import dev.rebound.events.FeedbackSpecificity;
import dev.rebound.events.MissingPart;
import dev.rebound.events.SpecificityLevel;
import java.util.List;

/**
 * How specific an answer is, as the API says it.
 *
 * @param level PARTIAL also for words that were not read, since nobody is asked again for those
 * @param score 0 (nothing to act on) to 1 (all five parts present)
 * @param missing the parts that are not there
 * @param warnings wording that is better not sent
 * @param read whether the words are in a language that is read
 */
public record Specificity(
    SpecificityLevel level,
    double score,
    List<MissingPart> missing,
    List<Warning> warnings,
    boolean read) {

  public Specificity {
    missing = List.copyOf(missing);
    warnings = List.copyOf(warnings);
  }

  /** The same without what is quoted. */
  public Specificity withoutWarnings() {
    return new Specificity(level, score, missing, List.of(), read);
  }

  /** The same as it is kept in an event. */
  public FeedbackSpecificity kept(String reader) {
    return new FeedbackSpecificity(level, score, missing, reader);
  }
}

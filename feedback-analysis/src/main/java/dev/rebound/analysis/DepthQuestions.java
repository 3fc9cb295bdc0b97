package dev.rebound.analysis;

import dev.rebound.events.MissingPart;
import dev.rebound.events.StageKind;
import dev.rebound.events.Theme;
import java.util.Collection;
import java.util.List;

/**
 * The questions of the second round, in plain words that a recruiter can answer in a sentence: made
 * of what is missing, and of the stages and themes of this process.
 */
public interface DepthQuestions {

  /** More than these would cost the recruiter's patience. */
  int MOST = 4;

  /**
   * The questions, what decided it first: at most {@link #MOST}, and at least two where the cause
   * is missing. What is not missing is not asked, nor is what the process answers by itself, nor
   * advice where everything that was touched is out of anybody's hands.
   *
   * @param missing the parts to ask for; a part given twice is asked for once
   * @param stages the stages that took place, so that the questions can name them; may be empty
   * @param themes what was touched without saying enough, weightiest first; may be empty
   */
  List<String> about(
      Collection<MissingPart> missing, Collection<StageKind> stages, Collection<Theme> themes);

  /** The questions in English. */
  static DepthQuestions standard() {
    return (missing, stages, themes) -> new ProcessQuestions(missing, stages, themes).all();
  }
}

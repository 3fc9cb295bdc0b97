package dev.rebound.analysis;

import dev.rebound.analysis.Meaning.CueKind;
import java.util.List;
import java.util.Set;

/**
 * Finds what somebody failed to do in words that no theme covers: 'you never put the tools back'.
 * That is something to act on, although the lexicon cannot say what it is about.
 *
 * <p>What merely did not happen to somebody ('you were not chosen', 'you did not get it') and what
 * only compares ('not as high as the others') is none.
 */
final class Shortcoming {

  /** How many words may stand between the person and the 'not'. */
  private static final int SUBJECT_REACH = 4;

  private static final Set<String> PERSONS =
      Set.of("you", "he", "she", "they", "candidate", "applicant");
  private static final Set<String> AUXILIARIES =
      Set.of("did", "do", "does", "could", "would", "had", "have", "has", "never");
  private static final Set<String> ADVERBS =
      Set.of(
          "quite",
          "really",
          "clearly",
          "always",
          "even",
          "yet",
          "fully",
          "ever",
          "often",
          "once",
          "sufficiently",
          "properly",
          "actually");

  /** What is an outcome and no deed, after 'did not'. */
  private static final Set<String> OUTCOMES =
      Set.of(
          "get",
          "make",
          "made",
          "win",
          "succeed",
          "progress",
          "advance",
          "pass",
          "proceed",
          "go",
          "match",
          "fit",
          "meet",
          "satisfy",
          "score",
          "reach",
          "rank",
          "have",
          "qualify",
          "come",
          "do",
          "done",
          "deserve",
          "disappoint",
          "seem",
          "feel",
          "appear",
          "be",
          "been",
          "receive",
          "land",
          "convince",
          "suit",
          "align",
          "belong",
          "lack",
          "fail",
          "need",
          "want",
          "move",
          "stand",
          "the",
          "a",
          "an");

  /** Where these stand the clause compares, or tells how it ended. */
  private static final Set<String> ENDINGS =
      Set.of(
          "others",
          "other",
          "another",
          "than",
          "chosen",
          "selected",
          "picked",
          "shortlist",
          "shortlisted",
          "successful",
          "unsuccessful",
          "offer",
          "offered",
          "nothing",
          "wrong",
          "somebody",
          "someone");

  private Shortcoming() {}

  /** Whether the clause tells of one. */
  static boolean in(ClauseHits hits) {
    List<Token> tokens = hits.tokens();
    if (tokens.stream().map(Token::form).anyMatch(ENDINGS::contains)) {
      return false;
    }
    return hits.cues(CueKind.NOT).stream().anyMatch(not -> leavesUndone(tokens, not));
  }

  private static boolean leavesUndone(List<Token> tokens, Hit not) {
    int verb = not.to();
    while (verb < tokens.size() && ADVERBS.contains(tokens.get(verb).form())) {
      verb++;
    }
    return verb < tokens.size()
        && !OUTCOMES.contains(tokens.get(verb).form())
        && isDeed(tokens, not)
        && isAbout(tokens, not);
  }

  private static boolean isDeed(List<Token> tokens, Hit not) {
    return tokens.get(not.from()).is("never")
        || (not.from() > 0 && AUXILIARIES.contains(tokens.get(not.from() - 1).form()));
  }

  private static boolean isAbout(List<Token> tokens, Hit not) {
    return tokens.subList(Math.max(0, not.from() - SUBJECT_REACH), not.from()).stream()
        .map(Token::form)
        .anyMatch(PERSONS::contains);
  }
}

package dev.rebound.analysis;

import dev.rebound.analysis.Meaning.CueKind;
import dev.rebound.events.MissingPart;
import dev.rebound.events.Theme;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One clause with everything that was found in it.
 *
 * @param blames whether it tells of a shortcoming that none of the judgements names
 */
record ReadClause(ClauseHits hits, List<Judgement> judgements, boolean blames) {

  /** A clause whose judgements say all that is known of it. */
  ReadClause(ClauseHits hits, List<Judgement> judgements) {
    this(hits, judgements, looksLikeFault(hits, judgements));
  }

  static ReadClause of(Lexicon lexicon, List<Token> tokens) {
    ClauseHits hits = new ClauseHits(lexicon, tokens);
    return new ReadClause(hits, new ClauseJudge(hits).judgements());
  }

  boolean namesCause() {
    return judgements.stream().anyMatch(Judgement::namesCause);
  }

  boolean judges(Theme theme) {
    return judgements.stream()
        .anyMatch(found -> found.theme() == theme && found.polarity() == Polarity.NEGATIVE);
  }

  boolean rejects() {
    return hits.has(CueKind.REJECTION);
  }

  private boolean courteous() {
    return hits.has(CueKind.COURTESY);
  }

  /** Whether the clause tells of a shortcoming that no theme covers. */
  boolean findsFault() {
    return blames && !namesCause();
  }

  /**
   * Whether the words alone look like a shortcoming. A clause that has a theme is judged by that
   * alone, and courtesy and refusals say nothing of the kind.
   */
  static boolean looksLikeFault(ClauseHits hits, List<Judgement> judgements) {
    return judgements.stream().allMatch(ReadClause::onlyMentions)
        && !hits.has(CueKind.COURTESY)
        && !hits.has(CueKind.REJECTION)
        && Shortcoming.in(hits);
  }

  private static boolean onlyMentions(Judgement found) {
    return found.polarity() == Polarity.NEUTRAL && !found.advised() && found.theme().namesCause();
  }

  /** The parts of specific feedback that the clause brings, whatever its judgements. */
  Set<MissingPart> parts() {
    Set<MissingPart> parts = EnumSet.noneOf(MissingPart.class);
    if (hits.stage() != null && !courteous()) {
      parts.add(MissingPart.STAGE);
    }
    if (namesCause() || findsFault()) {
      parts.add(MissingPart.THEME);
    }
    boolean observed = hits.has(CueKind.OBSERVED) && !courteous();
    if (findsFault()
        || (observed && judgements.stream().anyMatch(found -> found.theme().namesCause()))) {
      parts.add(MissingPart.OBSERVATION);
    }
    if (!courteous() && (hits.has(CueKind.INSTANCE) || (observed && counts()))) {
      parts.add(MissingPart.EXAMPLE);
    }
    if (hits.advises()) {
      parts.add(MissingPart.ADVICE);
    }
    return parts;
  }

  private boolean counts() {
    return hits.tokens().stream().anyMatch(token -> Character.isDigit(token.form().charAt(0)));
  }
}

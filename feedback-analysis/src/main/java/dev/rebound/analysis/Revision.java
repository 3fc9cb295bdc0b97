package dev.rebound.analysis;

import dev.rebound.analysis.Meaning.CueKind;
import dev.rebound.events.Theme;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Lets the model revise what the lexicon judged: it adds causes and praise that no phrase covers,
 * and drops what the text as a whole speaks against. A phrase of the lexicon and the model bear
 * each other out, so that what both find needs a lower score than what the model finds alone.
 */
final class Revision {

  /**
   * Where a score begins to count; chosen on the held-out files, see the decision about the reader.
   *
   * @param cause of 'counts against somebody in this theme', where no phrase says so
   * @param borneOut the same where a phrase says so
   * @param praise of 'praises in this theme', where no phrase says so
   * @param praiseBorneOut the same where a phrase says so
   * @param named of 'names a cause': below, no cause counts
   * @param blames of 'names a cause': above, the clause is a shortcoming although no theme is sure
   * @param suspected the same where the words look like a shortcoming
   * @param phrasesStand whether phrases of praise and of advice outweigh the model in their theme
   */
  private record Thresholds(
      double cause,
      double borneOut,
      double praise,
      double praiseBorneOut,
      double named,
      double blames,
      double suspected,
      boolean phrasesStand) {}

  private static final Thresholds LONG_TEXT =
      new Thresholds(0.35, 0.0575, 0.4, 0.1275, 0.1, 0.4, 0.3, false);

  /**
   * For a text of few clauses, which has little that a phrase could mean instead of what it says;
   * the model needs context more than phrases do.
   */
  private static final Thresholds SHORT_TEXT =
      new Thresholds(0.6, 0.0005, 0.35, 0, 0.0003, 0.57, 0.005, true);

  private static final int CLAUSES_OF_SHORT_TEXT = 4;

  /** So few words judge once: a line of a score card that says 'strong' blames nobody. */
  private static final int WORDS_OF_ONE_JUDGEMENT = 3;

  /** What a cause needs where the words refuse: 'you did not get the job' names none. */
  private static final double REFUSAL = 0.92;

  private static final double LEAST_CONFIDENCE = 0.1;

  private final Model model;

  Revision(Model model) {
    this.model = model;
  }

  /** The clauses of one text with revised judgements. */
  List<ReadClause> of(String text, List<ReadClause> clauses) {
    List<float[]> scores =
        model.scores(text, clauses.stream().map(clause -> clause.hits().tokens()).toList());
    Thresholds thresholds = clauses.size() <= CLAUSES_OF_SHORT_TEXT ? SHORT_TEXT : LONG_TEXT;
    Set<Theme> standing = thresholds.phrasesStand() ? praised(clauses) : Set.of();
    List<ReadClause> revised = new ArrayList<>();
    for (int at = 0; at < clauses.size(); at++) {
      revised.add(revised(clauses.get(at), scores.get(at), thresholds, standing));
    }
    return revised;
  }

  private static Set<Theme> praised(List<ReadClause> clauses) {
    Set<Theme> themes = EnumSet.noneOf(Theme.class);
    for (ReadClause clause : clauses) {
      for (Judgement found : clause.judgements()) {
        if (found.polarity() == Polarity.POSITIVE) {
          themes.add(found.theme());
        }
      }
    }
    return themes;
  }

  private static ReadClause revised(
      ReadClause clause, float[] scores, Thresholds thresholds, Set<Theme> standing) {
    List<Judgement> judgements = new ArrayList<>();
    for (Judgement found : clause.judgements()) {
      if (holds(found, scores, thresholds)) {
        judgements.add(found);
      }
    }
    for (Theme theme : Theme.values()) {
      if (theme != Theme.UNSPECIFIED) {
        boolean stands = standing.contains(theme);
        addWhereMissing(judgements, theme, clause, scores, thresholds, stands);
      }
    }
    double needed =
        ReadClause.looksLikeFault(clause.hits(), judgements)
            ? thresholds.suspected()
            : thresholds.blames();
    boolean judged =
        judgements.stream()
            .anyMatch(found -> found.polarity() == Polarity.NEGATIVE || found.advised());
    boolean onlyPraises =
        thresholds.phrasesStand()
            && clause.hits().tokens().size() <= WORDS_OF_ONE_JUDGEMENT
            && clause.judgements().stream().anyMatch(it -> it.polarity() == Polarity.POSITIVE);
    boolean blames =
        scores[Model.NAMES_CAUSE] > needed
            && !judged
            && !onlyPraises
            && !clause.rejects()
            && !clause.hits().has(CueKind.PLEDGE);
    return new ReadClause(clause.hits(), judgements, blames);
  }

  private static boolean holds(Judgement found, float[] scores, Thresholds thresholds) {
    return switch (found.polarity()) {
      case NEGATIVE ->
          scores[Model.against(found.theme())] > thresholds.borneOut()
              && (!found.theme().namesCause() || scores[Model.NAMES_CAUSE] > thresholds.named());
      case POSITIVE -> scores[Model.praised(found.theme())] > thresholds.praiseBorneOut();
      case NEUTRAL ->
          !found.namesCause()
              || thresholds.phrasesStand()
              || scores[Model.NAMES_CAUSE] > thresholds.named();
    };
  }

  private static void addWhereMissing(
      List<Judgement> judgements,
      Theme theme,
      ReadClause clause,
      float[] scores,
      Thresholds thresholds,
      boolean praiseStands) {
    ClauseHits hits = clause.hits();
    float against = scores[Model.against(theme)];
    float praised = scores[Model.praised(theme)];
    boolean caused =
        against > (clause.rejects() ? REFUSAL : thresholds.cause())
            && (!theme.namesCause() || scores[Model.NAMES_CAUSE] > thresholds.named())
            && !praiseStands;
    if (caused && judgements.stream().noneMatch(found -> counts(found, theme))) {
      removeMentions(judgements, theme);
      judgements.add(cause(theme, hits, against));
    }
    // A short clause says one thing of a theme: what blames does not praise in the same words.
    boolean blamed = thresholds.phrasesStand() && judges(judgements, theme, Polarity.NEGATIVE);
    if (praised > thresholds.praise()
        && !hits.advises()
        && !blamed
        && !judges(judgements, theme, Polarity.POSITIVE)) {
      removeMentions(judgements, theme);
      judgements.add(judgement(theme, Polarity.POSITIVE, false, hits, praised));
    }
  }

  private static void removeMentions(List<Judgement> judgements, Theme theme) {
    judgements.removeIf(found -> found.theme() == theme && found.polarity() == Polarity.NEUTRAL);
  }

  private static boolean counts(Judgement found, Theme theme) {
    return found.theme() == theme && (found.polarity() == Polarity.NEGATIVE || found.advised());
  }

  /** Advice tells what was missing without judging. */
  private static Judgement cause(Theme theme, ClauseHits hits, double score) {
    return hits.advises()
        ? judgement(theme, Polarity.NEUTRAL, true, hits, score)
        : judgement(theme, Polarity.NEGATIVE, false, hits, score);
  }

  private static boolean judges(List<Judgement> judgements, Theme theme, Polarity polarity) {
    return judgements.stream()
        .anyMatch(found -> found.theme() == theme && found.polarity() == polarity);
  }

  private static Judgement judgement(
      Theme theme, Polarity polarity, boolean advised, ClauseHits hits, double score) {
    double confidence = Math.clamp(score, LEAST_CONFIDENCE, 1);
    return new Judgement(theme, polarity, advised, confidence, 0, hits.tokens().size());
  }
}

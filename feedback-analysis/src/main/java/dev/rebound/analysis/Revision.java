package dev.rebound.analysis;

import dev.rebound.analysis.Meaning.CueKind;
import dev.rebound.events.Theme;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets the model revise what the lexicon judged: it adds causes and praise that no phrase covers,
 * and drops causes that the clause as a whole speaks against.
 */
final class Revision {

  /**
   * Where a score begins to count. They were chosen by cross-validation, see {@link Training}.
   *
   * @param cause of 'counts against somebody in this theme', to add it
   * @param praise of 'praises' and of 'about this theme', to add it as a strength
   * @param doubt of both questions about causes: below, what the lexicon found is dropped
   * @param silent of 'names a cause': below, no cause is added
   * @param blames of 'names a cause': above, the clause is a shortcoming although no theme is sure
   */
  record Thresholds(double cause, double praise, double doubt, double silent, double blames) {}

  static final Thresholds CHOSEN = new Thresholds(0.23, 0.3, 0.1, 0.4, 0.55);

  /** In a text of many clauses one is easily misread, so the model has to be surer of each. */
  static final Thresholds LONG_TEXT = new Thresholds(0.23, 0.3, 0.4, 0.5, 0.7);

  private static final int CLAUSES_OF_LONG_TEXT = 6;

  /** How much surer the model must be where the clause denies: 'you could have done no better'. */
  private static final double DENIAL = 0.3;

  private static final double LEAST_CONFIDENCE = 0.1;

  private final Model model;

  Revision(Model model) {
    this.model = model;
  }

  /** The clauses of one text with revised judgements. */
  List<ReadClause> of(List<ReadClause> clauses) {
    Thresholds thresholds = clauses.size() < CLAUSES_OF_LONG_TEXT ? CHOSEN : LONG_TEXT;
    List<ReadClause> revised = new ArrayList<>();
    for (int at = 0; at < clauses.size(); at++) {
      float[] scores = model.scores(Features.of(clauses, at));
      revised.add(revised(clauses.get(at), scores, thresholds));
    }
    return revised;
  }

  private static ReadClause revised(ReadClause clause, float[] scores, Thresholds thresholds) {
    List<Judgement> judgements = new ArrayList<>();
    for (Judgement found : clause.judgements()) {
      if (!doubtful(found, scores, thresholds)) {
        judgements.add(found);
      }
    }
    int length = clause.hits().tokens().size();
    if (!clause.hits().advises()) {
      for (Theme theme : Theme.values()) {
        addWhereMissing(judgements, theme, scores, length, thresholds);
      }
    }
    double needed = thresholds.blames() + (clause.hits().has(CueKind.NOT) ? DENIAL : 0);
    boolean blames =
        scores[Model.NAMES_CAUSE] > needed && judgements.isEmpty() && !clause.hits().advises();
    return new ReadClause(clause.hits(), judgements, blames);
  }

  private static boolean doubtful(Judgement found, float[] scores, Thresholds thresholds) {
    return found.namesCause()
        && scores[Model.against(found.theme())] < thresholds.doubt()
        && scores[Model.NAMES_CAUSE] < thresholds.doubt();
  }

  private static void addWhereMissing(
      List<Judgement> judgements, Theme theme, float[] scores, int length, Thresholds thresholds) {
    float against = scores[Model.against(theme)];
    float praised = Math.min(scores[Model.about(theme)], scores[Model.PRAISES]);
    boolean caused =
        against > thresholds.cause()
            && scores[Model.NAMES_CAUSE] > thresholds.silent()
            && !judges(judgements, theme, Polarity.POSITIVE);
    if (caused && !judges(judgements, theme, Polarity.NEGATIVE)) {
      judgements.removeIf(found -> found.theme() == theme);
      judgements.add(judgement(theme, Polarity.NEGATIVE, against, length));
    } else if (!caused && praised > thresholds.praise() && !mentions(judgements, theme)) {
      judgements.add(judgement(theme, Polarity.POSITIVE, praised, length));
    }
  }

  private static boolean judges(List<Judgement> judgements, Theme theme, Polarity polarity) {
    return judgements.stream()
        .anyMatch(found -> found.theme() == theme && found.polarity() == polarity);
  }

  private static boolean mentions(List<Judgement> judgements, Theme theme) {
    return judgements.stream().anyMatch(found -> found.theme() == theme);
  }

  private static Judgement judgement(Theme theme, Polarity polarity, double score, int length) {
    double confidence = Math.clamp(score, LEAST_CONFIDENCE, 1);
    return new Judgement(theme, polarity, false, confidence, 0, length);
  }
}

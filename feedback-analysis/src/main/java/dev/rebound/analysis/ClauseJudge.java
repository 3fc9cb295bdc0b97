package dev.rebound.analysis;

import dev.rebound.analysis.Meaning.About;
import dev.rebound.analysis.Meaning.CueKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides how a clause judges each theme that it touches: by the phrase itself, or else by the
 * nearest cue, with what denies or wishes for it taken into account.
 */
final class ClauseJudge {

  /** How many words a 'not' reaches over. */
  private static final int NEGATION_REACH = 5;

  /** How many words a cue may stand away from what it judges. */
  private static final int CUE_REACH = 12;

  private static final double SELF_EVIDENT = 0.9;
  private static final double NEAR = 0.8;
  private static final double FAR = 0.65;
  private static final double ACROSS_COMMA = 0.5;
  private static final double DENIED = 0.6;
  private static final double MENTIONED = 0.3;

  private final ClauseHits hits;
  private final boolean conditional;
  private final boolean advises;

  ClauseJudge(ClauseHits hits) {
    this.hits = hits;
    this.conditional = hits.tokens().getFirst().is("if") || hits.tokens().getFirst().is("should");
    this.advises = hits.advises();
  }

  /** One judgement per phrase about a theme, in the order of the clause. */
  List<Judgement> judgements() {
    List<Judgement> found = new ArrayList<>();
    for (Hit hit : hits.themes()) {
      found.add(judge(hit));
    }
    return found;
  }

  private Judgement judge(Hit hit) {
    About about = ClauseHits.about(hit);
    if (conditional) {
      return judgement(hit, Polarity.NEUTRAL, false, MENTIONED);
    }
    return switch (about.kind()) {
      case FACT -> judgement(hit, Polarity.NEGATIVE, false, SELF_EVIDENT);
      case CAUSE -> cause(hit);
      case PRAISE -> praise(hit);
      case TOPIC, CARRIER -> topic(hit);
    };
  }

  private Judgement cause(Hit hit) {
    boolean denied = false;
    for (Hit not : hits.cues(CueKind.NOT)) {
      boolean before = not.to() <= hit.from() && hit.from() - not.to() < NEGATION_REACH - 1;
      denied |= before && hits.together(not, hit) && !isRejection(not) && !describes(not, hit);
    }
    return judgement(hit, denied ? Polarity.POSITIVE : Polarity.NEGATIVE, false, SELF_EVIDENT);
  }

  /** 'Cannot take people who need a visa' denies the taking and not the need. */
  private boolean describes(Hit not, Hit hit) {
    return hits.tokens().subList(not.to(), hit.from()).stream()
        .anyMatch(token -> token.is("who") || token.is("whose"));
  }

  private Judgement praise(Hit hit) {
    if (isDenied(hit) || deniesItself(hit)) {
      return judgement(hit, Polarity.NEGATIVE, false, NEAR);
    }
    if (hits.precedes(CueKind.WISH, hit, NEGATION_REACH)) {
      return wish(hit, NEAR);
    }
    return advises
        ? judgement(hit, Polarity.NEUTRAL, true, FAR)
        : judgement(hit, Polarity.POSITIVE, false, NEAR);
  }

  private Judgement topic(Hit hit) {
    Hit cue = nearestCue(hit);
    boolean alone = cue == null || !hits.together(cue, hit);
    if (alone && deniedNearby(hit)) {
      return judgement(hit, Polarity.NEGATIVE, false, DENIED);
    }
    if (cue == null) {
      return advises
          ? judgement(hit, Polarity.NEUTRAL, true, DENIED)
          : judgement(hit, Polarity.NEUTRAL, false, MENTIONED);
    }
    double confidence = confidence(hit, cue);
    return switch (kind(cue)) {
      case NEGATIVE ->
          hits.precedes(CueKind.NOT, cue, NEGATION_REACH - 1)
              ? judgement(hit, Polarity.POSITIVE, false, confidence)
              : judgement(hit, Polarity.NEGATIVE, false, confidence);
      case POSITIVE -> praised(hit, cue, confidence);
      default -> wish(hit, confidence);
    };
  }

  private Judgement praised(Hit hit, Hit cue, double confidence) {
    if (isDenied(cue)) {
      return judgement(hit, Polarity.NEGATIVE, false, confidence);
    }
    boolean wished =
        hits.cues(CueKind.WISH).stream()
            // 'Has become better' wishes for nothing.
            .filter(wish -> !wish.within(cue))
            .anyMatch(wish -> hits.together(wish, hit) && wish.distance(hit) < CUE_REACH);
    if (wished) {
      return wish(hit, confidence);
    }
    return advises
        ? judgement(hit, Polarity.NEUTRAL, true, confidence)
        : judgement(hit, Polarity.POSITIVE, false, confidence);
  }

  private Judgement wish(Hit hit, double confidence) {
    return advises
        ? judgement(hit, Polarity.NEUTRAL, true, confidence)
        : judgement(hit, Polarity.NEGATIVE, false, confidence);
  }

  private boolean isDenied(Hit hit) {
    return hits.precedes(CueKind.NOT, hit, NEGATION_REACH)
        || hits.precedes(CueKind.NEGATIVE, hit, NEGATION_REACH);
  }

  /** A phrase with a gap may hold its own denial: 'knew little about the product'. */
  private boolean deniesItself(Hit hit) {
    return hits.cues(CueKind.NOT).stream().anyMatch(cue -> cue.within(hit))
        || hits.cues(CueKind.NEGATIVE).stream().anyMatch(cue -> cue.within(hit));
  }

  /** 'Did not discuss trade-offs', 'trade-offs were not discussed'. */
  private boolean deniedNearby(Hit hit) {
    for (Hit not : hits.cues(CueKind.NOT)) {
      boolean near = not.distance(hit) <= NEGATION_REACH && hits.together(not, hit);
      if (near && (!isRejection(not) || partOfRejection(hit))) {
        return true;
      }
    }
    return false;
  }

  private boolean isRejection(Hit cue) {
    return hits.cues(CueKind.REJECTION).stream().anyMatch(cue::within);
  }

  private boolean partOfRejection(Hit hit) {
    return hits.cues(CueKind.REJECTION).stream().anyMatch(hit::overlaps);
  }

  private @Nullable Hit nearestCue(Hit hit) {
    Hit nearest = null;
    int least = Integer.MAX_VALUE;
    for (CueKind kind : List.of(CueKind.NEGATIVE, CueKind.POSITIVE, CueKind.WISH)) {
      for (Hit cue : hits.cues(kind)) {
        int distance = distance(hit, cue);
        if (distance < least && !(isRejection(cue) && !partOfRejection(hit))) {
          least = distance;
          nearest = cue;
        }
      }
    }
    return nearest;
  }

  private int distance(Hit hit, Hit cue) {
    int words = hit.distance(cue);
    if (words > CUE_REACH) {
      return Integer.MAX_VALUE;
    }
    int side = cue.from() > hit.from() ? 1 : 0;
    int comma = hits.together(hit, cue) ? 0 : 4 * CUE_REACH;
    return 2 * words + side + comma;
  }

  private double confidence(Hit hit, Hit cue) {
    if (!hits.together(hit, cue)) {
      return ACROSS_COMMA;
    }
    return hit.distance(cue) <= 3 ? NEAR : FAR;
  }

  private static CueKind kind(Hit cue) {
    return ((Meaning.Cue) cue.meaning()).kind();
  }

  private static Judgement judgement(
      Hit hit, Polarity polarity, boolean advised, double confidence) {
    return new Judgement(
        ClauseHits.about(hit).theme(), polarity, advised, confidence, hit.from(), hit.to());
  }
}

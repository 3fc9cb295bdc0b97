package dev.rebound.analysis;

import dev.rebound.analysis.Meaning.CueKind;
import dev.rebound.analysis.Meaning.Hands;
import dev.rebound.analysis.Meaning.Reach;
import dev.rebound.analysis.Token.Break;
import dev.rebound.events.Control;
import dev.rebound.events.Theme;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far the causes of one text are in somebody's hands. A theme has a default; words outweigh it
 * where they clearly speak of that cause: in its own clause, or in what the sentence goes on to say
 * of it ('your licence has lapsed; that is a morning at the counter').
 */
final class ControlWording {

  /** How many words may stand between a 'not' and what it denies. */
  private static final int NEGATION_REACH = 3;

  /** How many clauses after the one that names a cause may still speak of it. */
  private static final int CLAUSES_AFTER = 3;

  /** A new sentence that opens with one of these speaks of something else. */
  private static final Set<String> ELSEWHERE =
      Set.of("we", "our", "i", "my", "you", "your", "he", "she", "and", "but", "also", "in");

  private static final Set<String> TELLERS = Set.of("you", "he", "she", "candidate", "applicant");

  /** What somebody said of themselves is not what the writer says. */
  private static final Set<String> TOLD =
      Set.of(
          "said",
          "told",
          "claimed",
          "blamed",
          "argued",
          "insisted",
          "thought",
          "felt",
          "put",
          "kept",
          "complained",
          "saying",
          "claiming",
          "blaming");

  private final List<ReadClause> clauses;

  ControlWording(List<ReadClause> clauses) {
    this.clauses = clauses;
  }

  /**
   * The control of a cause.
   *
   * @param at which clause names it
   */
  Control of(int at, Theme theme) {
    Control here = worded(at, at, theme);
    for (int next = at + 1; here == null && goesOn(at, next); next++) {
      here = worded(at, next, theme);
    }
    return here == null ? theme.defaultControl() : here;
  }

  /** Whether everything from one clause to the other speaks of the first one's cause. */
  private boolean goesOn(int at, int next) {
    if (next >= clauses.size() || next - at > CLAUSES_AFTER) {
      return false;
    }
    Token opening = clauses.get(next).hits().tokens().getFirst();
    boolean sameSentence = at + 1 == next || !begins(at + 1);
    boolean follows =
        begins(next) ? next == at + 1 && !ELSEWHERE.contains(opening.form()) : sameSentence;
    return follows && namesNothingElse(at, next);
  }

  private boolean begins(int place) {
    return clauses.get(place).hits().tokens().getFirst().before() == Break.SENTENCE;
  }

  private boolean namesNothingElse(int at, int next) {
    ReadClause clause = clauses.get(next);
    return clause.judgements().stream()
        .filter(found -> found.namesCause() || found.polarity() == Polarity.POSITIVE)
        .allMatch(found ->
            clauses.get(at).judges(found.theme()) || isBecauseOfYears(clause, found.theme()));
  }

  /** 'Come back in five years' sounds like too few years, whatever it speaks of. */
  private static boolean isBecauseOfYears(ReadClause clause, Theme theme) {
    return theme == Theme.SENIORITY
        && clause.hits().of(Hands.class).stream().anyMatch(hit -> reach(hit) == Reach.YEARS);
  }

  private @Nullable Control worded(int at, int place, Theme theme) {
    ClauseHits hits = clauses.get(place).hits();
    Set<Reach> said = EnumSet.noneOf(Reach.class);
    for (Hit hit : hits.of(Hands.class)) {
      Reach reach = reach(hit);
      if (!hidden(hits, hit) && !told(hits, hit) && !denied(hits, hit, reach)) {
        said.add(reach);
      }
    }
    if (place > at && !isReason(hits.tokens().getFirst())) {
      said.remove(Reach.PAPERS);
    }
    for (Reach reach : said) {
      Control meant = meant(reach, theme);
      if (meant != null) {
        return meant;
      }
    }
    return null;
  }

  private static boolean isReason(Token opening) {
    return opening.is("since") || opening.is("because") || opening.is("as");
  }

  /** What this means for a cause of this theme; null where it means nothing. */
  private static @Nullable Control meant(Reach reach, Theme theme) {
    boolean counts =
        switch (reach) {
          case NOBODY -> theme.namesCause();
          case YEARS -> isInHand(theme) || theme == Theme.LOCATION_ELIGIBILITY;
          case CHOICE -> theme == Theme.LOCATION_ELIGIBILITY || isInHand(theme);
          // No course makes up for years.
          case SOON -> isInHand(theme) && theme != Theme.SENIORITY;
          case PAPERS -> theme == Theme.CREDENTIALS;
          case NOTHING -> false;
        };
    return counts ? control(reach) : null;
  }

  private static boolean isInHand(Theme theme) {
    return switch (theme.defaultControl()) {
      case CONTROLLABLE, LONG_TERM -> true;
      case OUT_OF_CONTROL, UNKNOWN -> false;
    };
  }

  private static Control control(Reach reach) {
    return switch (reach) {
      case NOBODY -> Control.OUT_OF_CONTROL;
      case YEARS -> Control.LONG_TERM;
      case CHOICE, SOON, PAPERS -> Control.CONTROLLABLE;
      case NOTHING -> Control.UNKNOWN;
    };
  }

  private static Reach reach(Hit hit) {
    return ((Hands) hit.meaning()).reach();
  }

  private static boolean hidden(ClauseHits hits, Hit hit) {
    return hits.of(Hands.class).stream()
        .anyMatch(other -> reach(other) == Reach.NOTHING && hit.overlaps(other));
  }

  private static boolean told(ClauseHits hits, Hit hit) {
    List<Token> before = hits.tokens().subList(0, hit.from());
    for (int at = 1; at < before.size(); at++) {
      if (TOLD.contains(before.get(at).form()) && TELLERS.contains(before.get(at - 1).form())) {
        return true;
      }
    }
    return false;
  }

  private static boolean denied(ClauseHits hits, Hit hit, Reach reach) {
    boolean easy = reach == Reach.SOON || reach == Reach.CHOICE;
    return easy && hits.precedes(CueKind.NOT, hit, NEGATION_REACH);
  }
}

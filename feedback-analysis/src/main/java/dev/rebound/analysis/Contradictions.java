package dev.rebound.analysis;

import dev.rebound.analysis.Meaning.CueKind;
import dev.rebound.analysis.Meaning.Kind;
import dev.rebound.analysis.Meaning.Side;
import dev.rebound.events.Theme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds where a message says one thing and its opposite: the very same thing praised and given as
 * the reason, too much and too little of it, the best and yet turned down without a cause. What is
 * told apart by words beside it ('written', 'with patients', 'in the afternoon') is not the same
 * thing.
 */
final class Contradictions {

  private static final String SAME_THING =
      "You praise this and give it as a reason as well. Say which moment you mean.";
  private static final String BOTH_SIDES =
      "You find too much of this and too little as well. Say when it was which.";
  private static final String BEST_OF_ALL =
      "You say that nobody was better, and turn them down without a cause. Say what decided it.";

  /** What may stand before a thing without telling it apart from others of its name. */
  private static final Set<String> PLAIN =
      Set.of(
          "your",
          "the",
          "his",
          "her",
          "their",
          "my",
          "our",
          "was",
          "of",
          "great",
          "good",
          "strong",
          "excellent",
          "outstanding",
          "poor",
          "weak");

  /** What tells a thing apart where it follows. */
  private static final Set<String> APART =
      Set.of("with", "in", "on", "to", "of", "under", "at", "during", "towards");

  /** What tells apart as well where it follows too much or too little: 'for', 'about' what. */
  private static final Set<String> OF_WHAT = Set.of("for", "about");

  /** What tells a whole clause apart. */
  private static final Set<String> TIMES =
      Set.of("morning", "afternoon", "beginning", "start", "end", "later", "first", "second");

  private final String text;
  private final List<ReadClause> clauses;
  private final List<Warning> warnings = new ArrayList<>();

  private Contradictions(String text, List<ReadClause> clauses) {
    this.text = text;
    this.clauses = clauses;
  }

  /**
   * A warning for each kind of contradiction.
   *
   * @param clauses as the lexicon reads them
   * @param caused whether a cause was read anywhere
   */
  static List<Warning> in(String text, List<ReadClause> clauses, boolean caused) {
    Contradictions found = new Contradictions(text, clauses);
    found.sameThing();
    found.bothSides();
    if (!caused) {
      found.bestOfAll();
    }
    return found.warnings;
  }

  private void sameThing() {
    Set<String> praised = new HashSet<>();
    clauses.forEach(clause -> praised.addAll(things(clause, true)));
    for (ReadClause clause : clauses) {
      if (things(clause, false).stream().anyMatch(praised::contains)) {
        warn(clause, SAME_THING);
        return;
      }
    }
  }

  /** What a clause praises, or blames; by its words. */
  private static Set<String> things(ReadClause clause, boolean praise) {
    ClauseHits hits = clause.hits();
    Set<String> things = new HashSet<>();
    if (hits.advises() || hits.tokens().stream().map(Token::form).anyMatch(TIMES::contains)) {
      return things;
    }
    boolean reason = hits.has(CueKind.REASON);
    Polarity wanted = praise ? Polarity.POSITIVE : Polarity.NEGATIVE;
    for (Hit hit : hits.themes()) {
      Kind kind = ClauseHits.about(hit).kind();
      boolean named = kind == Kind.TOPIC || kind == Kind.CARRIER;
      boolean said = reason ? !praise : judged(clause, hit, wanted);
      if (named && said && isPlain(hits.tokens(), hit)) {
        things.add(words(hits, hit));
      }
    }
    return things;
  }

  private static boolean isPlain(List<Token> tokens, Hit hit) {
    boolean before = hit.from() == 0 || PLAIN.contains(tokens.get(hit.from() - 1).form());
    return before && !isFollowedBy(tokens, hit, APART);
  }

  private static boolean isFollowedBy(List<Token> tokens, Hit hit, Set<String> words) {
    return hit.to() < tokens.size() && words.contains(tokens.get(hit.to()).form());
  }

  private static boolean judged(ReadClause clause, Hit hit, Polarity polarity) {
    return clause.judgements().stream()
        .anyMatch(found -> found.from() == hit.from() && found.polarity() == polarity);
  }

  private static String words(ClauseHits hits, Hit hit) {
    return hits.tokens().subList(hit.from(), hit.to()).stream()
        .map(Token::form)
        .collect(Collectors.joining(" "));
  }

  private void bothSides() {
    Map<Side, Boolean> plain = new HashMap<>();
    for (ReadClause clause : clauses) {
      for (Hit hit : clause.hits().of(Side.class)) {
        Side side = (Side) hit.meaning();
        boolean here = isSaidPlainly(clause.hits().tokens(), hit);
        Boolean there = plain.get(new Side(side.of(), !side.more()));
        if (there != null && (here || there)) {
          warn(clause, BOTH_SIDES);
          return;
        }
        plain.merge(side, here, Boolean::logicalOr);
      }
    }
  }

  /**
   * Whether nothing beside it says of what, or for what. Two that both say so speak of two things:
   * too much detail on the tools, and not enough on the rest.
   */
  private static boolean isSaidPlainly(List<Token> tokens, Hit hit) {
    return !isFollowedBy(tokens, hit, APART) && !isFollowedBy(tokens, hit, OF_WHAT);
  }

  private void bestOfAll() {
    boolean refused =
        clauses.stream()
            .anyMatch(clause -> clause.rejects() || clause.judges(Theme.STRONGER_CANDIDATE));
    if (refused) {
      warnFirst(Contradictions::isBest, BEST_OF_ALL);
    }
  }

  private static boolean isBest(ReadClause clause) {
    ClauseHits hits = clause.hits();
    return hits.cues(CueKind.BEST).stream()
        .anyMatch(best ->
            hits.cues(CueKind.NOT).stream()
                .noneMatch(not -> not.within(best) && not.from() > best.from()));
  }

  private void warnFirst(Predicate<ReadClause> which, String why) {
    clauses.stream().filter(which).findFirst().ifPresent(clause -> warn(clause, why));
  }

  private void warn(ReadClause clause, String why) {
    List<Token> tokens = clause.hits().tokens();
    warnings.add(
        new Warning(text.substring(tokens.getFirst().start(), tokens.getLast().end()), why));
  }
}

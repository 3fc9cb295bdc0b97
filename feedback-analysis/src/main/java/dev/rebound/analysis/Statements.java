package dev.rebound.analysis;

import static java.util.stream.Collectors.toSet;

import dev.rebound.analysis.Token.Break;
import dev.rebound.events.Control;
import dev.rebound.events.MissingPart;
import dev.rebound.events.StageKind;
import dev.rebound.events.Theme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes statements of clauses: one per clause, or one per polarity where a clause praises and
 * blames in one breath. A clause that goes on with 'and' about the same is one statement with what
 * it goes on from, so that whoever is quoted is quoted with the beginning.
 */
final class Statements {

  private static final Comparator<ThemeReading> SURENESS =
      Comparator.comparingDouble(ThemeReading::confidence);

  private final String text;
  private final List<Statement> statements = new ArrayList<>();
  private @Nullable StageKind stage;

  Statements(String text) {
    this.text = text;
  }

  List<Statement> all() {
    return statements;
  }

  /**
   * Adds a clause.
   *
   * @param judgements those of the clause that count in this text
   * @param control how far a cause of this theme is in somebody's hands, as this clause is worded
   */
  void add(ReadClause clause, List<Judgement> judgements, Function<Theme, Control> control) {
    Set<MissingPart> parts = clause.parts();
    if (clause.hits().stage() != null) {
      stage = clause.hits().stage();
    }
    Map<Polarity, List<Judgement>> byPolarity = new EnumMap<>(Polarity.class);
    for (Judgement found : judgements) {
      byPolarity.computeIfAbsent(found.polarity(), _ -> new ArrayList<>()).add(found);
    }
    if (byPolarity.size() > 1) {
      dropMentions(byPolarity);
    }
    if (byPolarity.isEmpty()) {
      statements.add(statement(clause, List.of(), List.of(), Polarity.NEUTRAL, parts, false));
    }
    boolean split = byPolarity.size() > 1;
    byPolarity.forEach((polarity, group) -> {
      Statement said = statement(clause, group, themes(group, control), polarity, parts, split);
      if (!split && goesOn(clause.hits().tokens().getFirst()) && sameAsLast(said)) {
        statements.add(joined(statements.removeLast(), said));
      } else {
        statements.add(said);
      }
    });
  }

  private static boolean goesOn(Token first) {
    return first.before() != Break.SENTENCE && first.is("and");
  }

  private boolean sameAsLast(Statement said) {
    return !statements.isEmpty()
        && !said.themes().isEmpty()
        && statements.getLast().polarity() == said.polarity()
        && themes(statements.getLast()).equals(themes(said));
  }

  private static Set<Theme> themes(Statement statement) {
    return statement.themes().stream().map(ThemeReading::theme).collect(toSet());
  }

  /** Each theme as it is read in the surer of the two. */
  private Statement joined(Statement first, Statement next) {
    Map<Theme, ThemeReading> surest = new EnumMap<>(Theme.class);
    first.themes().forEach(found -> surest.put(found.theme(), found));
    next.themes()
        .forEach(found -> surest.merge(found.theme(), found, BinaryOperator.maxBy(SURENESS)));
    Set<MissingPart> parts = EnumSet.noneOf(MissingPart.class);
    parts.addAll(first.parts());
    parts.addAll(next.parts());
    return new Statement(
        text.substring(first.start(), next.end()),
        first.start(),
        next.end(),
        surest.values().stream().sorted(SURENESS.reversed()).toList(),
        first.polarity(),
        next.stage(),
        parts);
  }

  private static void dropMentions(Map<Polarity, List<Judgement>> byPolarity) {
    List<Judgement> neutral = byPolarity.getOrDefault(Polarity.NEUTRAL, List.of());
    if (neutral.stream().noneMatch(Judgement::advised)) {
      byPolarity.remove(Polarity.NEUTRAL);
    }
  }

  private Statement statement(
      ReadClause clause,
      List<Judgement> group,
      List<ThemeReading> themes,
      Polarity polarity,
      Set<MissingPart> parts,
      boolean split) {
    List<Token> tokens = clause.hits().tokens();
    int first = 0;
    int last = tokens.size() - 1;
    if (split) {
      first = segmentStart(clause.hits(), group);
      last = segmentEnd(clause.hits(), group);
    }
    int start = tokens.get(first).start();
    int end = tokens.get(last).end();
    Set<MissingPart> own = EnumSet.noneOf(MissingPart.class);
    own.addAll(parts);
    if (group.stream().noneMatch(Judgement::namesCause) && !clause.findsFault()) {
      own.remove(MissingPart.THEME);
    }
    return new Statement(text.substring(start, end), start, end, themes, polarity, stage, own);
  }

  private static int segmentStart(ClauseHits hits, List<Judgement> group) {
    int at = group.stream().mapToInt(Judgement::from).min().orElse(0);
    while (at > 0 && hits.segment(at - 1) == hits.segment(at)) {
      at--;
    }
    return at;
  }

  private static int segmentEnd(ClauseHits hits, List<Judgement> group) {
    int at = group.stream().mapToInt(found -> found.to() - 1).max().orElse(0);
    while (at + 1 < hits.tokens().size() && hits.segment(at + 1) == hits.segment(at)) {
      at++;
    }
    return at;
  }

  /** The surest reading of each theme, surest first. */
  private static List<ThemeReading> themes(
      List<Judgement> group, Function<Theme, Control> control) {
    Map<Theme, Judgement> surest = new EnumMap<>(Theme.class);
    for (Judgement found : group) {
      surest.merge(
          found.theme(),
          found,
          (one, other) -> other.confidence() > one.confidence() ? other : one);
    }
    return surest.values().stream()
        .map(found ->
            found.namesCause()
                ? new ThemeReading(found.theme(), control.apply(found.theme()), found.confidence())
                : ThemeReading.of(found.theme(), found.confidence()))
        .sorted(SURENESS.reversed())
        .toList();
  }
}

package dev.rebound.analysis;

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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes statements of clauses: one per clause, or one per polarity where a clause praises and
 * blames in one breath.
 */
final class Statements {

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
    byPolarity.forEach((polarity, group) ->
        statements.add(statement(clause, group, themes(group, control), polarity, parts, split)));
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
        .sorted(Comparator.comparingDouble(ThemeReading::confidence).reversed())
        .toList();
  }
}

package dev.rebound.analysis;

import dev.rebound.analysis.Meaning.CueKind;
import dev.rebound.analysis.Meaning.Matter;
import dev.rebound.analysis.Meaning.Unsafe;
import dev.rebound.events.Theme;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds wording that its writer should think about: remarks on protected traits, and 'culture fit'
 * with nothing observable beside it. Warns, never blocks; a warning is no legal advice.
 */
final class UnsafeWording {

  private static final String BARE_FIT =
      "'Fit' alone tells nothing and may hide a bias. Say what you saw or heard.";

  /** How many words may stand between a touchy word and what makes it a subject of the work. */
  private static final int MATTER_REACH = 3;

  private UnsafeWording() {}

  /** The warnings in the order of the text, one per phrase. */
  static List<Warning> in(String text, List<ReadClause> clauses) {
    boolean observable = clauses.stream().anyMatch(ReadClause::namesCause);
    List<Warning> warnings = new ArrayList<>();
    boolean pledge = false;
    for (ReadClause clause : clauses) {
      ClauseHits hits = clause.hits();
      pledge = hits.has(CueKind.PLEDGE) || (pledge && !startsSentence(hits));
      if (!pledge) {
        unsafe(text, hits, warnings);
      }
      if (!observable) {
        clause.judgements().stream()
            .filter(found -> found.theme() == Theme.CULTURE_FIT)
            .filter(found -> found.polarity() != Polarity.POSITIVE)
            .findFirst()
            .ifPresent(found ->
                warnings.add(new Warning(words(text, hits, found.from(), found.to()), BARE_FIT)));
      }
    }
    return warnings;
  }

  private static boolean startsSentence(ClauseHits hits) {
    return hits.tokens().getFirst().before() == Token.Break.SENTENCE;
  }

  private static void unsafe(String text, ClauseHits hits, List<Warning> warnings) {
    int covered = -1;
    for (Hit hit : hits.of(Unsafe.class)) {
      if (hit.from() >= covered
          && hit.meaning() instanceof Unsafe(String why, boolean touchy)
          && !isInnocent(hits, hit, touchy)) {
        warnings.add(new Warning(words(text, hits, hit.from(), hit.to()), why));
        covered = hit.to();
      }
    }
  }

  /** 'Cancer' is somebody's illness, and a 'cancer charity' a client. */
  private static boolean isInnocent(ClauseHits hits, Hit hit, boolean touchy) {
    return hits.of(Matter.class).stream()
        .anyMatch(matter ->
            ((Matter) matter.meaning()).hides()
                ? hit.overlaps(matter)
                : touchy && matter.distance(hit) <= MATTER_REACH);
  }

  private static String words(String text, ClauseHits hits, int from, int to) {
    return text.substring(hits.tokens().get(from).start(), hits.tokens().get(to - 1).end());
  }
}

package dev.rebound.insights.changes;

import dev.rebound.insights.contexts.Revisions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What has changed.
 *
 * @param views the last parts of the paths to ask again
 */
public record Change(List<String> views) {

  /** Follows from what happened, and not from how it is read. */
  private static final List<String> OF_CONTEXTS_ALONE = List.of("funnel");

  private static final List<String> OF_BOTH =
      List.of(
          "weaknesses",
          "strengths",
          "blind-spots",
          "perspective",
          "growth-plan",
          "preparation",
          "search-refinements",
          "dismissals",
          "causes");

  private static final List<String> OF_DECISIONS_ALONE = List.of("search-profile");

  /** What lies between two looks; empty where nothing does. */
  static Optional<Change> between(Revisions before, Revisions after) {
    boolean contexts = before.contexts() != after.contexts();
    boolean decisions = before.decisions() != after.decisions();
    List<String> views =
        Stream.of(
                contexts || decisions ? OF_BOTH : List.<String>of(),
                contexts ? OF_CONTEXTS_ALONE : List.<String>of(),
                decisions ? OF_DECISIONS_ALONE : List.<String>of())
            .flatMap(List::stream)
            .toList();
    return views.isEmpty() ? Optional.empty() : Optional.of(new Change(views));
  }
}

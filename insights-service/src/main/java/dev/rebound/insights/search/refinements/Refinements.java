package dev.rebound.insights.search.refinements;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rebound.chassis.http.Page;
import dev.rebound.events.RefinementKind;
import dev.rebound.events.SearchProfile;
import dev.rebound.insights.contexts.CandidateContexts;
import dev.rebound.insights.figures.Basis;
import dev.rebound.insights.search.ProfileChange;
import dev.rebound.insights.search.Search;
import dev.rebound.insights.search.Search.RefinementDecided;
import dev.rebound.insights.search.Search.RefinementDecided.Accepted;
import dev.rebound.insights.search.Search.RefinementDecided.Dismissed;
import dev.rebound.insights.search.matching.Languages;
import dev.rebound.insights.search.refinements.Refinement.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The refinements of one candidate's search: suggested ones first, surest first, then the decided
 * ones, newest first.
 *
 * @param status whether there is enough to speak of a taste; hard requirements need one context
 * @param rejections how many rejections it rests on
 * @param contexts how many applications it rests on
 * @param next the cursor of the part that follows, null at the end
 */
public record Refinements(
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant asOf,
    Basis status,
    int rejections,
    int contexts,
    List<Refinement> items,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {

  /** Suggested words of one kind, at most: a search that leaves out everything finds nothing. */
  static final int MOST_OF_A_KIND = 4;

  /** The refinements that a candidate's contexts and decisions add up to. */
  public static Refinements of(CandidateContexts contexts, Search search) {
    Suggestions all = Suggestions.of(contexts, search);
    Map<RefinementKind, Integer> shown = new EnumMap<>(RefinementKind.class);
    List<Refinement> items = new ArrayList<>();
    all.open()
        .forEach((id, suggestion) -> {
          if (changesSomething(search.profile(), suggestion)
              && shown.merge(suggestion.kind(), 1, Integer::sum) <= MOST_OF_A_KIND) {
            items.add(refinement(contexts, search, suggestion, id, Status.SUGGESTED));
          }
        });
    search
        .decisions()
        .reversed()
        .values()
        .forEach(decided -> items.add(decided(contexts, search, all, decided)));
    return new Refinements(
        contexts.asOf(),
        Basis.of(contexts.applications().size()),
        contexts.rejected().size(),
        contexts.applications().size(),
        List.copyOf(items),
        null);
  }

  /** The same, of which only a part is shown. */
  Refinements showing(Page<Refinement> page) {
    return new Refinements(asOf, status, rejections, contexts, page.items(), page.next());
  }

  /** Where in the list a refinement is; the end where it is gone, since nothing follows it. */
  int placeOf(String id) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).id().toString().equals(id)) {
        return i;
      }
    }
    return items.size() - 1;
  }

  /**
   * The kind and value of a suggestion, shown or not: what was suggested a moment ago can still be
   * decided when others have moved before it.
   */
  public static Optional<Suggested> suggested(CandidateContexts contexts, Search search, UUID id) {
    return Optional.ofNullable(Suggestions.of(contexts, search).open().get(id))
        .map(suggestion -> new Suggested(suggestion.kind(), suggestion.value()));
  }

  /** What a suggestion changes. */
  public record Suggested(RefinementKind kind, String value) {}

  /** The refinement of this id, where there is one. */
  public Optional<Refinement> item(UUID id) {
    return items.stream().filter(item -> item.id().equals(id)).findFirst();
  }

  private static boolean changesSomething(SearchProfile profile, Suggestion suggestion) {
    return !changed(profile, suggestion.kind(), suggestion.value()).equals(profile);
  }

  private static Refinement decided(
      CandidateContexts contexts, Search search, Suggestions all, RefinementDecided decided) {
    Status status =
        switch (decided) {
          case Accepted _ -> Status.ACCEPTED;
          case Dismissed _ -> Status.DISMISSED;
        };
    String value = decided.value();
    Suggestion known =
        all.of(decided)
            .orElse(
                new Suggestion(decided.kind(), "", 0, "What spoke for it is gone.", List.of(), 0));
    Suggestion asDecided =
        new Suggestion(
            decided.kind(),
            value == null ? "" : value,
            known.place(),
            known.reason(),
            known.evidence(),
            known.confidence());
    return refinement(contexts, search, asDecided, decided.id(), status);
  }

  private static Refinement refinement(
      CandidateContexts contexts, Search search, Suggestion suggestion, UUID id, Status status) {
    SearchProfile profile = search.profile();
    SearchProfile changed = changed(profile, suggestion.kind(), suggestion.value());
    return new Refinement(
        id,
        suggestion.kind(),
        suggestion.value().isEmpty() ? null : suggestion.value(),
        suggestion.reason(),
        (int) suggestion.evidence().stream().map(RefinementEvidence::contextId).distinct().count(),
        suggestion.evidence(),
        suggestion.confidence(),
        ProfileDifference.between(profile, changed),
        Backtest.of(contexts, profile, changed),
        status);
  }

  private static SearchProfile changed(SearchProfile profile, RefinementKind kind, String value) {
    return ProfileChange.of(kind, value, Languages::canonical)
        .map(change -> change.applyTo(profile))
        .orElse(profile);
  }
}

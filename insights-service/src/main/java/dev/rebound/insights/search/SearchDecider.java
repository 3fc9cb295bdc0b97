package dev.rebound.insights.search;

import static dev.rebound.eventstore.Decider.Decision.accept;
import static dev.rebound.eventstore.Decider.Decision.refuse;

import dev.rebound.events.InsightsEvent;
import dev.rebound.events.InsightsEvent.CauseReclassified;
import dev.rebound.events.InsightsEvent.GoalAbandoned;
import dev.rebound.events.InsightsEvent.GoalAchieved;
import dev.rebound.events.InsightsEvent.GoalAdopted;
import dev.rebound.events.InsightsEvent.GoalChanged;
import dev.rebound.events.InsightsEvent.GoalCheckedIn;
import dev.rebound.events.InsightsEvent.RefinementAccepted;
import dev.rebound.events.InsightsEvent.RefinementDismissed;
import dev.rebound.events.InsightsEvent.SearchProfileChanged;
import dev.rebound.events.SearchProfile;
import dev.rebound.eventstore.Decider;
import dev.rebound.eventstore.Decider.Decision;
import dev.rebound.insights.search.Search.RefinementDecided;
import dev.rebound.insights.search.Search.RefinementDecided.Accepted;
import dev.rebound.insights.search.Search.RefinementDecided.Dismissed;
import dev.rebound.insights.search.SearchCommand.AcceptRefinement;
import dev.rebound.insights.search.SearchCommand.ChangeProfile;
import dev.rebound.insights.search.SearchCommand.DismissRefinement;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decides about a search. */
public final class SearchDecider
    implements Decider<SearchCommand, Search, InsightsEvent, SearchRefusal> {

  /** More entries than this in one list, and no search engine takes them. */
  public static final int LONGEST_LIST = 50;

  /** Keeps a search small enough to fold at once. */
  static final int MOST_DECISIONS = 500;

  private final LanguageNames names;

  /** Decides by these names of languages. */
  public SearchDecider(LanguageNames names) {
    this.names = names;
  }

  @Override
  public Search initial() {
    return Search.UNSAID;
  }

  @Override
  public Decision<InsightsEvent, SearchRefusal> decide(SearchCommand command, Search search) {
    return switch (command) {
      case AcceptRefinement accept ->
          undecided(accept.refinementId(), search, () -> change(accept, search));
      case DismissRefinement dismiss ->
          undecided(
              dismiss.refinementId(),
              search,
              () ->
                  accept(
                      new RefinementDismissed(
                          dismiss.candidateId(),
                          dismiss.refinementId(),
                          dismiss.kind(),
                          dismiss.value(),
                          dismiss.reason())));
      case ChangeProfile change -> change(change, search);
    };
  }

  @Override
  public Search evolve(Search search, InsightsEvent event) {
    return switch (event) {
      case RefinementAccepted e -> search.with(new Accepted(e.refinementId(), e.kind(), e.value()));
      case RefinementDismissed e ->
          search.with(new Dismissed(e.refinementId(), e.kind(), e.value(), e.reason()));
      case SearchProfileChanged e -> search.with(e.profile());
      case CauseReclassified _,
          GoalAdopted _,
          GoalChanged _,
          GoalCheckedIn _,
          GoalAchieved _,
          GoalAbandoned _ ->
          search;
    };
  }

  private static Decision<InsightsEvent, SearchRefusal> undecided(
      UUID refinementId,
      Search search,
      Supplier<Decision<InsightsEvent, SearchRefusal>> otherwise) {
    @Nullable RefinementDecided former = search.decision(refinementId).orElse(null);
    return switch (former) {
      case Accepted _ -> refuse(SearchRefusal.ALREADY_ACCEPTED);
      case Dismissed _ -> refuse(SearchRefusal.ALREADY_DISMISSED);
      case null ->
          search.decisions().size() >= MOST_DECISIONS
              ? refuse(SearchRefusal.TOO_MANY_DECISIONS)
              : otherwise.get();
    };
  }

  private Decision<InsightsEvent, SearchRefusal> change(AcceptRefinement command, Search search) {
    Optional<ProfileChange> change = ProfileChange.of(command.kind(), command.value(), names);
    if (change.isEmpty()) {
      return refuse(SearchRefusal.VALUE_NOT_UNDERSTOOD);
    }
    SearchProfile changed = change.get().applyTo(search.profile());
    if (ProfileRules.tooLong(changed)) {
      return refuse(SearchRefusal.PROFILE_FULL);
    }
    return accept(
        new RefinementAccepted(
            command.candidateId(), command.refinementId(), command.kind(), command.value()),
        new SearchProfileChanged(command.candidateId(), changed));
  }

  private Decision<InsightsEvent, SearchRefusal> change(ChangeProfile command, Search search) {
    SearchProfile profile = command.profile();
    if (search.said() && search.profile().equals(profile)) {
      return accept();
    }
    if (ProfileRules.tooLong(profile)) {
      return refuse(SearchRefusal.PROFILE_FULL);
    }
    return ProfileRules.contradictory(profile, names)
        ? refuse(SearchRefusal.PROFILE_CONTRADICTS_ITSELF)
        : accept(new SearchProfileChanged(command.candidateId(), profile));
  }
}

package dev.rebound.insights.search;

import static dev.rebound.insights.contexts.History.CANDIDATE;
import static dev.rebound.insights.contexts.History.id;
import static dev.rebound.testkit.DeciderSpecification.specification;

import dev.rebound.events.InsightsEvent.RefinementAccepted;
import dev.rebound.events.InsightsEvent.RefinementDismissed;
import dev.rebound.events.InsightsEvent.SearchProfileChanged;
import dev.rebound.events.RefinementKind;
import dev.rebound.events.SearchProfile;
import dev.rebound.insights.search.SearchCommand.AcceptRefinement;
import dev.rebound.insights.search.SearchCommand.ChangeProfile;
import dev.rebound.insights.search.SearchCommand.DismissRefinement;
import dev.rebound.insights.search.matching.Languages;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SearchDeciderTest {

  private static final UUID REFINEMENT = id("refinement");
  private static final SearchProfile WITHOUT_GERMAN =
      new ProfileEdit(SearchProfile.EMPTY).excludedLanguages(List.of("German")).profile();
  private static final RefinementAccepted ACCEPTED =
      new RefinementAccepted(CANDIDATE, REFINEMENT, RefinementKind.LANGUAGE, "German");
  private static final RefinementDismissed DISMISSED =
      new RefinementDismissed(CANDIDATE, REFINEMENT, RefinementKind.LANGUAGE, "German", "learning");

  @Test
  void a_change_and_the_profile_it_leads_to_are_one() {
    specification(new SearchDecider(Languages::canonical))
        .when(new AcceptRefinement(CANDIDATE, REFINEMENT, RefinementKind.LANGUAGE, "German"))
        .then(ACCEPTED, new SearchProfileChanged(CANDIDATE, WITHOUT_GERMAN));
  }

  @Test
  void a_change_is_accepted_once() {
    specification(new SearchDecider(Languages::canonical))
        .given(ACCEPTED, new SearchProfileChanged(CANDIDATE, WITHOUT_GERMAN))
        .when(new AcceptRefinement(CANDIDATE, REFINEMENT, RefinementKind.LANGUAGE, "German"))
        .thenRefused(SearchRefusal.ALREADY_ACCEPTED);
  }

  @Test
  void a_change_is_dismissed() {
    specification(new SearchDecider(Languages::canonical))
        .when(
            new DismissRefinement(
                CANDIDATE, REFINEMENT, RefinementKind.LANGUAGE, "German", "learning"))
        .then(DISMISSED);
  }

  @Test
  void a_dismissed_change_is_not_accepted() {
    specification(new SearchDecider(Languages::canonical))
        .given(DISMISSED)
        .when(new AcceptRefinement(CANDIDATE, REFINEMENT, RefinementKind.LANGUAGE, "German"))
        .thenRefused(SearchRefusal.ALREADY_DISMISSED);
  }

  @Test
  void a_value_that_says_nothing_is_refused() {
    specification(new SearchDecider(Languages::canonical))
        .when(new AcceptRefinement(CANDIDATE, REFINEMENT, RefinementKind.WORKPLACE, "the moon"))
        .thenRefused(SearchRefusal.VALUE_NOT_UNDERSTOOD);
  }

  @Test
  void an_empty_profile_is_said_as_well() {
    specification(new SearchDecider(Languages::canonical))
        .when(new ChangeProfile(CANDIDATE, SearchProfile.EMPTY))
        .then(new SearchProfileChanged(CANDIDATE, SearchProfile.EMPTY));
  }

  @Test
  void the_same_profile_again_changes_nothing() {
    specification(new SearchDecider(Languages::canonical))
        .given(new SearchProfileChanged(CANDIDATE, WITHOUT_GERMAN))
        .when(new ChangeProfile(CANDIDATE, WITHOUT_GERMAN))
        .thenNothing();
  }

  @Test
  void a_profile_never_rules_out_what_it_looks_for() {
    specification(new SearchDecider(Languages::canonical))
        .when(
            new ChangeProfile(
                CANDIDATE,
                new ProfileEdit(SearchProfile.EMPTY)
                    .languages(List.of("german"))
                    .excludedLanguages(List.of("German"))
                    .profile()))
        .thenRefused(SearchRefusal.PROFILE_CONTRADICTS_ITSELF);
  }

  @Test
  void a_profile_rules_out_no_language_that_it_looks_for_by_another_name() {
    specification(new SearchDecider(Languages::canonical))
        .when(
            new ChangeProfile(
                CANDIDATE,
                new ProfileEdit(SearchProfile.EMPTY)
                    .languages(List.of("de"))
                    .excludedLanguages(List.of("German"))
                    .profile()))
        .thenRefused(SearchRefusal.PROFILE_CONTRADICTS_ITSELF);
  }

  @Test
  void what_is_accepted_is_the_latest_word_on_what_is_looked_for() {
    SearchProfile looked =
        new ProfileEdit(SearchProfile.EMPTY)
            .titles(List.of("Technical support", "Pilot"))
            .profile();

    specification(new SearchDecider(Languages::canonical))
        .given(new SearchProfileChanged(CANDIDATE, looked))
        .when(
            new AcceptRefinement(
                CANDIDATE, REFINEMENT, RefinementKind.EXCLUDE_TERM, "technical support"))
        .then(
            new RefinementAccepted(
                CANDIDATE, REFINEMENT, RefinementKind.EXCLUDE_TERM, "technical support"),
            new SearchProfileChanged(
                CANDIDATE,
                new ProfileEdit(looked)
                    .titles(List.of("Pilot"))
                    .excludedTerms(List.of("technical support"))
                    .preferredTerms(List.of())
                    .profile()));
  }
}

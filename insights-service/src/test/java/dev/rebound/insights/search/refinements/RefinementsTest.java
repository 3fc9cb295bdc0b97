package dev.rebound.insights.search.refinements;

import static dev.rebound.insights.contexts.History.CANDIDATE;
import static dev.rebound.insights.contexts.History.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rebound.events.ApplicationEvent.ApplicationReopened;
import dev.rebound.events.Energy;
import dev.rebound.events.FeedbackSource;
import dev.rebound.events.InsightsEvent;
import dev.rebound.events.InsightsEvent.CauseReclassified;
import dev.rebound.events.InsightsEvent.RefinementAccepted;
import dev.rebound.events.InsightsEvent.RefinementDismissed;
import dev.rebound.events.InsightsEvent.SearchProfileChanged;
import dev.rebound.events.Posting;
import dev.rebound.events.RefinementKind;
import dev.rebound.events.RoleReflection;
import dev.rebound.events.RoleReflection.ComponentEnergy;
import dev.rebound.events.Salary;
import dev.rebound.events.SalaryPeriod;
import dev.rebound.events.SearchProfile;
import dev.rebound.events.Seniority;
import dev.rebound.events.StageKind;
import dev.rebound.events.StageReflection;
import dev.rebound.events.Theme;
import dev.rebound.events.Workplace;
import dev.rebound.insights.contexts.CandidateContexts;
import dev.rebound.insights.contexts.History;
import dev.rebound.insights.contexts.ScriptedReader;
import dev.rebound.insights.search.ProfileChange;
import dev.rebound.insights.search.Search;
import dev.rebound.insights.search.SearchDecider;
import dev.rebound.insights.search.matching.Languages;
import dev.rebound.insights.search.refinements.Refinement.Status;
import dev.rebound.insights.search.refinements.Refinements.Suggested;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefinementsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

  private final ScriptedReader reader =
      new ScriptedReader()
          .critique("speaks fluent German", Theme.LOCAL_LANGUAGE)
          .critique("speaks fluent Finnish", Theme.LOCAL_LANGUAGE)
          .critique("above our budget", Theme.SALARY_EXPECTATIONS)
          .critique("no permit for it", Theme.LOCATION_ELIGIBILITY)
          .critique("too few years", Theme.SENIORITY)
          .critique("new to shipping", Theme.DOMAIN_EXPERIENCE);

  /**
   * Rejected: A (asks for German, on paper), B (asks for German, after a screen), C (asks for none,
   * on paper). Open: D (asks for none, screened). Without German, A and B of three rejections are
   * skipped, and D of the two that came past the papers (B, D) is kept.
   */
  @Test
  void a_backtest_counts_on_the_candidates_own_applications() {
    History history =
        new History()
            .applied("A", DAY, asking("fluent German required"))
            .rejected("A", StageKind.APPLICATION_REVIEW, DAY, "We want who speaks fluent German")
            .applied("B", DAY, asking("fluent German required"))
            .reached("B", StageKind.RECRUITER_SCREEN, DAY)
            .rejected("B", StageKind.RECRUITER_SCREEN, DAY, null)
            .applied("C", DAY, asking("a clear head"))
            .rejected("C", StageKind.APPLICATION_REVIEW, DAY, null)
            .applied("D", DAY, asking("a clear head"))
            .reached("D", StageKind.RECRUITER_SCREEN, DAY);

    Refinement refinement = only(history);

    assertThat(refinement)
        .returns(RefinementKind.LANGUAGE, Refinement::kind)
        .returns("German", Refinement::value)
        .returns("German was missing in 1 of 3 rejections.", Refinement::reason)
        .returns(1, Refinement::contexts)
        .returns(Status.SUGGESTED, Refinement::status)
        .returns(new Backtest(3, 2, 0, 2, 1, 2), Refinement::backtest);
    assertThat(refinement.changes())
        .containsExactly(new ProfileDifference("excludedLanguages", List.of(), List.of("German")));
  }

  @Test
  void a_rejection_that_was_taken_back_speaks_for_nothing() {
    History history =
        new History()
            .rejection("A", DAY, "We want who speaks fluent German")
            .add("application", id("A"), new ApplicationReopened(id("A"), CANDIDATE));

    assertThat(items(history, Search.UNSAID)).isEmpty();
  }

  @Test
  void a_correction_changes_what_is_suggested() {
    History history = new History().rejection("A", DAY, "We want who speaks fluent German");
    UUID evidence = only(history).evidence().getFirst().id();
    history.decided(
        new CauseReclassified(CANDIDATE, evidence, Theme.TECHNICAL_DEPTH, null, null, null));

    assertThat(items(history, Search.UNSAID)).isEmpty();
  }

  @Test
  void a_level_is_suggested_from_two_contexts_on() {
    History once =
        new History()
            .applied("A", DAY, level(Seniority.SENIOR))
            .rejected("A", null, DAY, "You have too few years");
    History twice =
        new History()
            .applied("A", DAY, level(Seniority.SENIOR))
            .rejected("A", null, DAY, "You have too few years")
            .applied("B", DAY.plusDays(3), level(Seniority.LEAD))
            .rejected("B", null, DAY.plusDays(3), "You have too few years");

    assertThat(items(once, Search.UNSAID)).isEmpty();
    assertThat(only(twice))
        .returns(RefinementKind.SENIORITY, Refinement::kind)
        .returns("at most MID", Refinement::value)
        .returns(2, Refinement::contexts)
        .returns(new Backtest(2, 2, 0, 0, 0, 0), Refinement::backtest);
  }

  @Test
  void two_languages_of_one_sentence_have_two_ids() {
    History history =
        new History()
            .rejection("A", DAY, "We want who speaks fluent German or speaks fluent Finnish");

    assertThat(items(history, Search.UNSAID))
        .extracting(Refinement::value)
        .containsExactlyInAnyOrder("German", "Finnish");
    assertThat(items(history, Search.UNSAID)).extracting(Refinement::id).doesNotHaveDuplicates();
  }

  @Test
  void two_languages_that_only_the_posting_names_have_two_ids() {
    CandidateContexts contexts = germanOrFrenchPosted().contexts(reader);

    List<Refinement> items = Refinements.of(contexts, Search.UNSAID).items();

    assertThat(items).extracting(Refinement::value).containsExactlyInAnyOrder("German", "French");
    assertThat(items)
        .allSatisfy(item ->
            assertThat(Refinements.suggested(contexts, Search.UNSAID, item.id()))
                .contains(new Suggested(item.kind(), Objects.requireNonNull(item.value()))));
  }

  /** Both once had the same id, and decisions of then carry it. */
  @ParameterizedTest
  @CsvSource({"German, French", "French, German"})
  void a_decision_on_one_of_two_languages_is_none_on_the_other(String decided, String left) {
    History history = germanOrFrenchPosted();
    UUID shared =
        items(history, Search.UNSAID).stream()
            .filter(item -> "French".equals(item.value()))
            .findFirst()
            .orElseThrow()
            .id();
    Search search =
        search(new RefinementAccepted(CANDIDATE, shared, RefinementKind.LANGUAGE, decided));

    assertThat(items(history, search))
        .extracting(Refinement::value, Refinement::status)
        .containsExactly(tuple(left, Status.SUGGESTED), tuple(decided, Status.ACCEPTED));
    assertThat(items(history, search)).extracting(Refinement::id).doesNotHaveDuplicates();
    assertThat(items(history, search).getLast())
        .returns(shared, Refinement::id)
        .returns(decided + " was missing in 1 of 1 rejection.", Refinement::reason);
  }

  @Test
  void a_change_that_was_accepted_in_other_words_is_not_suggested_again() {
    History history = new History().rejection("A", DAY, "We want who speaks fluent German");
    Search search =
        search(
            new RefinementAccepted(
                CANDIDATE, only(history).id(), RefinementKind.LANGUAGE, "Swiss dialects"));

    assertThat(items(history, search))
        .extracting(Refinement::value, Refinement::status)
        .containsExactly(tuple("Swiss dialects", Status.ACCEPTED));
  }

  @Test
  void a_suggestion_keeps_its_id_while_more_speaks_for_it() {
    History history = new History().rejection("A", DAY, "We want who speaks fluent German");
    UUID before = only(history).id();
    history.rejection("B", DAY.plusDays(9), "We want who speaks fluent German");

    assertThat(only(history))
        .returns(before, Refinement::id)
        .returns("German was missing in 2 of 2 rejections.", Refinement::reason);
  }

  @Test
  void words_that_drain_in_two_jobs_are_left_out_and_those_that_give_are_looked_for() {
    History history =
        new History()
            .applied("A", DAY)
            .reflected("A", List.of(), List.of(), role("incident paging", "harbour charts"))
            .applied("B", DAY.plusDays(2))
            .reflected("B", List.of(), List.of(), role("Incident paging", "Harbour charts"));

    assertThat(items(history, Search.UNSAID))
        .extracting(Refinement::kind, Refinement::value)
        .containsExactlyInAnyOrder(
            tuple(RefinementKind.EXCLUDE_TERM, "incident paging"),
            tuple(RefinementKind.PREFER_TERM, "harbour charts"));
  }

  @Test
  void one_job_is_no_taste() {
    History history =
        new History()
            .applied("A", DAY)
            .reflected("A", List.of(), List.of(), role("incident paging", "harbour charts"));

    assertThat(items(history, Search.UNSAID)).isEmpty();
  }

  @Test
  void terms_that_begin_at_the_same_place_have_ids_of_their_own() {
    History history =
        new History()
            .applied("A", DAY)
            .reflected("A", List.of(), List.of(), role("ledger exports", "calm"))
            .applied("B", DAY.plusDays(1))
            .reflected("B", List.of(), List.of(), role("ledger exports", "quiet"))
            .applied("C", DAY.plusDays(2))
            .reflected("C", List.of(), List.of(), role("ledger", "silence"));

    assertThat(items(history, Search.UNSAID)).extracting(Refinement::id).doesNotHaveDuplicates();
  }

  /** Apart in A, where they are found first; together in the others, of which one is the oldest. */
  @Test
  void terms_of_the_same_oldest_part_have_ids_of_their_own() {
    History history =
        new History()
            .applied("A", DAY)
            .reflected(
                "A",
                List.of(),
                List.of(),
                new RoleReflection(
                    null,
                    List.of(
                        new ComponentEnergy("ledger exports", Energy.DE_ENERGIZING),
                        new ComponentEnergy("anchor checks", Energy.DE_ENERGIZING))));
    for (String name : List.of("B", "C", "D", "E")) {
      history
          .applied(name, DAY.plusDays(1))
          .reflected(name, List.of(), List.of(), role("ledger exports, anchor checks", "calm"));
    }

    assertThat(items(history, Search.UNSAID))
        .filteredOn(item -> item.kind() == RefinementKind.EXCLUDE_TERM)
        .hasSizeGreaterThan(1)
        .extracting(Refinement::id)
        .doesNotHaveDuplicates();
  }

  @Test
  void an_accepted_change_is_shown_as_such_and_not_suggested_again() {
    History history = new History().rejection("A", DAY, "We want who speaks fluent German");
    Refinement suggested = only(history);
    Search search =
        search(
            new RefinementAccepted(CANDIDATE, suggested.id(), RefinementKind.LANGUAGE, "German"));

    assertThat(items(history, search))
        .singleElement()
        .returns(suggested.id(), Refinement::id)
        .returns(Status.ACCEPTED, Refinement::status)
        .returns(suggested.evidence(), Refinement::evidence);
  }

  @Test
  void a_dismissed_change_stays_dismissed_when_older_evidence_comes_in_late() {
    History history = new History().rejection("A", DAY, "We want who speaks fluent German");
    Search search =
        search(
            new RefinementDismissed(
                CANDIDATE, only(history).id(), RefinementKind.LANGUAGE, "German", null));
    history.rejection("older", DAY.minusDays(40), "We want who speaks fluent German");

    assertThat(items(history, search))
        .extracting(Refinement::status)
        .containsExactly(Status.DISMISSED);
  }

  @Test
  void an_accepted_change_still_shows_what_speaks_for_it_when_older_evidence_comes_in_late() {
    History history = new History().rejection("A", DAY, "We want who speaks fluent German");
    Search search =
        search(
            new RefinementAccepted(
                CANDIDATE, only(history).id(), RefinementKind.LANGUAGE, "German"));
    history.rejection("older", DAY.minusDays(40), "We want who speaks fluent German");

    assertThat(items(history, search))
        .singleElement()
        .returns(Status.ACCEPTED, Refinement::status)
        .returns("German was missing in 2 of 2 rejections.", Refinement::reason)
        .returns(2, Refinement::contexts);
  }

  @Test
  void what_the_profile_says_already_is_not_suggested() {
    History history = new History().rejection("A", DAY, "We want who speaks fluent German");
    Search search =
        search(
            new SearchProfileChanged(
                CANDIDATE,
                ProfileChange.of(RefinementKind.LANGUAGE, "German", Languages::canonical)
                    .orElseThrow()
                    .applyTo(SearchProfile.EMPTY)));

    assertThat(items(history, search)).isEmpty();
  }

  /** 6000 a month are more than the 61000 a year that would be suggested. */
  @ParameterizedTest
  @CsvSource({"SEK, 90000", "EUR, 60000"})
  void pay_is_not_suggested_where_it_raises_nothing(String currency, BigDecimal budget) {
    History history = new History();
    for (String name : List.of("A", "B")) {
      Salary salary = new Salary(null, budget, currency, SalaryPeriod.YEAR);
      history
          .applied(
              name,
              DAY,
              new Posting("Pilot", null, null, null, null, null, null, null, null, null, salary))
          .rejected(name, null, DAY, "You were above our budget");
    }
    SearchProfile profile =
        ProfileChange.of(RefinementKind.SALARY, "6000 EUR MONTH", Languages::canonical)
            .orElseThrow()
            .applyTo(SearchProfile.EMPTY);

    assertThat(items(history, Search.UNSAID))
        .extracting(Refinement::kind)
        .containsExactly(RefinementKind.SALARY);
    assertThat(items(history, search(new SearchProfileChanged(CANDIDATE, profile)))).isEmpty();
  }

  @Test
  void a_permit_rules_out_the_place_from_one_context_on() {
    Posting turku =
        new Posting(
            "Pilot", null, null, "Turku", Workplace.ONSITE, null, null, null, null, null, null);
    History history =
        new History()
            .applied("A", DAY, turku)
            .rejected("A", null, DAY, "There is no permit for it");

    assertThat(only(history))
        .returns(RefinementKind.LOCATION, Refinement::kind)
        .returns("Turku", Refinement::value)
        .returns(new Backtest(1, 1, 0, 0, 0, 0), Refinement::backtest);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "You are only available from April | 0",
        "You would have to relocate, and are only available from April | 1",
      })
  void a_day_to_start_on_rules_out_no_place(String message, int suggested) {
    ScriptedReader whole = new ScriptedReader().critique(message, Theme.LOCATION_ELIGIBILITY);
    Posting turku =
        new Posting("Pilot", null, null, "Turku", null, null, null, null, null, null, null);
    History history = new History().applied("A", DAY, turku).rejected("A", null, DAY, message);

    assertThat(Refinements.of(history.contexts(whole), Search.UNSAID).items())
        .filteredOn(item -> item.kind() == RefinementKind.LOCATION)
        .hasSize(suggested);
  }

  /** What one wants to learn, and what a mentor advises, is not what it was rejected for. */
  @Test
  void only_who_rejected_and_the_causes_that_the_candidate_names_count() {
    History history =
        new History()
            .rejection("A", DAY, null)
            .reflected(
                "A",
                List.of(
                    new StageReflection(
                        StageKind.RECRUITER_SCREEN, 1, 3, null, "Be one who speaks fluent German")),
                List.of(),
                null)
            .toldAbout("A", FeedbackSource.MENTOR, DAY, "Be one who speaks fluent German");

    assertThat(items(history, Search.UNSAID)).isEmpty();
    assertThat(
            items(
                history.answered("A", DAY.plusDays(2), "We want who speaks fluent German"),
                Search.UNSAID))
        .extracting(Refinement::value, Refinement::contexts)
        .containsExactly(tuple("German", 1));
  }

  private Refinement only(History history) {
    List<Refinement> items = items(history, Search.UNSAID);
    assertThat(items).hasSize(1);
    return items.getFirst();
  }

  private List<Refinement> items(History history, Search search) {
    return Refinements.of(history.contexts(reader), search).items();
  }

  private static History germanOrFrenchPosted() {
    Posting posting =
        new Posting(
            "Pilot",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of("German", "French"),
            null);
    return new History()
        .applied("A", DAY, posting)
        .rejected("A", null, DAY, null)
        .reflected("A", Theme.LOCAL_LANGUAGE);
  }

  private static Posting asking(String description) {
    return new Posting("Pilot", null, description, null, null, null, null, null, null, null, null);
  }

  private static Posting level(@Nullable Seniority level) {
    return new Posting("Pilot", null, null, null, null, null, level, null, null, null, null);
  }

  private static RoleReflection role(String drains, String gives) {
    return new RoleReflection(
        null,
        List.of(
            new ComponentEnergy(drains, Energy.DE_ENERGIZING),
            new ComponentEnergy(gives, Energy.ENERGIZING)));
  }

  private static Search search(InsightsEvent... events) {
    SearchDecider decider = new SearchDecider(Languages::canonical);
    Search search = decider.initial();
    for (InsightsEvent event : events) {
      search = decider.evolve(search, event);
    }
    return search;
  }
}

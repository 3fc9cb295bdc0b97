package dev.rebound.insights.contexts;

import static dev.rebound.insights.contexts.History.CANDIDATE;
import static dev.rebound.insights.contexts.History.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rebound.delivery.ReadText;
import dev.rebound.events.ApplicationEvent.ApplicationCorrected;
import dev.rebound.events.ApplicationEvent.ApplicationReopened;
import dev.rebound.events.ApplicationEvent.ConsentChanged;
import dev.rebound.events.ApplicationEvent.OfferReceived;
import dev.rebound.events.Control;
import dev.rebound.events.FeedbackSource;
import dev.rebound.events.InsightsEvent.CauseReclassified;
import dev.rebound.events.InsightsEvent.GoalAdopted;
import dev.rebound.events.InsightsEvent.GoalCheckedIn;
import dev.rebound.events.InsightsEvent.RefinementDismissed;
import dev.rebound.events.Posting;
import dev.rebound.events.RefinementKind;
import dev.rebound.events.SpecificityLevel;
import dev.rebound.events.StageKind;
import dev.rebound.events.StageRating;
import dev.rebound.events.Theme;
import dev.rebound.events.ThemeRating;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.insights.contexts.ApplicationFacts.Stage;
import dev.rebound.insights.contexts.ApplicationFacts.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FoldingTest {

  private static final LocalDate MARCH = LocalDate.of(2026, 3, 20);
  private static final LocalDate MAY = LocalDate.of(2026, 5, 11);

  private final ScriptedReader reader =
      new ScriptedReader()
          .critique("lost us halfway", Theme.ANSWER_STRUCTURE)
          .critique("speaks Dutch", Theme.LOCAL_LANGUAGE)
          .praise("a pleasure to work with", Theme.COLLABORATION);
  private final Folding folding = new Folding(reader);

  private static History season() {
    return new History()
        .applied("Pilot", MARCH.minusDays(30))
        .reached("Pilot", StageKind.RECRUITER_SCREEN, MARCH.minusDays(20))
        .rejected("Pilot", StageKind.TECHNICAL_INTERVIEW, MARCH, "We need someone who speaks Dutch")
        .answered(
            "Pilot",
            MARCH.plusDays(6),
            "The second answer lost us halfway",
            List.of(new ThemeRating(Theme.ANSWER_STRUCTURE, 2)),
            List.of(new StageRating(StageKind.TECHNICAL_INTERVIEW, 2, null)),
            List.of(Theme.ANSWER_STRUCTURE))
        .reflected("Pilot", Theme.ANSWER_STRUCTURE)
        .told(FeedbackSource.PEER, MAY, "You are a pleasure to work with")
        .applied("Warden", MAY)
        .answered("Warden", MAY.plusDays(9), "Your talk lost us halfway")
        .add("consent", CANDIDATE, new ConsentChanged(CANDIDATE, "acme", true))
        .decided(new CauseReclassified(CANDIDATE, id("sentence"), null, null, true, null))
        .decided(
            new GoalAdopted(
                CANDIDATE,
                id("goal"),
                Theme.ANSWER_STRUCTURE,
                "Tell it in order",
                List.of("openings"),
                List.of(),
                MAY.plusMonths(3),
                MAY))
        .decided(new GoalCheckedIn(CANDIDATE, id("goal"), MAY.plusDays(3), "slow", 20))
        .decided(
            new RefinementDismissed(
                CANDIDATE, id("refinement"), RefinementKind.EXCLUDE_TERM, "night", "I like it"));
  }

  /** Random interleavings of the three topics, each in its own order. */
  static IntStream interleavings() {
    return IntStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("interleavings")
  void comes_to_the_same_facts_whichever_topic_is_ahead(int seed) {
    History history = season();

    CandidateContexts folded = History.fold(folding, interleaved(history, new Random(seed)));

    assertThat(folded).isEqualTo(history.contexts(reader));
  }

  @Test
  void changes_nothing_when_everything_is_delivered_three_times() {
    History history = season();
    List<StoredEvent> thrice = new ArrayList<>(history.events());
    thrice.addAll(history.events());
    thrice.addAll(history.events());

    CandidateContexts folded = History.fold(folding, thrice);

    assertThat(folded).isEqualTo(history.contexts(reader));
  }

  @Test
  void takes_an_old_rejection_no_second_time_after_the_reopening() {
    History history =
        season().add("application", id("Pilot"), new ApplicationReopened(id("Pilot"), CANDIDATE));
    List<StoredEvent> repeated = new ArrayList<>(history.events());
    repeated.addAll(history.applications());

    CandidateContexts folded = History.fold(folding, repeated);

    assertThat(folded.application(id("Pilot")).orElseThrow())
        .returns(Status.ACTIVE, ApplicationFacts::status)
        .returns(null, ApplicationFacts::rejection);
  }

  @Test
  void survives_being_stored() {
    CandidateContexts contexts = season().contexts(reader);

    List<Facts> read = rows(contexts).map(FactsJson::write).map(FactsJson::read).toList();

    assertThat(CandidateContexts.of(CANDIDATE, read, null)).isEqualTo(contexts);
  }

  @Test
  void knows_feedback_before_its_application() {
    CandidateContexts folded = History.fold(folding, season().feedback());

    assertThat(folded.application(id("Pilot")).orElseThrow())
        .returns(false, ApplicationFacts::known)
        .returns(MARCH.plusDays(6), ApplicationFacts::heldOn);
  }

  @Test
  void keeps_description_and_dates_when_the_rejection_brings_only_a_summary() {
    ApplicationFacts pilot = season().contexts(reader).application(id("Pilot")).orElseThrow();

    assertThat(pilot.posting().description()).isEqualTo("Do Pilot");
    assertThat(pilot.stages())
        .containsExactly(
            new Stage(StageKind.RECRUITER_SCREEN, MARCH.minusDays(20)),
            new Stage(StageKind.TECHNICAL_INTERVIEW, null));
  }

  @Test
  void follows_an_application_to_its_offer() {
    History history =
        season().add("application", id("Warden"), new OfferReceived(id("Warden"), CANDIDATE, MAY));

    ApplicationFacts warden = history.contexts(reader).application(id("Warden")).orElseThrow();

    assertThat(warden)
        .returns(Status.OFFERED, ApplicationFacts::status)
        .returns(MAY, ApplicationFacts::offeredOn);
  }

  @Test
  void follows_the_day_of_an_application_as_it_is_put_right() {
    Posting posting = season().contexts(reader).application(id("Warden")).orElseThrow().posting();
    LocalDate earlier = MAY.minusDays(20);
    History history =
        season()
            .add(
                "application",
                id("Warden"),
                new ApplicationCorrected(id("Warden"), CANDIDATE, posting, null, earlier))
            .add(
                "application",
                id("Warden"),
                new ApplicationCorrected(id("Warden"), CANDIDATE, posting, null, null));

    assertThat(history.contexts(reader).application(id("Warden")).orElseThrow())
        .returns(earlier, ApplicationFacts::appliedOn);
  }

  @Test
  void keeps_what_the_candidate_decided() {
    CandidateFacts decided = season().contexts(reader).candidate();

    assertThat(decided.sharesSearchWith()).containsExactly("acme");
    assertThat(decided.corrections()).containsOnlyKeys(id("sentence"));
    assertThat(decided.taken()).containsValue(season().insights().size());
  }

  @Test
  void forgets_a_correction_that_says_nothing_any_more() {
    History history =
        season().decided(new CauseReclassified(CANDIDATE, id("sentence"), null, null, false, null));

    assertThat(history.contexts(reader).candidate().corrections()).isEmpty();
  }

  @Test
  void keeps_who_read_which_words_and_what_came_of_it() {
    ScriptedReader numbered =
        new ScriptedReader("reader-3").critique("speaks Dutch", Theme.LOCAL_LANGUAGE);
    ApplicationFacts pilot = season().contexts(numbered).application(id("Pilot")).orElseThrow();
    Rejection rejection = Objects.requireNonNull(pilot.rejection());
    Reflection reflection = Objects.requireNonNull(pilot.reflection());

    assertThat(rejection.texts())
        .containsExactly(
            Map.entry(
                "message",
                ReadText.of(
                    "reader-3",
                    SpecificityLevel.SPECIFIC,
                    List.of(Theme.LOCAL_LANGUAGE),
                    List.of())));
    assertThat(rejection.evidence()).extracting(Evidence::reader).containsExactly("reader-3");
    assertThat(pilot.feedback().getFirst().texts())
        .containsEntry(
            "comments", ReadText.of("reader-3", SpecificityLevel.GENERIC, List.of(), List.of()));
    assertThat(reflection.evidence()).extracting(Evidence::reader).containsOnlyNulls();
  }

  @Test
  void applies_corrections_when_it_is_read() {
    History history = new History().rejection("Pilot", MARCH, "We need someone who speaks Dutch");
    Evidence read = history.contexts(reader).evidence().getFirst();
    history.decided(
        new CauseReclassified(CANDIDATE, read.id(), Theme.LOCATION_ELIGIBILITY, null, null, null));

    Evidence corrected = history.contexts(reader).evidence().getFirst();

    assertThat(corrected)
        .returns(Theme.LOCATION_ELIGIBILITY, Evidence::theme)
        .returns(Control.OUT_OF_CONTROL, Evidence::control)
        .returns(true, Evidence::corrected);
  }

  @Test
  void keeps_the_control_that_the_words_give_also_where_a_rating_joins_them() {
    ScriptedReader worded =
        new ScriptedReader()
            .critique("your card ran out", Theme.CREDENTIALS, Control.CONTROLLABLE)
            .critique("five more years", Theme.TECHNICAL_DEPTH, Control.LONG_TERM);
    History history =
        new History()
            .rejection("Pilot", MARCH, "It takes five more years")
            .answered(
                "Pilot",
                MARCH.plusDays(6),
                "It was that your card ran out",
                List.of(new ThemeRating(Theme.CREDENTIALS, 1)),
                List.of(),
                List.of(Theme.CREDENTIALS));

    assertThat(history.contexts(worded).evidence())
        .extracting(Evidence::theme, Evidence::control)
        .containsExactlyInAnyOrder(
            tuple(Theme.TECHNICAL_DEPTH, Control.LONG_TERM),
            tuple(Theme.CREDENTIALS, Control.CONTROLLABLE));
  }

  private static Stream<Facts> rows(CandidateContexts contexts) {
    return Stream.of(List.of(contexts.candidate()), contexts.applications(), contexts.feedback())
        .flatMap(List::stream);
  }

  private static List<StoredEvent> interleaved(History history, Random random) {
    List<List<StoredEvent>> topics =
        new ArrayList<>(
            List.of(
                new ArrayList<>(history.applications()),
                new ArrayList<>(history.feedback()),
                new ArrayList<>(history.insights())));
    List<StoredEvent> all = new ArrayList<>();
    while (topics.stream().anyMatch(topic -> !topic.isEmpty())) {
      List<StoredEvent> topic = topics.get(random.nextInt(topics.size()));
      if (!topic.isEmpty()) {
        all.add(topic.removeFirst());
      }
    }
    return all;
  }
}

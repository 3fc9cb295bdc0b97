package dev.rebound.insights.threads;

import static dev.rebound.insights.contexts.History.CANDIDATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.Control;
import dev.rebound.events.FeedbackSource;
import dev.rebound.events.InsightsEvent.CauseReclassified;
import dev.rebound.events.StageKind;
import dev.rebound.events.StageRating;
import dev.rebound.events.Theme;
import dev.rebound.events.ThemeRating;
import dev.rebound.insights.contexts.CandidateContexts;
import dev.rebound.insights.contexts.Evidence;
import dev.rebound.insights.contexts.EvidenceSource;
import dev.rebound.insights.contexts.History;
import dev.rebound.insights.contexts.ScriptedReader;
import dev.rebound.insights.threads.CommonThread.Status;
import dev.rebound.insights.threads.CommonThread.Trend;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommonThreadsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 10);
  private static final String RAMBLED = "went round in circles";
  private static final String SHAKY = "shaky on indexes";
  private static final String KIND = "lifted the whole room";

  private final ScriptedReader reader =
      new ScriptedReader()
          .critique(RAMBLED, Theme.ANSWER_STRUCTURE)
          .critique(SHAKY, Theme.TECHNICAL_DEPTH)
          .critique("no Finnish", Theme.LOCAL_LANGUAGE)
          .critique("budget was cut", Theme.POSITION_CLOSED)
          .critique("not our kind of person", Theme.CULTURE_FIT)
          .critique("left others behind", Theme.COLLABORATION)
          .mention("try the three-part answer", Theme.ANSWER_STRUCTURE)
          .praise(KIND, Theme.COLLABORATION);

  @Test
  void recurs_from_two_contexts_on() {
    CandidateContexts contexts =
        new History()
            .rejection("A", DAY, null)
            .answered("A", DAY, RAMBLED)
            .told(FeedbackSource.APPRAISAL, DAY.plusDays(40), RAMBLED)
            .contexts(reader);

    CommonThread weakness = onlyWeakness(contexts);

    assertThat(weakness)
        .returns(Theme.ANSWER_STRUCTURE, CommonThread::theme)
        .returns(Status.RECURRING, CommonThread::status)
        .returns(2, CommonThread::contexts)
        .returns(1, CommonThread::applications)
        .returns(2, CommonThread::occurrences)
        .returns(
            Map.of(EvidenceSource.RECRUITER, 1, EvidenceSource.APPRAISAL, 1), CommonThread::sources)
        .returns(DAY, CommonThread::firstSeen)
        .returns(DAY.plusDays(40), CommonThread::lastSeen)
        .returns(Trend.UNKNOWN, CommonThread::trend);
  }

  @Test
  void is_single_however_often_one_context_says_it() {
    CandidateContexts contexts =
        new History()
            .rejection("A", DAY, null)
            .answered("A", DAY, RAMBLED)
            .answered("A", DAY.plusDays(3), RAMBLED)
            .reflected("A", Theme.ANSWER_STRUCTURE)
            .contexts(reader);

    CommonThread weakness = onlyWeakness(contexts);

    assertThat(weakness)
        .returns(Status.SINGLE, CommonThread::status)
        .returns(3, CommonThread::occurrences);
  }

  @Test
  void never_lists_what_was_not_in_the_candidates_hands() {
    CandidateContexts contexts =
        new History()
            .rejection("A", DAY, "the budget was cut")
            .rejection("B", DAY, "you are not our kind of person")
            .rejection("C", DAY, "thank you and goodbye")
            .contexts(reader);

    CommonThreads threads = CommonThreads.of(contexts);

    assertThat(threads.weaknesses()).isEmpty();
    assertThat(threads.tellingContexts()).isEqualTo(2);
  }

  @Test
  void lists_what_takes_long_as_such() {
    CandidateContexts contexts =
        new History().rejection("A", DAY, "we noticed no Finnish").contexts(reader);

    assertThat(onlyWeakness(contexts)).returns(Control.LONG_TERM, CommonThread::control);
  }

  @Test
  void is_a_strength_where_praise_weighs_more() {
    CandidateContexts contexts =
        new History()
            .rejection("A", DAY, null)
            .answered("A", DAY, KIND)
            .told(FeedbackSource.PEER, DAY, "you left others behind")
            .contexts(reader);

    CommonThreads threads = CommonThreads.of(contexts);

    assertThat(threads.weaknesses()).isEmpty();
    assertThat(threads.strengths())
        .singleElement()
        .returns(Theme.COLLABORATION, CommonThread::theme)
        .returns(1, CommonThread::contexts);
  }

  @Test
  void stays_a_weakness_where_critique_weighs_more() {
    CandidateContexts contexts =
        new History()
            .rejection("A", DAY, null)
            .answered("A", DAY, "you left others behind")
            .told(FeedbackSource.PEER, DAY, KIND)
            .contexts(reader);

    CommonThreads threads = CommonThreads.of(contexts);

    assertThat(threads.strengths()).isEmpty();
    assertThat(threads.weaknesses())
        .singleElement()
        .returns(Theme.COLLABORATION, CommonThread::theme);
  }

  @Test
  void puts_first_what_more_contexts_say_more_clearly() {
    CandidateContexts contexts =
        new History()
            .rejection("A", DAY, null)
            .answered("A", DAY, SHAKY + " and " + RAMBLED)
            .rejection("B", DAY.plusDays(9), null)
            .answered("B", DAY.plusDays(9), RAMBLED)
            .contexts(reader);

    List<CommonThread> weaknesses = CommonThreads.of(contexts).weaknesses();

    assertThat(weaknesses)
        .extracting(CommonThread::theme)
        .containsExactly(Theme.ANSWER_STRUCTURE, Theme.TECHNICAL_DEPTH);
    assertThat(weaknesses).allMatch(thread -> thread.score() > 0 && thread.score() < 1);
  }

  @Test
  void weighs_what_decided_it_more_than_what_was_said_by_the_way() {
    History decided = rated(List.of(Theme.ANSWER_STRUCTURE));
    History mentioned = rated(List.of());

    double score = onlyWeakness(decided.contexts(reader)).score();

    assertThat(score).isGreaterThan(onlyWeakness(mentioned.contexts(reader)).score());
  }

  private static History rated(List<Theme> decisive) {
    return new History()
        .rejection("A", DAY, null)
        .answered(
            "A",
            DAY,
            null,
            List.of(new ThemeRating(Theme.ANSWER_STRUCTURE, 2)),
            List.of(new StageRating(StageKind.PANEL_INTERVIEW, 2, null)),
            decisive);
  }

  @Test
  void joins_a_rating_with_the_words_that_explain_it() {
    CandidateContexts contexts =
        new History()
            .rejection("A", DAY, null)
            .answered(
                "A",
                DAY,
                "In the design round you " + RAMBLED + "; try the three-part answer",
                List.of(new ThemeRating(Theme.ANSWER_STRUCTURE, 1)),
                List.of(),
                List.of())
            .contexts(reader);

    CommonThread weakness = onlyWeakness(contexts);

    assertThat(weakness.evidence()).singleElement().returns(RAMBLED, Evidence::quote);
    assertThat(weakness.advice())
        .singleElement()
        .returns("try the three-part answer", Evidence::quote);
  }

  @Test
  void knows_the_stage_of_a_rating_that_speaks_of_one_stage() {
    assertThat(onlyWeakness(rated(List.of()).contexts()).stages())
        .containsExactly(StageKind.PANEL_INTERVIEW);
  }

  @Test
  void drops_what_the_candidate_dismissed() {
    History history = new History().rejection("A", DAY, null).answered("A", DAY, RAMBLED);
    Evidence evidence = onlyWeakness(history.contexts(reader)).evidence().getFirst();
    history.decided(new CauseReclassified(CANDIDATE, evidence.id(), null, null, true, null));

    assertThat(CommonThreads.of(history.contexts(reader)).weaknesses()).isEmpty();
  }

  @Test
  void drops_what_the_candidate_sees_out_of_their_hands() {
    History history = new History().rejection("A", DAY, null).answered("A", DAY, RAMBLED);
    Evidence evidence = onlyWeakness(history.contexts(reader)).evidence().getFirst();
    history.decided(
        new CauseReclassified(CANDIDATE, evidence.id(), null, Control.OUT_OF_CONTROL, null, null));

    assertThat(CommonThreads.of(history.contexts(reader)).weaknesses()).isEmpty();
  }

  @Test
  void never_makes_a_weakness_of_culture_fit_whoever_it_is_put_down_to() {
    History history = new History().rejection("A", DAY, "you are not our kind of person");
    Evidence evidence = history.contexts(reader).evidence().getFirst();
    history.decided(
        new CauseReclassified(CANDIDATE, evidence.id(), null, Control.CONTROLLABLE, null, null));

    assertThat(CommonThreads.of(history.contexts(reader)).weaknesses()).isEmpty();
  }

  /** Each letter is a telling context a month after the last: R says that answers rambled. */
  @ParameterizedTest
  @CsvSource({
    "R..,        SINGLE,    UNKNOWN",
    "RRR,        RECURRING, UNKNOWN",
    "..RR,       RECURRING, RISING",
    "RR..,       RECURRING, FALLING",
    "RR...,      FADING,    FALLING",
    "R.R.,       RECURRING, STEADY",
    ".R.RR,      RECURRING, STEADY",
    "R...,       SINGLE,    UNKNOWN",
    "RR......R,  RECURRING, STEADY",
    ".....RRRRR, RECURRING, RISING",
  })
  void has_a_status_and_a_trend(String contexts, Status status, Trend trend) {
    History history = new History();
    for (int n = 0; n < contexts.length(); n++) {
      String name = "job " + n;
      LocalDate on = DAY.plusDays(31L * n);
      history.rejection(name, on, null);
      history.answered(name, on, contexts.charAt(n) == 'R' ? RAMBLED : SHAKY);
    }

    CommonThread weakness =
        CommonThreads.of(history.contexts(reader)).weakness(Theme.ANSWER_STRUCTURE).orElseThrow();

    assertThat(weakness).returns(status, CommonThread::status).returns(trend, CommonThread::trend);
  }

  private static CommonThread onlyWeakness(CandidateContexts contexts) {
    List<CommonThread> weaknesses = CommonThreads.of(contexts).weaknesses();
    assertThat(weaknesses).hasSize(1);
    return weaknesses.getFirst();
  }
}

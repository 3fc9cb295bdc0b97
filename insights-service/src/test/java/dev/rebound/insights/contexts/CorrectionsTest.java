package dev.rebound.insights.contexts;

import static dev.rebound.events.Theme.ANSWER_STRUCTURE;
import static dev.rebound.events.Theme.COMMUNICATION;
import static dev.rebound.events.Theme.COMPOSURE;
import static dev.rebound.events.Theme.MOTIVATION;
import static dev.rebound.events.Theme.SALARY_EXPECTATIONS;
import static dev.rebound.events.Theme.TECHNICAL_DEPTH;
import static dev.rebound.insights.contexts.History.CANDIDATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rebound.analysis.Polarity;
import dev.rebound.events.Control;
import dev.rebound.events.FeedbackSource;
import dev.rebound.events.InsightsEvent.CauseReclassified;
import dev.rebound.events.Theme;
import dev.rebound.events.ThemeRating;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the candidate said stands, whichever reader comes later. */
class CorrectionsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 4, 9);
  private static final String LOST = "lost the panel twice";

  /** The reader that the candidate has corrected. */
  private final ScriptedReader former = new ScriptedReader().critique(LOST, ANSWER_STRUCTURE);

  private final History history =
      new History()
          .told(FeedbackSource.MENTOR, DAY, "You hurried and lost the panel twice, I am afraid");

  private UUID only() {
    return history.contexts(former).evidence().getFirst().id();
  }

  /** As the service does it: with what was shown when the candidate corrected it. */
  private void correct(
      ScriptedReader shownBy,
      UUID evidence,
      @Nullable Theme theme,
      @Nullable Control control,
      @Nullable Boolean dismissed) {
    history.decided(
        new CauseReclassified(
            CANDIDATE,
            evidence,
            theme,
            control,
            dismissed,
            history.contexts(shownBy).reading(evidence).orElseThrow()));
  }

  @Test
  void standsWhereAnotherThemeIsFoundInTheWords() {
    UUID evidence = only();
    correct(former, evidence, COMPOSURE, null, null);

    List<Evidence> read =
        history.contexts(new ScriptedReader().critique(LOST, COMMUNICATION)).evidence();

    assertThat(read)
        .extracting(Evidence::id, Evidence::theme, Evidence::quote, Evidence::corrected)
        .containsExactly(tuple(evidence, COMPOSURE, LOST, true));
  }

  @Test
  void standsWhereNothingIsFoundInTheWordsAnyMore() {
    UUID evidence = only();
    correct(former, evidence, COMPOSURE, null, null);

    List<Evidence> read = history.contexts(new ScriptedReader()).evidence();

    assertThat(read)
        .singleElement()
        .returns(evidence, Evidence::id)
        .returns(COMPOSURE, Evidence::theme)
        .returns(Control.CONTROLLABLE, Evidence::control)
        .returns(Polarity.NEGATIVE, Evidence::polarity)
        .returns(EvidenceSource.MENTOR, Evidence::source)
        .returns(DAY, Evidence::at)
        .returns(LOST, Evidence::quote)
        .returns(null, Evidence::reader)
        .returns(true, Evidence::corrected);
  }

  @Test
  void standsWhereTheSentenceIsCutElsewhere() {
    correct(former, only(), COMPOSURE, null, null);

    List<Evidence> read =
        history
            .contexts(
                new ScriptedReader()
                    .critique("You hurried and lost the panel twice", ANSWER_STRUCTURE))
            .evidence();

    assertThat(read).extracting(Evidence::theme).containsExactly(COMPOSURE);
  }

  @Test
  void whatWasDismissedComesBackUnderNoOtherTheme() {
    correct(former, only(), null, null, true);

    assertThat(history.contexts(new ScriptedReader().critique(LOST, COMMUNICATION)).evidence())
        .isEmpty();
  }

  @Test
  void aControlStandsWithTheThemeItWasSaidOf() {
    correct(former, only(), null, Control.OUT_OF_CONTROL, null);

    List<Evidence> read =
        history.contexts(new ScriptedReader().critique(LOST, COMMUNICATION)).evidence();

    assertThat(read)
        .extracting(Evidence::theme, Evidence::control)
        .containsExactly(tuple(ANSWER_STRUCTURE, Control.OUT_OF_CONTROL));
  }

  @Test
  void whatStoodBesideItIsLeftAsItWas() {
    ScriptedReader both =
        new ScriptedReader()
            .critique(LOST, ANSWER_STRUCTURE)
            .critique("the panel twice", TECHNICAL_DEPTH);
    correct(both, only(), COMPOSURE, null, null);

    List<Evidence> read =
        history
            .contexts(new ScriptedReader().critique("the panel twice", TECHNICAL_DEPTH))
            .evidence();

    assertThat(read)
        .extracting(Evidence::theme, Evidence::corrected)
        .containsExactlyInAnyOrder(tuple(COMPOSURE, true), tuple(TECHNICAL_DEPTH, false));
  }

  @Test
  void followsTheWordsAndNotTheirPlaceInTheList() {
    UUID evidence = only();
    correct(former, evidence, MOTIVATION, null, null);
    ScriptedReader sharper =
        new ScriptedReader()
            .critique("You hurried", ANSWER_STRUCTURE)
            .critique(LOST, ANSWER_STRUCTURE);

    List<Evidence> read = history.contexts(sharper).evidence();

    assertThat(read)
        .extracting(Evidence::quote, Evidence::theme)
        .containsExactlyInAnyOrder(tuple("You hurried", ANSWER_STRUCTURE), tuple(LOST, MOTIVATION));
    assertThat(read).extracting(Evidence::id).doesNotHaveDuplicates().contains(evidence);
  }

  @Test
  void whatHasComeToAnOldIdCanBeCorrectedItself() {
    correct(former, only(), MOTIVATION, null, null);
    ScriptedReader sharper =
        new ScriptedReader()
            .critique("You hurried", ANSWER_STRUCTURE)
            .critique(LOST, ANSWER_STRUCTURE);
    Evidence hurried =
        history.contexts(sharper).evidence().stream()
            .filter(evidence -> "You hurried".equals(evidence.quote()))
            .findFirst()
            .orElseThrow();

    correct(sharper, hurried.id(), COMPOSURE, null, null);

    assertThat(history.contexts(sharper).evidence())
        .extracting(Evidence::quote, Evidence::theme)
        .containsExactlyInAnyOrder(tuple("You hurried", COMPOSURE), tuple(LOST, MOTIVATION));
  }

  @Test
  void canBeTakenBackAfterTheReaderHasChanged() {
    UUID evidence = only();
    correct(former, evidence, COMPOSURE, null, null);
    ScriptedReader later = new ScriptedReader().critique(LOST, COMMUNICATION);

    correct(later, evidence, null, null, null);

    assertThat(history.contexts(later).evidence())
        .extracting(Evidence::theme, Evidence::corrected)
        .containsExactly(tuple(COMMUNICATION, false));
  }

  @Test
  void canBeChangedAfterTheReaderHasChanged() {
    UUID evidence = only();
    correct(former, evidence, COMPOSURE, null, null);
    ScriptedReader later = new ScriptedReader().critique(LOST, COMMUNICATION);

    correct(later, evidence, MOTIVATION, null, null);

    assertThat(history.contexts(later).evidence())
        .extracting(Evidence::theme)
        .containsExactly(MOTIVATION);
  }

  @Test
  void aRejectionOfWhichTheCandidateSaidTheCauseKeepsIt() {
    History rejected =
        new History().rejection("Pilot", DAY, "We will not go on. Your budget is not ours");
    Evidence unread = rejected.contexts(new ScriptedReader()).evidence().getFirst();
    rejected.decided(
        new CauseReclassified(
            CANDIDATE,
            unread.id(),
            SALARY_EXPECTATIONS,
            null,
            null,
            rejected.contexts(new ScriptedReader()).reading(unread.id()).orElseThrow()));

    List<Evidence> read =
        rejected
            .contexts(new ScriptedReader().critique("We will not go on", TECHNICAL_DEPTH))
            .evidence();

    assertThat(read).extracting(Evidence::theme).containsExactly(SALARY_EXPECTATIONS);
  }

  @Test
  void aRatingKeepsItsCorrectionWhateverWordsItIsQuotedWith() {
    History rated =
        new History()
            .answered(
                "Pilot",
                DAY,
                "You lost the panel twice",
                List.of(new ThemeRating(ANSWER_STRUCTURE, 1)),
                List.of(),
                List.of());
    UUID evidence = rated.contexts(former).evidence().getFirst().id();
    rated.decided(
        new CauseReclassified(
            CANDIDATE,
            evidence,
            COMPOSURE,
            null,
            null,
            rated.contexts(former).reading(evidence).orElseThrow()));

    List<Evidence> read =
        rated.contexts(new ScriptedReader().critique(LOST, COMMUNICATION)).evidence();

    assertThat(read)
        .extracting(Evidence::id, Evidence::theme)
        .containsExactly(tuple(evidence, COMPOSURE));
  }

  @Test
  void changesNothingElseWhileTheReaderStays() {
    ScriptedReader reader =
        new ScriptedReader()
            .critique(LOST, ANSWER_STRUCTURE)
            .critique("You hurried", COMPOSURE)
            .praise("I am afraid", MOTIVATION);
    List<Evidence> before = history.contexts(reader).evidence();

    correct(reader, only(), COMMUNICATION, null, null);

    assertThat(history.contexts(reader).evidence())
        .extracting(Evidence::id)
        .containsExactlyElementsOf(before.stream().map(Evidence::id).toList());
  }
}

package dev.rebound.insights.contexts;

import static dev.rebound.events.Theme.ANSWER_STRUCTURE;
import static dev.rebound.events.Theme.COMMUNICATION;
import static dev.rebound.events.Theme.COMPOSURE;
import static dev.rebound.events.Theme.MOTIVATION;
import static dev.rebound.insights.contexts.History.CANDIDATE;
import static dev.rebound.insights.contexts.History.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rebound.analysis.Polarity;
import dev.rebound.events.Control;
import dev.rebound.events.InsightsEvent.CauseReclassified;
import dev.rebound.events.StageKind;
import dev.rebound.events.StageReflection;
import dev.rebound.events.Theme;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the candidate said of their own words stands while the words do. */
class FormerWordsTest {

  private static final String LOST = "lost the panel twice";

  private final ScriptedReader former = new ScriptedReader().critique(LOST, ANSWER_STRUCTURE);
  private final History history = new History();

  @Test
  void standsInTheReflectionThatReplacesTheCorrectedOne() {
    UUID evidence = reflected(former, improving("I " + LOST), COMPOSURE, null);

    history.reflected("Pilot", improving("I " + LOST + ", and was late"), List.of(), null);

    assertThat(own(former))
        .extracting(Evidence::id, Evidence::theme, Evidence::corrected)
        .containsExactly(tuple(evidence, COMPOSURE, true));
  }

  @Test
  void staysDismissedInEveryReflectionThatFollows() {
    reflected(former, improving("I " + LOST), null, true);

    history
        .reflected("Pilot", improving("I " + LOST), List.of(), null)
        .reflected("Pilot", improving("I " + LOST), List.of(), null);

    assertThat(own(former)).isEmpty();
  }

  @Test
  void aPickedCauseKeepsItsCorrectionWhenTheReflectionIsRevised() {
    history.reflected("Pilot", ANSWER_STRUCTURE);
    UUID evidence = own(former).getFirst().id();
    correct(former, evidence, null, Control.OUT_OF_CONTROL, null);

    history.reflected("Pilot", MOTIVATION, ANSWER_STRUCTURE);

    assertThat(own(former))
        .extracting(Evidence::theme, Evidence::control)
        .containsExactly(
            tuple(MOTIVATION, Control.CONTROLLABLE),
            tuple(ANSWER_STRUCTURE, Control.OUT_OF_CONTROL));
  }

  @Test
  void standsInAReflectionThatIsRevisedAndReadOtherwise() {
    UUID evidence = reflected(former, improving("I " + LOST), COMPOSURE, null);
    history.reflected("Pilot", improving("I " + LOST), List.of(), null);

    assertThat(own(new ScriptedReader().critique(LOST, COMMUNICATION)))
        .extracting(Evidence::id, Evidence::theme)
        .containsExactly(tuple(evidence, COMPOSURE));
  }

  @Test
  void goesWithTheWordsThatTheCandidateTookOut() {
    reflected(former, improving("I " + LOST), COMPOSURE, null);

    history.reflected("Pilot", improving("I was late"), List.of(), null);

    assertThat(own(former)).isEmpty();
  }

  @Test
  void isOfCritiqueAndNotOfTheSameWordsWhereTheyPraise() {
    ScriptedReader reader = new ScriptedReader().mention(LOST, ANSWER_STRUCTURE);
    reflected(reader, improving("I " + LOST), null, true);

    history.reflected(
        "Pilot",
        List.of(new StageReflection(StageKind.PANEL_INTERVIEW, 1, 3, "I " + LOST, null)),
        List.of(),
        null);

    assertThat(own(reader))
        .extracting(Evidence::theme, Evidence::polarity, Evidence::corrected)
        .containsExactly(tuple(ANSWER_STRUCTURE, Polarity.POSITIVE, false));
  }

  @Test
  void isOfOneApplicationAlone() {
    reflected(former, improving("I " + LOST), null, true);

    history.reflected("Warden", improving("I " + LOST), List.of(), null);

    assertThat(own(former)).extracting(Evidence::applicationId).containsExactly(id("Warden"));
  }

  @Test
  void theLatestCorrectionOfTheSameWordsCounts() {
    UUID evidence = reflected(former, improving("I " + LOST), COMPOSURE, null);
    history.reflected("Pilot", improving("I " + LOST), List.of(), null);

    correct(former, evidence, MOTIVATION, null, null);

    assertThat(own(former)).extracting(Evidence::theme).containsExactly(MOTIVATION);
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

  /** A reflection on the Pilot, of which what was found is then corrected. */
  private UUID reflected(
      ScriptedReader shownBy,
      List<StageReflection> stages,
      @Nullable Theme theme,
      @Nullable Boolean dismissed) {
    history.reflected("Pilot", stages, List.of(), null);
    UUID evidence = own(shownBy).getFirst().id();
    correct(shownBy, evidence, theme, null, dismissed);
    return evidence;
  }

  private List<Evidence> own(ScriptedReader reader) {
    return history.contexts(reader).evidence();
  }

  private static List<StageReflection> improving(String words) {
    return List.of(new StageReflection(StageKind.PANEL_INTERVIEW, 1, 3, null, words));
  }
}

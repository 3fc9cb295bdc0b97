package dev.rebound.insights.contexts;

import static dev.rebound.insights.contexts.History.CANDIDATE;
import static dev.rebound.insights.contexts.History.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.events.ApplicationEvent.ApplicationRejected;
import dev.rebound.events.ApplicationEvent.ReflectionCompleted;
import dev.rebound.events.Cause;
import dev.rebound.events.CorrectedReading;
import dev.rebound.events.Energy;
import dev.rebound.events.EventJson;
import dev.rebound.events.FeedbackSource;
import dev.rebound.events.InsightsEvent.CauseReclassified;
import dev.rebound.events.Posting;
import dev.rebound.events.RejectionReason;
import dev.rebound.events.RejectionSource;
import dev.rebound.events.RoleReflection;
import dev.rebound.events.RoleReflection.ComponentEnergy;
import dev.rebound.events.StageKind;
import dev.rebound.events.StageRating;
import dev.rebound.events.StageReflection;
import dev.rebound.events.Theme;
import dev.rebound.events.ThemeRating;
import dev.rebound.eventstore.StoredEvent;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** No text is forgotten, wherever it stands, and nothing else is worth much beside long texts. */
class FactsWeightTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 20);

  /** So long that no constant could stand in for one of them. */
  private static final String WORDS = "answers ".repeat(1_250);

  private static final Posting NOTHING_POSTED =
      new Posting(null, null, null, null, null, null, null, null, null, null, null);

  private final ScriptedReader reader =
      new ScriptedReader().critique(WORDS, Theme.ANSWER_STRUCTURE);

  @Test
  void an_application_weighs_what_its_texts_weigh() throws IOException {
    History history =
        new History()
            .applied(
                "Pilot",
                DAY,
                new Posting(
                    WORDS,
                    WORDS,
                    WORDS,
                    WORDS,
                    null,
                    null,
                    null,
                    WORDS,
                    null,
                    List.of(WORDS),
                    null))
            .add(
                "application",
                id("Pilot"),
                new ApplicationRejected(
                    id("Pilot"),
                    CANDIDATE,
                    StageKind.TECHNICAL_INTERVIEW,
                    DAY,
                    RejectionSource.CANDIDATE,
                    new RejectionReason("candidate", null, WORDS),
                    WORDS,
                    NOTHING_POSTED,
                    List.of(StageKind.TECHNICAL_INTERVIEW),
                    null,
                    null,
                    null))
            .add(
                "reflection",
                id("Pilot"),
                new ReflectionCompleted(
                    id("Pilot"),
                    CANDIDATE,
                    List.of(new StageReflection(StageKind.TECHNICAL_INTERVIEW, 1, 3, WORDS, WORDS)),
                    List.of(new Cause(Theme.ANSWER_STRUCTURE, null, WORDS)),
                    new RoleReflection(3, List.of(new ComponentEnergy(WORDS, Energy.ENERGIZING))),
                    WORDS))
            .answered(
                "Pilot",
                DAY,
                WORDS,
                List.of(new ThemeRating(Theme.ANSWER_STRUCTURE, 2)),
                List.of(new StageRating(StageKind.TECHNICAL_INTERVIEW, 2, WORDS)),
                List.of());

    assertThatItWeighsItsTexts(only(history));
  }

  @Test
  void feedback_weighs_what_its_texts_weigh() throws IOException {
    assertThatItWeighsItsTexts(only(new History().told(FeedbackSource.PEER, DAY, WORDS)));
  }

  @Test
  void decisions_weigh_what_their_texts_weigh() throws IOException {
    CorrectedReading reading =
        new CorrectedReading(id("event"), Theme.MOTIVATION, List.of(), null, null, WORDS);

    assertThatItWeighsItsTexts(
        only(
            new History()
                .decided(new CauseReclassified(CANDIDATE, id("one"), null, null, true, reading))));
  }

  private Facts only(History history) {
    Folding folding = new Folding(reader);
    Map<UUID, Facts> rows = new HashMap<>();
    for (StoredEvent event : history.events()) {
      rows.compute(
          Folding.row(event.event()).orElseThrow(), (id, before) -> folding.evolve(before, event));
    }
    assertThat(rows).hasSize(1);
    return rows.values().iterator().next();
  }

  private static void assertThatItWeighsItsTexts(Facts facts) throws IOException {
    long letters = longTexts(EventJson.mapper().readTree(FactsJson.write(facts)));
    assertThat(letters).isPositive();
    assertThat(FactsWeight.of(facts) - 2 * letters).isBetween(0L, (long) WORDS.length());
  }

  /** The letters of all texts that are not codes or names. */
  private static long longTexts(JsonNode json) {
    long letters =
        json.isTextual() && json.textValue().length() > 200 ? json.textValue().length() : 0;
    for (JsonNode part : json) {
      letters += longTexts(part);
    }
    return letters;
  }
}

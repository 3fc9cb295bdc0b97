package dev.rebound.insights.blindspots;

import static dev.rebound.insights.contexts.History.CANDIDATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.Cause;
import dev.rebound.events.Control;
import dev.rebound.events.InsightsEvent.CauseReclassified;
import dev.rebound.events.StageKind;
import dev.rebound.events.StageRating;
import dev.rebound.events.StageReflection;
import dev.rebound.events.Theme;
import dev.rebound.events.ThemeRating;
import dev.rebound.insights.blindspots.BlindSpots.Finding;
import dev.rebound.insights.blindspots.Comparison.Kind;
import dev.rebound.insights.contexts.Evidence;
import dev.rebound.insights.contexts.EvidenceSource;
import dev.rebound.insights.contexts.History;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlindSpotsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 6, 9);
  private static final StageKind STAGE = StageKind.MANAGER_INTERVIEW;

  @ParameterizedTest
  @CsvSource({
    "5, 3, BLIND_SPOT",
    "4, 2, BLIND_SPOT",
    "3, 1, BLIND_SPOT",
    "1, 3, HIDDEN_STRENGTH",
    "3, 5, HIDDEN_STRENGTH",
    "2, 2, AGREED_GAP",
    "1, 2, AGREED_GAP",
    "2, 3,",
    "4, 3,",
    "5, 5,",
  })
  void compares_the_ratings_of_a_stage(int own, int theirs, @Nullable Kind kind) {
    BlindSpots spots = BlindSpots.of(rated("A", own, theirs, new History()).contexts());

    assertThat(spots.compared()).isEqualTo(1);
    assertThat(spots.findings())
        .extracting(Finding::kind)
        .isEqualTo(kind == null ? List.of() : List.of(kind));
  }

  @Test
  void adds_up_over_applications() {
    History history = new History();
    rated("A", 4, 2, history);
    rated("B", 5, 2, history);
    rated("C", 3, 3, history);

    Finding finding = BlindSpots.of(history.contexts()).findings().getFirst();

    assertThat(finding)
        .returns(Kind.BLIND_SPOT, Finding::kind)
        .returns(STAGE, Finding::stage)
        .returns(2, Finding::n)
        .returns(3, Finding::compared)
        .returns(2.5, Finding::meanDifference);
  }

  @ParameterizedTest
  @CsvSource({
    "true,  false, 2, AGREED_GAP",
    "true,  true,  1, AGREED_GAP",
    "false, true,  2, BLIND_SPOT",
    "false, false, 2,",
    "true,  false, 4, HIDDEN_STRENGTH",
    "false, false, 5,",
    "true,  false, 3,",
  })
  void compares_what_was_named_with_what_was_rated(
      boolean named, boolean decisive, int theirs, @Nullable Kind kind) {
    History history =
        new History()
            .rejection("A", DAY, null)
            .reflected(
                "A",
                List.of(),
                named ? List.of(new Cause(Theme.COMPOSURE, null, null)) : List.of(),
                null)
            .answered(
                "A",
                DAY,
                null,
                List.of(new ThemeRating(Theme.COMPOSURE, theirs)),
                List.of(),
                decisive ? List.of(Theme.COMPOSURE) : List.of());

    BlindSpots spots = BlindSpots.of(history.contexts());

    assertThat(spots.findings())
        .extracting(Finding::kind)
        .isEqualTo(kind == null ? List.of() : List.of(kind));
  }

  @Test
  void follows_the_corrections_of_both_sides() {
    History history =
        new History()
            .rejection("A", DAY, null)
            .reflected("A", Theme.COMPOSURE)
            .answered(
                "A",
                DAY,
                null,
                List.of(new ThemeRating(Theme.COMPOSURE, 2)),
                List.of(),
                List.of(Theme.COMPOSURE));
    UUID own = evidence(history, EvidenceSource.REFLECTION);
    UUID theirs = evidence(history, EvidenceSource.RECRUITER);

    history.decided(new CauseReclassified(CANDIDATE, own, null, null, true, null));
    assertThat(BlindSpots.of(history.contexts()).findings())
        .extracting(Finding::kind)
        .containsExactly(Kind.BLIND_SPOT);

    history.decided(new CauseReclassified(CANDIDATE, theirs, Theme.MOTIVATION, null, null, null));
    assertThat(BlindSpots.of(history.contexts()).findings())
        .extracting(Finding::theme)
        .containsExactly(Theme.MOTIVATION);

    history.decided(
        new CauseReclassified(CANDIDATE, theirs, null, Control.OUT_OF_CONTROL, null, null));
    assertThat(BlindSpots.of(history.contexts()).findings()).isEmpty();
  }

  private static UUID evidence(History history, EvidenceSource source) {
    return history.contexts().evidence().stream()
        .filter(evidence -> evidence.source() == source)
        .map(Evidence::id)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void compares_nothing_without_a_reflection() {
    History history =
        new History()
            .rejection("A", DAY, null)
            .answered(
                "A", DAY, null, List.of(), List.of(new StageRating(STAGE, 1, null)), List.of());

    assertThat(BlindSpots.of(history.contexts()).compared()).isZero();
  }

  private static History rated(String name, int own, int theirs, History history) {
    return history
        .rejection(name, DAY, null)
        .reflected(name, List.of(new StageReflection(STAGE, 1, own, null, null)), List.of(), null)
        .answered(
            name, DAY, null, List.of(), List.of(new StageRating(STAGE, theirs, null)), List.of());
  }
}

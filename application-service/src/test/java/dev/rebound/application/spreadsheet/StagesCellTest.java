package dev.rebound.application.spreadsheet;

import static dev.rebound.events.StageKind.OFFER;
import static dev.rebound.events.StageKind.PANEL_INTERVIEW;
import static dev.rebound.events.StageKind.RECRUITER_SCREEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.application.jobapplication.Stage;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StagesCellTest {

  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

  @Test
  void whatGoesOutComesInAgain() {
    List<Stage> stages =
        List.of(
            new Stage(RECRUITER_SCREEN, DAY, null),
            new Stage(PANEL_INTERVIEW, DAY.plusDays(7), "Two of them: kind.\nI rambled; then not."),
            new Stage(OFFER, DAY.plusDays(9), "call back 2026-10-12"));

    assertThat(StagesCell.read(StagesCell.of(stages))).isEqualTo(stages);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "They said:\nFinal 2026-10-20",
        "They said; Final interview: 2026-10-20; then an offer: 2026-13-40\nOffer 2026-13-40",
        "Final 2026-10-20",
        "One more:\r\n \tpanel_interview\n 2026-10-20; and \\; Offer 2026-10-21",
        "They said:\n\\Final 2026-10-20\n\\\\Final 2026-10-20",
        "Coffee; Lunch 2026-10-20",
        "Costs $1 and \\1; Final 2026-10-20 for $2 or \\2;",
        "\\"
      })
  void aNoteMayTellOfStages(String note) {
    List<Stage> stages =
        List.of(
            new Stage(RECRUITER_SCREEN, DAY, note),
            new Stage(PANEL_INTERVIEW, DAY.plusDays(7), note));

    assertThat(StagesCell.read(StagesCell.of(stages))).isEqualTo(stages);
  }

  @Test
  void whatWentOutWithoutBackslashesIsReadAsEver() {
    assertThat(
            StagesCell.read(
                "PANEL_INTERVIEW 2026-10-08: Two of them; kind.\nLunch 2026-10-20 \\ maybe\n"
                    + "OFFER 2026-10-10"))
        .containsExactly(
            new Stage(
                PANEL_INTERVIEW, DAY.plusDays(7), "Two of them; kind.\nLunch 2026-10-20 \\ maybe"),
            new Stage(OFFER, DAY.plusDays(9), null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "First call 2026-10-01; Panel interview 2026-10-08",
        "recruiter_screen 2026-10-01;PANEL 2026-10-08;",
        "Phone screen: 2026-10-01\r\nPanel-interview: 2026-10-08",
      })
  void peopleWriteItInTheirWay(String cell) {
    assertThat(StagesCell.read(cell))
        .containsExactly(
            new Stage(RECRUITER_SCREEN, DAY, null),
            new Stage(PANEL_INTERVIEW, DAY.plusDays(7), null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Panel interview",
        "2026-10-01",
        "Coffee 2026-10-01",
        "First call 2026-10-01, then coffee",
        "First call 2026-10-01; Coffee 2026-10-05",
        "First call 2026-02-30",
        "first the first call 2026-10-01",
        "First call 1.10.2026"
      })
  void whatNamesNoStageWithItsDayIsNotGuessedAt(String cell) {
    assertThat(StagesCell.read(cell)).isNull();
  }
}

package dev.rebound.delivery;

import static dev.rebound.events.SpecificityLevel.GENERIC;
import static dev.rebound.events.SpecificityLevel.PARTIAL;
import static dev.rebound.events.SpecificityLevel.SPECIFIC;
import static dev.rebound.events.Theme.COMMUNICATION;
import static dev.rebound.events.Theme.PREPARATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.SpecificityLevel;
import dev.rebound.events.Theme;
import java.util.List;
import org.junit.jupiter.api.Test;

class RereadingTest {

  private static ReadText read(String reader, SpecificityLevel level, Theme... causes) {
    return ReadText.of(reader, level, List.of(causes), List.of());
  }

  @Test
  void countsWhatBecameSpecificGenericOrAboutSomethingElse() {
    Rereading all =
        Rereading.of(read("7", GENERIC), read("8", PARTIAL, COMMUNICATION))
            .plus(Rereading.of(read("7", SPECIFIC, PREPARATION), read("8", GENERIC)))
            .plus(Rereading.of(read("7", PARTIAL, PREPARATION), read("8", SPECIFIC, PREPARATION)));

    assertThat(all).isEqualTo(new Rereading("7", "8", 3, 1, 1, 2));
  }

  @Test
  void theOrderInWhichThemesAreFoundChangesNothing() {
    assertThat(
            Rereading.of(
                read("7", PARTIAL, COMMUNICATION, PREPARATION),
                read("8", PARTIAL, PREPARATION, COMMUNICATION, PREPARATION)))
        .isEqualTo(new Rereading("7", "8", 1, 0, 0, 0));
  }

  @Test
  void praiseForWhatWasACauseIsSomethingElse() {
    ReadText praised = ReadText.of("8", PARTIAL, List.of(), List.of(COMMUNICATION));

    assertThat(Rereading.of(read("7", PARTIAL, COMMUNICATION), praised).otherThemes()).isOne();
  }
}

package dev.rebound.application.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulasTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+49 30 1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "\uff1d1+1",
        "=HYPERLINK(\"http://example.org\")",
        "'=1",
        "''=1"
      })
  void whatCouldBeCarriedOutIsMadeAText(String text) {
    String cell = Formulas.disarm(text);

    assertThat(cell).startsWith("'").hasSize(text.length() + 1);
    assertThat(Formulas.rearm(cell)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Baker", "a=1", "' quoted'", "'", "''", "2026-10-01", " =1"})
  void everythingElseIsLeftAlone(String text) {
    assertThat(Formulas.disarm(text)).isEqualTo(text);
    assertThat(Formulas.rearm(text)).isEqualTo(text);
  }
}

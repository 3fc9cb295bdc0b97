package dev.rebound.application.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    assertThat(cell).startsWith("'" + text.charAt(0));
    assertThat(Formulas.rearm(cell)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "Nurse;=cmd|'/C calc'!A0   , Nurse;'=cmd|'/C calc'!A0",
        "a;''=1                    , a;'''=1",
        "a;=1;b;+2                 , a;'=1;b;'+2",
        "a~@b                      , a~'@b"
      })
  void whatBeginsBehindAnotherSeparatorIsMadeAText(String text, String cell) {
    for (String separator : new String[] {"\t", "\r", "\n", "\r\n", ";"}) {
      String dangerous = text.replace("~", separator);

      assertThat(Formulas.disarm(dangerous)).isEqualTo(cell.replace("~", separator));
      assertThat(Formulas.rearm(Formulas.disarm(dangerous))).isEqualTo(dangerous);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Baker",
        "a=1",
        "' quoted'",
        "'",
        "''",
        "2026-10-01",
        " =1",
        "a;b-2",
        "a\n\nb",
        "a\n'quoted'"
      })
  void everythingElseIsLeftAlone(String text) {
    assertThat(Formulas.disarm(text)).isEqualTo(text);
    assertThat(Formulas.rearm(text)).isEqualTo(text);
  }
}

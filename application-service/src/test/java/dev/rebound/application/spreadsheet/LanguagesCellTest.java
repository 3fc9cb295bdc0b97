package dev.rebound.application.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesCellTest {

  static List<List<String>> languages() {
    return List.of(
        List.of(),
        List.of("English"),
        List.of("English", "Dutch"),
        List.of("Chinese, Mandarin"),
        List.of("Chinese, Mandarin", "Chinese, Cantonese"),
        List.of("English; fluent", "Dutch"),
        List.of("English\nfluent"),
        List.of("English, Dutch; or both\r\nof them", "Danish"),
        List.of("C\\C", "\\", "a\\\\", "\\; \\, \\"));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void whatGoesOutComesInAgain(List<String> languages) {
    assertThat(LanguagesCell.read(LanguagesCell.of(languages))).isEqualTo(languages);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "English; Dutch",
        "English, Dutch",
        "English\r\nDutch",
        " English ;;Dutch;",
        ",English,, Dutch"
      })
  void peopleWriteItInTheirWay(String cell) {
    assertThat(LanguagesCell.read(cell)).containsExactly("English", "Dutch");
  }

  @Test
  void whatWentOutWithoutBackslashesIsReadAsEver() {
    assertThat(LanguagesCell.read("Chinese, Mandarin; English"))
        .containsExactly("Chinese, Mandarin", "English");
    assertThat(LanguagesCell.read("C\\C")).containsExactly("C\\C");
  }
}

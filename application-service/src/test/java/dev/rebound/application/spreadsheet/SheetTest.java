package dev.rebound.application.spreadsheet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {

  private static final String FIRST = "title,company,appliedOn\n";

  @Test
  void columnsStandInAnyOrderAndGoByManyNames() {
    Sheet sheet =
        sheet("\ufeffDate Applied;Priority;EMPLOYER;Job Title\n2026-10-01;high;Nordwind;Rigger\n");

    assertThat(sheet.lines())
        .containsExactly(
            new Sheet.Line(
                2,
                Map.of(
                    Column.TITLE, "Rigger",
                    Column.COMPANY, "Nordwind",
                    Column.APPLIED_ON, "2026-10-01"),
                null));
    assertThat(sheet.headers()).containsEntry(Column.COMPANY, "EMPLOYER");
    assertThat(sheet.leftOut()).containsExactly("Priority");
  }

  @Test
  void theExactNameCountsBeforeAnother() {
    Sheet sheet = sheet("position,date,title,company,appliedOn\nleft,right,Rigger,N,2026-10-01\n");

    assertThat(sheet.lines().getFirst().cells()).containsEntry(Column.TITLE, "Rigger");
    assertThat(sheet.leftOut()).containsExactly("position", "date");
  }

  @Test
  void aQuotedCellHoldsAnythingAndLinesAreCountedAsInAnEditor() {
    Sheet sheet =
        sheet(
            FIRST
                + "\"Rigger, \"\"chief\"\"\",\"Nord\r\nwind\",2026-10-01\r\n\r\n,,\r\nA,B,2026-10-02");

    assertThat(sheet.lines()).extracting(Sheet.Line::number).containsExactly(2, 6);
    assertThat(sheet.lines().getFirst().cells())
        .containsEntry(Column.TITLE, "Rigger, \"chief\"")
        .containsEntry(Column.COMPANY, "Nord\r\nwind");
  }

  @Test
  void aLineWithTooManyCellsSpoilsNoOther() {
    Sheet sheet = sheet(FIRST + "A,B,2026-10-01,x\nC,D\nE,F,2026-10-01,,\n");

    assertThat(sheet.lines())
        .extracting(line -> line.problem() == null)
        .containsExactly(false, true, true);
    assertThat(sheet.lines().get(1).cells()).doesNotContainKey(Column.APPLIED_ON);
  }

  @Test
  void aQuoteWithoutAnEndSpoilsWhatFollowsAlone() {
    Sheet sheet = sheet(FIRST + "A,B,2026-10-01\nC,\"D,2026-10-01\nE,F,2026-10-01\n");

    assertThat(sheet.lines()).hasSize(2);
    assertThat(sheet.lines().getFirst().problem()).isNull();
    assertThat(sheet.lines().getLast().number()).isEqualTo(3);
    assertThat(sheet.lines().getLast().problem()).contains("quotation mark");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        "title,company\n",
        "title,company,appliedOn,Title\n",
        "{\"a\":1}",
        "\""
      })
  void whatIsNoSheetIsAProblem(String text) {
    assertThatThrownBy(() -> sheet(text))
        .isInstanceOfSatisfying(
            HttpProblem.class, problem -> assertThat(problem.getStatusCode()).isEqualTo(400));
  }

  @Test
  void otherEncodingsAreNotGuessedAt() {
    for (Charset other : new Charset[] {ISO_8859_1, UTF_16}) {
      assertThatThrownBy(() -> Sheet.of((FIRST + "K\u00fcfer,B,2026-10-01\n").getBytes(other)))
          .hasMessageContaining("UTF-8");
    }
  }

  @Test
  void aSheetHasItsBounds() {
    String line = "A,B,2026-10-01\n";
    assertThat(sheet(FIRST + line.repeat(Sheet.MOST_LINES)).lines()).hasSize(Sheet.MOST_LINES);
    assertThatThrownBy(() -> sheet(FIRST + line.repeat(Sheet.MOST_LINES + 1)))
        .hasMessageContaining("at most 1000 lines");
    String columns =
        IntStream.range(0, 200_000).mapToObj(i -> "k" + i).collect(Collectors.joining(","));
    assertThatThrownBy(() -> sheet(columns)).isInstanceOf(HttpProblem.class);
  }

  private static Sheet sheet(String text) {
    return Sheet.of(text.getBytes(UTF_8));
  }
}

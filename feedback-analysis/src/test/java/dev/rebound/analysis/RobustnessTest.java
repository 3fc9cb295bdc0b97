package dev.rebound.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.Theme;
import java.time.Duration;
import java.util.AbstractList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any sequence of characters gives a reading, in time that grows with its length. */
class RobustnessTest {

  private static final FeedbackReader READER = FeedbackReader.standard();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\u0000\u0000",
        "\ud83d\ude00 great talk \ud83d\ude80, but you\u2019re too junior",
        "a lone \ud83d half and another \ude00 half",
        "caf\u00e9 r\u00e9sum\u00e9s were vague \u2026",
        "''' ' t' n't 't",
        "...!!!???,,,;;;",
        "\u202e did not discuss trade-offs \u202c",
        "+#+# c++ c# .net",
        "We observed n't and 't' at 9",
        "<p>You didn&#39;t <b>listen</b>&nbsp;to us.<br/>\n> so I wrote</p><p></p>",
        "&#39;&rsquo;&amp; y&#39;all&#39;d <a href='x'>rambled</a> &#39;&lt;&#39;t"
      })
  void everyStatementIsAPieceOfItsText(String text) {
    for (Statement statement : READER.read(text).statements()) {
      assertThat(text.substring(statement.start(), statement.end())).isEqualTo(statement.text());
      assertThat(statement.text()).isNotBlank();
    }
  }

  @Test
  void emojiDoNotHideWhatIsSaid() {
    assertThat(Evaluation.causes(READER.read("\ud83d\ude00 you\u2019re too junior \ud83d\ude00")))
        .containsExactly(Theme.SENIORITY);
  }

  @Test
  void theSameTextGivesTheSameReadingOnAnyThread() {
    String text = "Strong team player, but your answers rambled in the final round. Use STAR.";
    List<Reading> readings =
        IntStream.range(0, 200).parallel().mapToObj(_ -> READER.read(text)).distinct().toList();
    assertThat(readings).hasSize(1);
  }

  @Test
  void noClauseIsLongerThanItsBound() {
    List<Token> tokens = Tokens.of("and so on it went more or less ".repeat(700));
    assertThat(Clauses.of(tokens))
        .allSatisfy(clause -> assertThat(clause.size()).isLessThanOrEqualTo(Clauses.LONGEST_CLAUSE))
        .flatExtracting(clause -> clause)
        .hasSameSizeAs(tokens);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "more more more ",
        "candidate better experience ",
        "not not never ",
        "your answers was your answers ",
        "a ",
        "lack of the lack of "
      })
  void lookingUpPhrasesReadsEachWordABoundedNumberOfTimes(String unit) {
    Lexicon lexicon = Lexicon.load();
    Reads small = new Reads(Tokens.of(unit.repeat(200)));
    Reads large = new Reads(Tokens.of(unit.repeat(2000)));
    lexicon.find(small);
    lexicon.find(large);
    assertThat(large.count).isLessThanOrEqualTo(11 * small.count);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<p ", "<a b=", "<a b=c", "&amp", "'", "a'", "\n> ", "no. ", "no.", ">"})
  void hostileTextsTakeNoLongerThanOthers(String piece) {
    String text = piece.repeat(20_000 / piece.length());

    Assertions.assertTimeout(Duration.ofSeconds(2), () -> Tokens.of(text));
  }

  @Test
  void twentyKilobytesOfOneWordAreRead() {
    assertThat(READER.read("x".repeat(20_000)).statements()).hasSize(1);
  }

  /** A list of tokens that counts how often one is looked at. */
  private static final class Reads extends AbstractList<Token> {
    private final List<Token> tokens;
    private long count;

    Reads(List<Token> tokens) {
      this.tokens = tokens;
    }

    @Override
    public Token get(int index) {
      count++;
      return tokens.get(index);
    }

    @Override
    public int size() {
      return tokens.size();
    }
  }
}

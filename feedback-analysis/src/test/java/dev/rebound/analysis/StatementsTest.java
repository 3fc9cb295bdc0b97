package dev.rebound.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rebound.events.Theme;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a text is cut into what can be quoted. */
class StatementsTest {

  private static List<String> clauses(String text) {
    return Clauses.of(Tokens.of(text)).stream()
        .map(clause -> text.substring(clause.getFirst().start(), clause.getLast().end()))
        .toList();
  }

  private static Iterable<String> quotes(String text) {
    return FeedbackReader.standard().read(text).statements().stream().map(Statement::text).toList();
  }

  @Test
  void whatGoesOnAboutTheSameIsQuotedWithItsBeginning() {
    assertThat(quotes("Your answers rambled and the story had no structure. You were late."))
        .containsExactly("Your answers rambled and the story had no structure", "You were late");
  }

  @Test
  void whatGoesOnAboutSomethingElseIsQuotedByItself() {
    assertThat(quotes("Your answers rambled and the German was not fluent enough for the desk."))
        .containsExactly(
            "Your answers rambled", "and the German was not fluent enough for the desk");
  }

  @Test
  void praiseAndBlameAreNeverOneQuote() {
    assertThat(quotes("Your slides were clear and the answers were not clear at all."))
        .containsExactly("Your slides were clear", "and the answers were not clear at all");
  }

  @Test
  void aScoreCardIsReadLineByLine() {
    List<Statement> card =
        FeedbackReader.standard()
            .read("Excel: weak\nPython: strong\nCommunication: strong")
            .statements();

    assertThat(card)
        .extracting(Statement::text, Statement::polarity)
        .containsExactly(
            tuple("Excel: weak", Polarity.NEGATIVE),
            tuple("Python: strong", Polarity.POSITIVE),
            tuple("Communication: strong", Polarity.POSITIVE));
  }

  @Test
  void aLineThatBeginsWithASignIsAnItem() {
    assertThat(clauses("- pastry came out raw\n+ sauces were fine\n\u2705 knives\n\u274c oven"))
        .containsExactly("pastry came out raw", "sauces were fine", "knives", "oven");
  }

  @Test
  void noIsAnAnswerAndBeforeADigitANumber() {
    assertThat(clauses("Would we book you? No. Your voice is superb. You were no. 3 of nine."))
        .containsExactly(
            "Would we book you", "No", "Your voice is superb", "You were no. 3 of nine");
  }

  @Test
  void aQuotedMailIsAPartAndGoesOnWhereItsLinesWereWrapped() {
    assertThat(clauses("Hi Bo,\n> I thought that my answers\n> were good.\nthey were not."))
        .containsExactly("Hi Bo", "I thought that my answers\n> were good", "they were not");
  }

  @Test
  void tagsEndALineOrDressWordsAndAreNoWords() {
    String mail = "<p>Your <b>knife skills</b> are&nbsp;sound.</p><ul><li>Oven: weak</li></ul>";

    assertThat(clauses(mail))
        .containsExactly("Your <b>knife skills</b> are&nbsp;sound", "Oven: weak");
    assertThat(Tokens.of(mail))
        .extracting(Token::form)
        .containsExactly("your", "knife", "skills", "are", "sound", "oven", "weak");
  }

  @Test
  void anApostropheIsOneHoweverItIsWritten() {
    for (String written : List.of("'", "\u2019", "''", "&#39;", "&rsquo;", "&#x2019;")) {
      assertThat(Tokens.of("You didn" + written + "t greet."))
          .extracting(Token::form)
          .containsExactly("you", "did", "not", "greet");
    }
  }

  @Test
  void whatIsNoTagStays() {
    assertThat(Tokens.of("Dear <name>, 3 < 5 & more; b <i think> so"))
        .extracting(Token::form)
        .containsExactly("dear", "name", "3", "5", "more", "b", "i", "think", "so");
  }

  @Test
  void whatBlamesDoesNotPraiseInTheSameWords() {
    assertThat(FeedbackReader.standard().read("Your Excel is weak.").statements())
        .extracting(Statement::polarity)
        .containsExactly(Polarity.NEGATIVE);
  }

  @Test
  void whatHasBecomeBetterIsPraise() {
    assertThat(FeedbackReader.standard().read("Your answers have become clearer.").statements())
        .extracting(Statement::polarity)
        .containsExactly(Polarity.POSITIVE);
  }

  @Test
  void whatIsDeniedIsNoCause() {
    assertThat(
            Evaluation.causes(
                FeedbackReader.standard()
                    .read("Lack of experience was not the reason. We filled the post internally.")))
        .containsExactly(Theme.POSITION_CLOSED);
  }
}

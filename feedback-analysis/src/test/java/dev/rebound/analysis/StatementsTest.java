package dev.rebound.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rebound.events.Theme;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a text is cut into what can be quoted. */
class StatementsTest {

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

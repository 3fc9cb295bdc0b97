package dev.rebound.analysis;

import static org.assertj.core.api.Assertions.assertThat;

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
}

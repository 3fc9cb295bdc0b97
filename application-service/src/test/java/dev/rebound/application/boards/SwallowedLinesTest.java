package dev.rebound.application.boards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** In a list of an id, an address, a title, a day and a message. */
class SwallowedLinesTest {

  private final SwallowedLines swallowed = new SwallowedLines(5, 1, ',');

  @Test
  void aLineThatWasTakenAlongIsKnownByItsAddress() {
    assertThat(
            in("a-1", "a@example.net", "Clerk", "2026-09-20", "We chose\na-2,b@example.net,x,y,19"))
        .isTrue();
    assertThat(in("a-1", "a@example.net", "Clerk,2026-09-20,\na-2,b@example.net,Nurse", "x", "y"))
        .isTrue();
  }

  @Test
  void aCellThatBeginsBeforeTheAddressHasItsOwn() {
    assertThat(in("a-1,a@example.net,Clerk,x,No.\na-2", "b@example.net", "Clerk", "x", "No."))
        .isTrue();
    assertThat(new SwallowedLines(3, 1, ';').areIn(List.of("a-1;a@example.net;Clerk\na-2", "x")))
        .isTrue();
  }

  @Test
  void aTextOfSeveralLinesIsNone() {
    assertThat(
            in("a-1", "a@example.net", "Clerk", "2026-09-20", "We chose,\nsadly, another, x, y, z"))
        .isFalse();
    assertThat(in("a-1", "a@example.net", "Clerk", "x", "No.\nAsk, or write to b@example.net"))
        .isFalse();
    assertThat(in("a-1", "a@example.net", "Clerk", "2026-09-20", "No, b@example.net")).isFalse();
  }

  @Test
  void anAddressBelowALetterIsNone() {
    String letter = "We chose another.\njobs@lakeside.example";
    assertThat(new SwallowedLines(3, 0, ',').areIn(List.of("a@example.net", "a-1", letter)))
        .isFalse();
  }

  private boolean in(String... cells) {
    return swallowed.areIn(List.of(cells));
  }
}

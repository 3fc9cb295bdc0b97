package dev.rebound.insights.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.insights.contexts.Revisions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeTest {

  @Test
  void nothing_new_is_no_change() {
    assertThat(Change.between(new Revisions(3, 1), new Revisions(3, 1))).isEmpty();
  }

  @Test
  void what_happens_reaches_every_view_but_the_profile() {
    assertThat(Change.between(new Revisions(3, 1), new Revisions(4, 1)).orElseThrow().views())
        .containsExactlyInAnyOrder(
            "weaknesses",
            "strengths",
            "blind-spots",
            "perspective",
            "funnel",
            "growth-plan",
            "preparation",
            "search-refinements",
            "dismissals",
            "causes");
  }

  @Test
  void a_decision_reaches_every_view_but_the_funnel() {
    assertThat(Change.between(new Revisions(3, 1), new Revisions(3, 2)).orElseThrow().views())
        .contains("weaknesses", "blind-spots", "growth-plan", "search-profile")
        .doesNotContain("funnel");
  }

  @Test
  void revisions_are_read_as_they_are_written() {
    Revisions revisions = new Revisions(1_234_567_890_123L, 7);

    assertThat(Revisions.parse(revisions.toString())).contains(revisions);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "7.", "-1.2", "1.2.3", "9999999999999999999.1"})
  void anything_else_is_no_revision(String text) {
    assertThat(Revisions.parse(text)).isEqualTo(Optional.empty());
  }
}

package dev.rebound.insights.reading;

import static dev.rebound.insights.contexts.History.CANDIDATE;
import static dev.rebound.insights.contexts.History.id;
import static dev.rebound.testkit.DeciderSpecification.specification;

import dev.rebound.events.Control;
import dev.rebound.events.InsightsEvent.CauseReclassified;
import dev.rebound.events.Theme;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadingDeciderTest {

  private static final CauseReclassified DISMISSED =
      new CauseReclassified(CANDIDATE, id("sentence"), null, null, true, null);

  @Test
  void corrects_a_reading() {
    specification(new ReadingDecider())
        .when(
            new Reclassify(
                CANDIDATE, id("sentence"), Theme.COMPOSURE, Control.OUT_OF_CONTROL, null, null))
        .then(
            new CauseReclassified(
                CANDIDATE, id("sentence"), Theme.COMPOSURE, Control.OUT_OF_CONTROL, null, null));
  }

  @Test
  void does_nothing_for_the_same_correction_again() {
    specification(new ReadingDecider())
        .given(DISMISSED)
        .when(new Reclassify(CANDIDATE, id("sentence"), null, null, true, null))
        .thenNothing();
  }

  @Test
  void takes_a_correction_back() {
    specification(new ReadingDecider())
        .given(DISMISSED)
        .when(new Reclassify(CANDIDATE, id("sentence"), null, null, null, null))
        .then(new CauseReclassified(CANDIDATE, id("sentence"), null, null, null, null));
  }

  @Test
  void records_the_first_word_on_a_sentence_even_if_it_changes_nothing() {
    specification(new ReadingDecider())
        .when(new Reclassify(CANDIDATE, id("sentence"), null, null, null, null))
        .then(new CauseReclassified(CANDIDATE, id("sentence"), null, null, null, null));
  }

  @Test
  void holds_no_more_corrections_than_can_be_folded_at_once() {
    specification(new ReadingDecider())
        .given(full())
        .when(new Reclassify(CANDIDATE, id("one more"), null, null, true, null))
        .thenRefused(ReadingRefusal.TOO_MANY_CORRECTIONS);
  }

  @Test
  void still_changes_what_it_holds_when_it_is_full() {
    specification(new ReadingDecider())
        .given(full())
        .when(new Reclassify(CANDIDATE, id("sentence 7"), null, null, false, null))
        .then(new CauseReclassified(CANDIDATE, id("sentence 7"), null, null, false, null));
  }

  private static CauseReclassified[] full() {
    return IntStream.range(0, ReadingDecider.MOST_CORRECTIONS)
        .mapToObj(
            n -> new CauseReclassified(CANDIDATE, id("sentence " + n), null, null, true, null))
        .toArray(CauseReclassified[]::new);
  }
}

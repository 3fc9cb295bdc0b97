package dev.rebound.application.consents;

import static dev.rebound.testkit.DeciderSpecification.specification;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.ApplicationEvent.ConsentChanged;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConsentsDeciderTest {

  private static final UUID ME = UUID.fromString("0199f000-0000-7000-8000-0000000000aa");
  private static final ConsentChanged ACME_YES = new ConsentChanged(ME, "acme", true);
  private static final ConsentChanged ACME_NO = new ConsentChanged(ME, "acme", false);
  private static final ConsentChanged GLOBEX_YES = new ConsentChanged(ME, "globex", true);

  @Test
  void allows() {
    specification(new ConsentsDecider())
        .when(change(Map.of("acme", true, "globex", true)))
        .then(ACME_YES, GLOBEX_YES);
  }

  @Test
  void tellsOnlyWhatChanged() {
    specification(new ConsentsDecider())
        .given(ACME_YES)
        .when(change(Map.of("acme", true, "globex", true)))
        .then(GLOBEX_YES);
  }

  @Test
  void whatIsNotMentionedIsNoLongerAllowed() {
    specification(new ConsentsDecider())
        .given(ACME_YES, GLOBEX_YES)
        .when(change(Map.of("globex", true)))
        .then(ACME_NO);
  }

  @Test
  void notAllowingWhatWasNeverAllowedIsNoEvent() {
    specification(new ConsentsDecider()).when(change(Map.of("acme", false))).thenNothing();
  }

  @Test
  void boardsAreBounded() {
    Map<String, Boolean> many =
        IntStream.rangeClosed(0, ConsentsRefusal.MAX_BOARDS)
            .boxed()
            .collect(Collectors.toMap(i -> "board-" + i, i -> true));
    specification(new ConsentsDecider())
        .when(change(many))
        .thenRefused(ConsentsRefusal.TOO_MANY_BOARDS);
  }

  @Test
  void nobodyIsAllowedAnythingUnasked() {
    assertThat(Consents.none().sharesSearch("acme")).isFalse();
  }

  private static ChangeConsents change(Map<String, Boolean> boards) {
    return new ChangeConsents(ME, new Consents(new TreeMap<>(boards)));
  }
}

package dev.rebound.application.boards.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.FeedbackEvent.FeedbackReceived;
import dev.rebound.events.InsightsEvent;
import dev.rebound.events.InsightsEvent.RefinementAccepted;
import dev.rebound.events.InsightsEvent.SearchProfileChanged;
import dev.rebound.events.RefinementKind;
import dev.rebound.events.SearchProfile;
import dev.rebound.events.SpecificityLevel;
import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NoticeTest {

  private final UUID candidate = UUID.randomUUID();
  private final FeedbackReceived answer = Neighbours.answer(SpecificityLevel.GENERIC);

  @Test
  void an_answer_is_told() {
    assertThat(Notice.ofFeedback(stored("acme", null)))
        .extracting(Notice::type)
        .containsExactly(NoticeType.FEEDBACK_RECEIVED, NoticeType.FEEDBACK_GENERIC);
  }

  @Test
  void the_same_handed_over_to_whom_it_waited_for_is_not() {
    assertThat(Notice.ofFeedback(stored("acme", UUID.randomUUID()))).isEmpty();
  }

  @Test
  void what_is_of_no_board_is_told_to_none() {
    assertThat(Notice.ofFeedback(stored(null, null))).isEmpty();
  }

  @Test
  void an_accepted_suggestion_is_told_by_its_kind_and_not_by_its_word() {
    UUID refinement = UUID.randomUUID();
    StoredEvent accepted =
        ofSearch(
            new RefinementAccepted(
                candidate, refinement, RefinementKind.EXCLUDE_TERM, "night shifts"));

    Notice told = Notice.refined(accepted, "acme");

    assertThat(told.type()).isEqualTo(NoticeType.SEARCH_REFINED);
    assertThat(told.data())
        .isEqualTo(
            Map.of(
                "refinementId",
                refinement.toString(),
                "kind",
                "EXCLUDE_TERM",
                "eventId",
                accepted.id().toString()));
  }

  @Test
  void a_search_that_is_changed_by_hand_is_told_without_a_kind() {
    StoredEvent changed =
        ofSearch(
            new SearchProfileChanged(
                candidate,
                new SearchProfile(
                    List.of("Ward manager"),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null)));

    Notice told = Notice.refined(changed, "acme");

    assertThat(told.type()).isEqualTo(NoticeType.SEARCH_REFINED);
    assertThat(told.candidate()).isEqualTo(candidate);
    assertThat(told.data()).isEqualTo(Map.of("eventId", changed.id().toString()));
  }

  private StoredEvent ofSearch(InsightsEvent event) {
    return new StoredEvent(
        UUID.randomUUID(),
        new StreamId("search", candidate),
        2,
        new Metadata(Instant.now(), UUID.randomUUID(), null, null),
        event);
  }

  private StoredEvent stored(@Nullable String board, @Nullable UUID cause) {
    return new StoredEvent(
        UUID.randomUUID(),
        new StreamId("request", UUID.randomUUID()),
        2,
        new Metadata(Instant.now(), UUID.randomUUID(), cause, board),
        answer);
  }
}

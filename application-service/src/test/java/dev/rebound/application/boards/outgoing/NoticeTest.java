package dev.rebound.application.boards.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.FeedbackEvent.FeedbackReceived;
import dev.rebound.events.SpecificityLevel;
import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.StreamId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NoticeTest {

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

  private StoredEvent stored(@Nullable String board, @Nullable UUID cause) {
    return new StoredEvent(
        UUID.randomUUID(),
        new StreamId("request", UUID.randomUUID()),
        2,
        new Metadata(Instant.now(), UUID.randomUUID(), cause, board),
        answer);
  }
}

package dev.rebound.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.FeedbackEvent.FeedbackRequestExpired;
import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.StreamId;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventIdsTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  @Test
  void the_lines_about_an_event_say_which_it_is() {
    StoredEvent event = event("00-" + TRACE + "-b7ad6b7169203331-01");

    try (EventIds ids = new EventIds(event)) {
      assertThat(ids).isNotNull();
      assertThat(MDC.get("event")).isEqualTo(event.id().toString());
      assertThat(MDC.get("stream")).isEqualTo(event.stream().toString());
      assertThat(MDC.get("correlation")).isEqualTo(event.metadata().correlationId().toString());
      assertThat(MDC.get("traceId")).isEqualTo(TRACE);
    }
  }

  @Test
  void what_stood_there_before_stands_there_again() {
    MDC.put("stream", "another");

    try (EventIds ids = new EventIds(event(null))) {
      assertThat(ids).isNotNull();
      assertThat(MDC.get("traceId")).isNull();
    }

    assertThat(MDC.get("stream")).isEqualTo("another");
    assertThat(MDC.get("event")).isNull();
    MDC.remove("stream");
  }

  private static StoredEvent event(@Nullable String trace) {
    UUID request = UUID.randomUUID();
    return new StoredEvent(
        UUID.randomUUID(),
        new StreamId("request", request),
        1,
        new Metadata(Instant.now(), UUID.randomUUID(), null, null, trace),
        new FeedbackRequestExpired(request, UUID.randomUUID(), UUID.randomUUID()));
  }
}

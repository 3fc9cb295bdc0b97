package dev.rebound.delivery;

import dev.rebound.eventstore.StoredEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * What every line of the log says of the event that is worked on: its id, its stream, what all that
 * one call led to is known by, and its trace where it has one. Ids alone, nothing of what the event
 * tells. Closed on the thread that made it.
 */
final class EventIds implements AutoCloseable {

  private static final int TRACE_ID = 3;
  private static final int TRACE_ID_END = 35;

  private final Map<String, @Nullable Object> before = new LinkedHashMap<>();

  /** From now on the lines of this thread are about this event. */
  EventIds(StoredEvent event) {
    put("event", event.id().toString());
    put("stream", event.stream().toString());
    put("correlation", event.metadata().correlationId().toString());
    String trace = event.metadata().trace();
    if (trace != null) {
      // Under the name that requests have it under; a traceparent is 00-TRACE-SPAN-FLAGS.
      put("traceId", trace.substring(TRACE_ID, TRACE_ID_END));
    }
  }

  private void put(String name, String value) {
    before.put(name, MDC.get(name));
    MDC.put(name, value);
  }

  @Override
  public void close() {
    before.forEach((name, value) -> {
      if (value == null) {
        MDC.remove(name);
      } else {
        MDC.put(name, value);
      }
    });
  }
}

package dev.rebound.insights;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every span that has ended, where spans are recorded at all. */
@Singleton
public class CollectedSpans implements SpanProcessor {

  private final List<SpanData> ended = new CopyOnWriteArrayList<>();

  /** Those of a trace by their name. */
  List<SpanData> of(String trace, String name) {
    return ended.stream()
        .filter(span -> span.getTraceId().equals(trace) && span.getName().equals(name))
        .toList();
  }

  /** Those of a trace. */
  List<SpanData> of(String trace) {
    return ended.stream().filter(span -> span.getTraceId().equals(trace)).toList();
  }

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {}

  @Override
  public boolean isStartRequired() {
    return false;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    ended.add(span.toSpanData());
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }
}

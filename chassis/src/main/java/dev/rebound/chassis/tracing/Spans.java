package dev.rebound.chassis.tracing;

import dev.rebound.delivery.tracing.Tracing;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps of the path as spans, with the names that OpenTelemetry's conventions give them. */
final class Spans implements Tracing {

  static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

  private static final AttributeKey<Long> EVENTS =
      AttributeKey.longKey("messaging.batch.message_count");
  private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
  private static final AttributeKey<String> DESTINATION =
      AttributeKey.stringKey("messaging.destination.name");
  private static final AttributeKey<String> DATABASE = AttributeKey.stringKey("db.system.name");
  private static final AttributeKey<Long> APPENDS = AttributeKey.longKey("db.operation.batch.size");
  private static final AttributeKey<String> HANDLER = AttributeKey.stringKey("rebound.handler");

  /** As many as a span has by default; what is more would be counted and dropped. */
  private static final int MOST_LINKS = 128;

  private final Tracer tracer;

  Spans(Tracer tracer) {
    this.tracer = tracer;
  }

  @Override
  public @Nullable String current() {
    return TraceParent.of(Span.current().getSpanContext());
  }

  @Override
  public Step begin(Kind kind, String of, int events, Collection<String> traces) {
    List<SpanContext> contexts = traces.stream().map(TraceParent::read).toList();
    SpanBuilder span = span(kind, of, events);
    if (contexts.stream().map(SpanContext::getTraceId).distinct().count() == 1) {
      span.setParent(TraceParent.within(contexts.getFirst()));
    } else {
      span.setNoParent();
      contexts.stream().limit(MOST_LINKS).forEach(span::addLink);
    }
    return new SpanStep(span.startSpan());
  }

  private SpanBuilder span(Kind kind, String of, int events) {
    return switch (kind) {
      case APPEND ->
          tracer
              .spanBuilder("append " + of)
              .setSpanKind(SpanKind.CLIENT)
              .setAttribute(DATABASE, "postgresql")
              .setAttribute(APPENDS, (long) events);
      case PUBLISH ->
          tracer
              .spanBuilder("send " + of)
              .setSpanKind(SpanKind.PRODUCER)
              .setAttribute(SYSTEM, "kafka")
              .setAttribute(DESTINATION, of)
              .setAttribute(EVENTS, (long) events);
      case PROCESS -> handling("process ", of, SpanKind.CONSUMER, events);
      case REACT -> handling("react ", of, SpanKind.INTERNAL, events);
    };
  }

  private SpanBuilder handling(String verb, String handler, SpanKind kind, int events) {
    return tracer
        .spanBuilder(verb + handler)
        .setSpanKind(kind)
        .setAttribute(HANDLER, handler)
        .setAttribute(EVENTS, (long) events);
  }

  private record SpanStep(Span span) implements Step {

    @Override
    public @Nullable String trace() {
      return TraceParent.of(span.getSpanContext());
    }

    @Override
    public void end(@Nullable Throwable failure) {
      if (failure != null) {
        // What it says may be somebody's words.
        span.setStatus(StatusCode.ERROR).setAttribute(ERROR, failure.getClass().getName());
      }
      span.end();
    }
  }
}

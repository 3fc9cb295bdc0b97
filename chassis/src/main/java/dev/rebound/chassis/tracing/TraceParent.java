package dev.rebound.chassis.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** The {@code traceparent} of W3C Trace Context, version 00: {@code 00-TRACE-SPAN-FLAGS}. */
final class TraceParent {

  private static final int TRACE = 3;
  private static final int TRACE_END = 35;
  private static final int SPAN = 36;
  private static final int SPAN_END = 52;
  private static final int FLAGS = 53;
  private static final int LENGTH = 55;

  private TraceParent() {}

  /** What to carry along, null where the trace is not recorded. */
  static @Nullable String of(SpanContext span) {
    return span.isSampled()
        ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-" + span.getTraceFlags().asHex()
        : null;
  }

  /** What was carried here; invalid where it cannot be read. */
  static SpanContext read(@Nullable String header) {
    if (header == null || header.length() != LENGTH || !header.startsWith("00-")) {
      return SpanContext.getInvalid();
    }
    try {
      SpanContext read =
          SpanContext.createFromRemoteParent(
              header.substring(TRACE, TRACE_END),
              header.substring(SPAN, SPAN_END),
              TraceFlags.fromHex(header, FLAGS),
              TraceState.getDefault());
      // One with ids that are none would still say that it is recorded.
      return read.isValid() ? read : SpanContext.getInvalid();
    } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
      return SpanContext.getInvalid();
    }
  }

  /** A context whose spans are parts of this one. */
  static Context within(SpanContext parent) {
    return Context.root().with(Span.wrap(parent));
  }
}

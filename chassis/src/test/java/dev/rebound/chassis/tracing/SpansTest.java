package dev.rebound.chassis.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.delivery.tracing.Tracing.Kind;
import dev.rebound.delivery.tracing.Tracing.Step;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpansTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String FIRST = "00-" + TRACE + "-b7ad6b7169203331-01";
  private static final String SAME_TRACE = "00-" + TRACE + "-00f067aa0ba902b7-01";
  private static final String OTHER = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  private final List<SpanData> ended = new ArrayList<>();

  /** With no share of what begins here: whatever is recorded belongs to a trace that is. */
  private final Tracer tracer =
      SdkTracerProvider.builder()
          .setSampler(new LinkedSampler(0))
          .addSpanProcessor(SimpleSpanProcessor.create(new Kept()))
          .build()
          .get("test");

  private final Spans spans = new Spans(tracer);

  @Test
  void a_step_of_one_trace_is_a_part_of_it() {
    Step step = spans.begin(Kind.PUBLISH, "rebound.applications", 3, List.of(FIRST, SAME_TRACE));
    String carried = step.trace();
    step.end(null);

    SpanData span = ended.getFirst();
    assertThat(span.getName()).isEqualTo("send rebound.applications");
    assertThat(span.getKind()).isEqualTo(SpanKind.PRODUCER);
    assertThat(span.getTraceId()).isEqualTo(TRACE);
    assertThat(span.getParentSpanId()).isEqualTo("b7ad6b7169203331");
    assertThat(span.getLinks()).isEmpty();
    assertThat(carried).isEqualTo("00-" + TRACE + "-" + span.getSpanId() + "-01");
  }

  @Test
  void a_step_of_several_traces_is_one_of_its_own_and_links_to_each() {
    spans.begin(Kind.PROCESS, "contexts", 2, List.of(FIRST, OTHER)).end(null);

    SpanData span = ended.getFirst();
    assertThat(span.getTraceId())
        .isNotIn(TraceParent.read(FIRST).getTraceId(), TraceParent.read(OTHER).getTraceId());
    assertThat(span.getParentSpanContext().isValid()).isFalse();
    assertThat(span.getLinks())
        .extracting(link -> TraceParent.of(link.getSpanContext()))
        .containsExactly(FIRST, OTHER);
  }

  @Test
  void a_failure_tells_its_kind_and_nothing_that_it_says() {
    spans
        .begin(Kind.REACT, "asking", 1, List.of(FIRST))
        .end(new IllegalStateException("somebody's words"));

    SpanData span = ended.getFirst();
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span.getStatus().getDescription()).isEmpty();
    assertThat(span.getAttributes().get(Spans.ERROR)).isEqualTo("java.lang.IllegalStateException");
    assertThat(span.getEvents()).isEmpty();
  }

  @Test
  void what_begins_here_is_recorded_by_its_share() {
    assertThat(tracer.spanBuilder("a request").setNoParent().startSpan().isRecording()).isFalse();
  }

  @Test
  void a_header_that_is_none_is_no_trace() {
    for (String header :
        List.of(
            "",
            "00-" + TRACE + "-b7ad6b7169203331",
            "01" + FIRST.substring(2),
            FIRST.replace("0af7", "xyz!"),
            "00-" + "0".repeat(32) + "-b7ad6b7169203331-01")) {
      assertThat(TraceParent.read(header)).as(header).isEqualTo(SpanContext.getInvalid());
    }
    assertThat(TraceParent.read(null).isValid()).isFalse();
    assertThat(TraceParent.of(TraceParent.read(FIRST))).isEqualTo(FIRST);
    assertThat(TraceParent.of(TraceParent.read(FIRST.replace("-01", "-00")))).isNull();
  }

  private final class Kept implements SpanExporter {
    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      ended.addAll(spans);
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }
}

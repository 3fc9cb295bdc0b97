package dev.rebound.chassis.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/**
 * Records a share of what begins here, all of what belongs to a trace that is recorded, and the
 * batches that such traces lead to: they begin traces of their own, and would be left to chance.
 */
final class LinkedSampler implements Sampler {

  private final Sampler requests;

  /**
   * A sampler.
   *
   * @param share of the requests that are recorded, from 0 to 1
   */
  LinkedSampler(double share) {
    this.requests = Sampler.parentBased(Sampler.traceIdRatioBased(share));
  }

  @Override
  public SamplingResult shouldSample(
      Context parent,
      String trace,
      String name,
      SpanKind kind,
      Attributes attributes,
      List<LinkData> links) {
    return links.stream().map(LinkData::getSpanContext).anyMatch(SpanContext::isSampled)
        ? SamplingResult.recordAndSample()
        : requests.shouldSample(parent, trace, name, kind, attributes, links);
  }

  @Override
  public String getDescription() {
    return "Linked{" + requests.getDescription() + "}";
  }
}

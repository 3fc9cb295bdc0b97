package dev.rebound.feedback.streams;

import dev.rebound.chassis.events.AppendedMetrics.Counting;
import dev.rebound.events.FeedbackEvent.FeedbackReceived;
import dev.rebound.events.FeedbackSource;
import dev.rebound.events.ReboundEvent;
import dev.rebound.events.SpecificityLevel;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Counts feedback by who gave it, whether they were asked, and how specific it was. What becomes of
 * requests is told by their events ({@code rebound.events.appended}).
 */
@Singleton
public final class FeedbackMetrics implements Counting {

  private static final List<String> ASKED = List.of("no", "first", "again");

  private final MeterRegistry meters;
  private final Map<FeedbackSource, DistributionSummary> scores =
      new EnumMap<>(FeedbackSource.class);

  /** Wired by the container. */
  @Inject
  public FeedbackMetrics(MeterRegistry meters) {
    this.meters = meters;
    for (FeedbackSource source : FeedbackSource.values()) {
      scores.put(
          source,
          DistributionSummary.builder("rebound.feedback.specificity")
              .description("How specific feedback was, from 0 (nothing to act on) to 1")
              .tag("source", source.name())
              .serviceLevelObjectives(0.2, 0.4, 0.6, 0.8, 1)
              .register(meters));
      for (SpecificityLevel level : SpecificityLevel.values()) {
        ASKED.forEach(asked -> counter(source, level, asked));
      }
    }
  }

  @Override
  public void count(ReboundEvent event) {
    if (event instanceof FeedbackReceived received) {
      counter(received.source(), received.specificity().level(), asked(received)).increment();
      DistributionSummary score = scores.get(received.source());
      if (score != null) {
        score.record(received.specificity().score());
      }
    }
  }

  private static String asked(FeedbackReceived received) {
    if (received.requestId() == null) {
      return "no";
    }
    return received.round() == 1 ? "first" : "again";
  }

  /** Made once for each; afterwards this only finds it. */
  private Counter counter(FeedbackSource source, SpecificityLevel level, String asked) {
    return Counter.builder("rebound.feedback.received")
        .description("Feedback that came in")
        .tag("source", source.name())
        .tag("level", level.name())
        .tag("asked", asked)
        .register(meters);
  }
}

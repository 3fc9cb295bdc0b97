package dev.rebound.insights.growthplan.stream;

import dev.rebound.events.InsightsEvent;
import dev.rebound.eventstore.CommandHandler;
import dev.rebound.eventstore.CommandHandler.Current;
import dev.rebound.eventstore.EventStore;
import dev.rebound.eventstore.StreamId;
import dev.rebound.insights.growthplan.GrowthPlan;
import dev.rebound.insights.growthplan.GrowthPlanCommand;
import dev.rebound.insights.growthplan.GrowthPlanDecider;
import dev.rebound.insights.growthplan.GrowthPlanRefusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** The candidates' growth plans. */
@ApplicationScoped
public class Plans {

  private final CommandHandler<GrowthPlanCommand, GrowthPlan, InsightsEvent, GrowthPlanRefusal>
      handler;

  /** Wired by the container. */
  @Inject
  public Plans(EventStore store) {
    this.handler = new CommandHandler<>(new GrowthPlanDecider(), InsightsEvent.class, store);
  }

  /** The stream of a candidate's plan. */
  public static StreamId stream(UUID candidateId) {
    return new StreamId("growth-plan", candidateId);
  }

  /** A candidate's plan as it is now, with its version; empty where nothing was taken on. */
  public Uni<Current<GrowthPlan>> of(UUID candidateId) {
    return handler.current(stream(candidateId));
  }

  /** Carries commands to the plans. */
  public CommandHandler<GrowthPlanCommand, GrowthPlan, InsightsEvent, GrowthPlanRefusal> handler() {
    return handler;
  }
}

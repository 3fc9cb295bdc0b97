package dev.rebound.insights.owndata;

import dev.rebound.chassis.owndata.Holdings;
import dev.rebound.eventstore.StreamId;
import dev.rebound.insights.growthplan.stream.Plans;
import dev.rebound.insights.search.stream.Searches;
import dev.rebound.insights.streams.Streams;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** A candidate's plan, search and corrections. What is read out of others' events is not told. */
@ApplicationScoped
public class InsightsHoldings implements Holdings {

  @Override
  public Uni<List<StreamId>> streams(UUID candidate) {
    return Uni.createFrom()
        .item(
            List.of(
                Plans.stream(candidate), Searches.stream(candidate), Streams.reading(candidate)));
  }

  @Override
  public List<String> deletions() {
    return List.of("delete from context where candidate = any($1)");
  }
}

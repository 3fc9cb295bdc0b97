package dev.rebound.insights.search.stream;

import dev.rebound.events.InsightsEvent;
import dev.rebound.eventstore.CommandHandler;
import dev.rebound.eventstore.CommandHandler.Current;
import dev.rebound.eventstore.EventStore;
import dev.rebound.eventstore.StreamId;
import dev.rebound.insights.search.Search;
import dev.rebound.insights.search.SearchCommand;
import dev.rebound.insights.search.SearchDecider;
import dev.rebound.insights.search.SearchRefusal;
import dev.rebound.insights.search.matching.Languages;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** The candidates' searches. */
@ApplicationScoped
public class Searches {

  private final CommandHandler<SearchCommand, Search, InsightsEvent, SearchRefusal> handler;

  /** Wired by the container. */
  @Inject
  public Searches(EventStore store) {
    this.handler =
        new CommandHandler<>(new SearchDecider(Languages::canonical), InsightsEvent.class, store);
  }

  /** The stream of a candidate's search. */
  public static StreamId stream(UUID candidateId) {
    return new StreamId("search", candidateId);
  }

  /** A candidate's search as it is now, with its version; unsaid where nothing was. */
  public Uni<Current<Search>> of(UUID candidateId) {
    return handler.current(stream(candidateId));
  }

  /** Carries commands to the searches. */
  public CommandHandler<SearchCommand, Search, InsightsEvent, SearchRefusal> handler() {
    return handler;
  }
}

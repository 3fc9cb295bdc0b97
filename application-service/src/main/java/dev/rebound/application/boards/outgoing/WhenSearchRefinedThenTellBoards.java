package dev.rebound.application.boards.outgoing;

import dev.rebound.application.consents.ChangeConsents;
import dev.rebound.application.consents.Consents;
import dev.rebound.application.consents.ConsentsRefusal;
import dev.rebound.application.streams.Streams;
import dev.rebound.delivery.Reaction;
import dev.rebound.events.ApplicationEvent;
import dev.rebound.events.EventType;
import dev.rebound.events.InsightsEvent.RefinementAccepted;
import dev.rebound.events.InsightsEvent.SearchProfileChanged;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.CommandHandler;
import dev.rebound.eventstore.StoredEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells the boards that a candidate lets apply the search that it has changed, by a suggestion or
 * by hand, so that they hold their postings against it anew. The consent is read from its stream,
 * as it is at this moment.
 */
@ApplicationScoped
public class WhenSearchRefinedThenTellBoards implements Reaction {

  private final CommandHandler<ChangeConsents, Consents, ApplicationEvent, ConsentsRefusal>
      consents;
  private final KnownCandidates known;
  private final Notices notices;

  /** Wired by the container. */
  @Inject
  public WhenSearchRefinedThenTellBoards(
      CommandHandler<ChangeConsents, Consents, ApplicationEvent, ConsentsRefusal> consents,
      KnownCandidates known,
      Notices notices) {
    this.consents = consents;
    this.known = known;
    this.notices = notices;
  }

  @Override
  public String name() {
    return "telling-boards-of-searches";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.INSIGHTS);
  }

  @Override
  public boolean concerns(EventType type, @Nullable String board) {
    return switch (type) {
      case REFINEMENT_ACCEPTED, SEARCH_PROFILE_CHANGED -> true;
      default -> false;
    };
  }

  @Override
  public Uni<Void> on(StoredEvent event) {
    return switch (event.event()) {
      case RefinementAccepted _, SearchProfileChanged _ -> tell(event);
      default -> Uni.createFrom().voidItem();
    };
  }

  private Uni<Void> tell(StoredEvent event) {
    UUID candidate = event.event().candidateId();
    return consents
        .current(Streams.consents(candidate))
        .chain(current ->
            known
                .idsOf(candidate)
                .chain(ids ->
                    notices.note(
                        // An acceptance and the change that goes with it are of one call: the
                        // first of them is told, and names the suggestion.
                        event.metadata().correlationId(),
                        ids.entrySet().stream()
                            .filter(board -> current.state().sharesSearch(board.getKey()))
                            .map(board ->
                                Notice.refined(event, board.getKey()).about(board.getValue()))
                            .toList())));
  }
}

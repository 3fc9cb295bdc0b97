package dev.rebound.application.boards.outgoing;

import dev.rebound.application.consents.ChangeConsents;
import dev.rebound.application.consents.Consents;
import dev.rebound.application.consents.ConsentsRefusal;
import dev.rebound.application.streams.Streams;
import dev.rebound.delivery.Reaction;
import dev.rebound.events.ApplicationEvent;
import dev.rebound.events.InsightsEvent.RefinementAccepted;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.CommandHandler;
import dev.rebound.eventstore.StoredEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * Tells the boards that a candidate lets apply the search that it has changed, so that they hold
 * their postings against it anew. The consent is read from its stream, as it is at this moment.
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
  public Uni<Void> on(StoredEvent event) {
    return event.event() instanceof RefinementAccepted accepted
        ? tell(event, accepted)
        : Uni.createFrom().voidItem();
  }

  private Uni<Void> tell(StoredEvent event, RefinementAccepted accepted) {
    return consents
        .current(Streams.consents(accepted.candidateId()))
        .chain(current ->
            known
                .idsOf(accepted.candidateId())
                .chain(ids ->
                    notices.note(
                        event.id(),
                        ids.entrySet().stream()
                            .filter(board -> current.state().sharesSearch(board.getKey()))
                            .map(board ->
                                Notice.refined(event, accepted, board.getKey())
                                    .about(board.getValue()))
                            .toList())));
  }
}

package dev.rebound.feedback.inviting;

import dev.rebound.delivery.Reaction;
import dev.rebound.events.EventType;
import dev.rebound.events.FeedbackEvent.FeedbackDetailRequested;
import dev.rebound.events.FeedbackEvent.FeedbackReminded;
import dev.rebound.events.FeedbackEvent.FeedbackRequested;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.StoredEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes to the recruiter when they are asked, asked again, or reminded. */
@ApplicationScoped
public class WhenFeedbackRequestedThenInviteRecruiter implements Reaction {

  private final Invitations invitations;
  private final InvitationDelivery delivery;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  public WhenFeedbackRequestedThenInviteRecruiter(
      Invitations invitations, InvitationDelivery delivery, Clock clock) {
    this.invitations = invitations;
    this.delivery = delivery;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "inviting";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.FEEDBACK);
  }

  @Override
  public boolean concerns(EventType type, @Nullable String board) {
    return switch (type) {
      case FEEDBACK_REQUESTED, FEEDBACK_DETAIL_REQUESTED, FEEDBACK_REMINDED -> true;
      default -> false;
    };
  }

  @Override
  public Uni<Void> on(StoredEvent event) {
    return switch (event.event()) {
      case FeedbackRequested asked -> invite(event, asked.requestId(), 1, Occasion.INVITATION);
      case FeedbackDetailRequested again ->
          invite(event, again.requestId(), again.round(), Occasion.DEPTH);
      case FeedbackReminded reminded ->
          invite(event, reminded.requestId(), reminded.round(), Occasion.REMINDER);
      default -> Uni.createFrom().voidItem();
    };
  }

  private Uni<Void> invite(StoredEvent event, UUID requestId, int round, Occasion occasion) {
    return invitations
        .add(
            event.id(), event.metadata().causationId(), requestId, round, occasion, clock.instant())
        .invoke(delivery::wake);
  }
}

package dev.rebound.feedback.streams;

import dev.rebound.events.FeedbackEvent;
import dev.rebound.eventstore.Command;
import dev.rebound.eventstore.CommandHandler;
import dev.rebound.eventstore.CommandHandler.Current;
import dev.rebound.eventstore.EventStore;
import dev.rebound.eventstore.EventStore.VersionConflict;
import dev.rebound.eventstore.Handled;
import dev.rebound.eventstore.Metadata;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.Opened;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestDecider;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestRefusal;
import dev.rebound.feedback.feedbackrequest.Terms;
import dev.rebound.sealing.KeyRing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The streams of feedback requests. */
@ApplicationScoped
public class FeedbackRequests {

  private final CommandHandler<
          FeedbackRequestCommand, FeedbackRequest, FeedbackEvent, FeedbackRequestRefusal>
      handler;
  private final KeyRing keys;

  /** Wired by the container. */
  @Inject
  public FeedbackRequests(Terms terms, EventStore store, KeyRing keys) {
    this.keys = keys;
    this.handler =
        new CommandHandler<>(new FeedbackRequestDecider(terms), FeedbackEvent.class, store);
  }

  /** Carries commands of the API to their streams. */
  public CommandHandler<
          FeedbackRequestCommand, FeedbackRequest, FeedbackEvent, FeedbackRequestRefusal>
      handler() {
    return handler;
  }

  /** A request as it is now, read from its stream. */
  public Uni<Current<FeedbackRequest>> current(UUID requestId) {
    return handler.current(RequestIds.stream(requestId));
  }

  /**
   * The same as its recruiter or its candidate may see it; empty where it is none, and once the
   * candidate is erased, whose stream outlasts that.
   */
  public Uni<Optional<Current<FeedbackRequest>>> ofLiving(UUID requestId) {
    return current(requestId)
        .chain(current ->
            current.state() instanceof Opened opened
                ? keys.forOpening(Set.of(opened.facts().candidateId()))
                    .map(found -> Optional.of(current).filter(_ -> !found.isEmpty()))
                : Uni.createFrom().item(Optional.empty()));
  }

  /**
   * Carries out a command that no caller waits for.
   *
   * @return whether it held. Fails where other writers were faster again and again, so that it is
   *     tried once more.
   */
  public Uni<Boolean> issue(UUID requestId, FeedbackRequestCommand command, Metadata metadata) {
    return handler
        .handle(Command.of(RequestIds.stream(requestId), command, metadata))
        .map(handled ->
            switch (handled) {
              case Handled.Done<?, ?> _ -> true;
              case Handled.Refused<?, ?> _ -> false;
              case Handled.Stale<?, ?> _,
                  Handled.Replayed<?, ?> _,
                  Handled.KeyReused<?, ?> _,
                  Handled.StillRunning<?, ?> _ ->
                  throw new VersionConflict(RequestIds.stream(requestId), Command.NEW);
            });
  }
}

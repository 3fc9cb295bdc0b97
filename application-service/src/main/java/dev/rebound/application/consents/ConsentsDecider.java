package dev.rebound.application.consents;

import dev.rebound.events.ApplicationEvent;
import dev.rebound.events.ApplicationEvent.ApplicationCorrected;
import dev.rebound.events.ApplicationEvent.ApplicationRejected;
import dev.rebound.events.ApplicationEvent.ApplicationReopened;
import dev.rebound.events.ApplicationEvent.ApplicationSubmitted;
import dev.rebound.events.ApplicationEvent.ApplicationWithdrawn;
import dev.rebound.events.ApplicationEvent.ConsentChanged;
import dev.rebound.events.ApplicationEvent.OfferReceived;
import dev.rebound.events.ApplicationEvent.ReflectionCompleted;
import dev.rebound.events.ApplicationEvent.StageReached;
import dev.rebound.events.ApplicationEvent.SubjectErased;
import dev.rebound.eventstore.Decider;
import dev.rebound.eventstore.Decider.Decision;
import dev.rebound.eventstore.Decider.Decision.Accepted;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Tells what changes between the consents that hold and those that are wanted. */
public final class ConsentsDecider
    implements Decider<ChangeConsents, Consents, ApplicationEvent, ConsentsRefusal> {

  @Override
  public Consents initial() {
    return Consents.none();
  }

  @Override
  public Decision<ApplicationEvent, ConsentsRefusal> decide(
      ChangeConsents command, Consents state) {
    TreeSet<String> boards = new TreeSet<>(state.sharesSearch().keySet());
    boards.addAll(command.wanted().sharesSearch().keySet());
    if (boards.size() > ConsentsRefusal.MAX_BOARDS) {
      return Decision.refuse(ConsentsRefusal.TOO_MANY_BOARDS);
    }
    List<ApplicationEvent> changes = new ArrayList<>();
    for (String board : boards) {
      boolean wanted = command.wanted().sharesSearch(board);
      if (wanted != state.sharesSearch(board)) {
        changes.add(new ConsentChanged(command.candidateId(), board, wanted));
      }
    }
    return new Accepted<>(changes);
  }

  @Override
  public Consents evolve(Consents state, ApplicationEvent event) {
    return switch (event) {
      case ConsentChanged e -> state.with(e.board(), e.shareSearch());
      case ApplicationSubmitted _,
          ApplicationCorrected _,
          StageReached _,
          ApplicationRejected _,
          ApplicationReopened _,
          ApplicationWithdrawn _,
          OfferReceived _,
          ReflectionCompleted _,
          SubjectErased _ ->
          state;
    };
  }
}

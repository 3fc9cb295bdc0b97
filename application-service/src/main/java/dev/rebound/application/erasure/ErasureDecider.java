package dev.rebound.application.erasure;

import dev.rebound.events.ApplicationEvent;
import dev.rebound.events.ApplicationEvent.SubjectErased;
import dev.rebound.eventstore.Decider;
import dev.rebound.eventstore.Decider.Decision;
import dev.rebound.eventstore.Decider.Decision.Accepted;
import java.util.List;

/** Erases once; whoever asks again is told the same. */
public final class ErasureDecider
    implements Decider<EraseSubject, Subject, ApplicationEvent, ErasureRefusal> {

  @Override
  public Subject initial() {
    return Subject.PRESENT;
  }

  @Override
  public Decision<ApplicationEvent, ErasureRefusal> decide(EraseSubject command, Subject state) {
    return new Accepted<>(
        switch (state) {
          case PRESENT -> List.of(new SubjectErased(command.candidateId()));
          case ERASED -> List.of();
        });
  }

  @Override
  public Subject evolve(Subject state, ApplicationEvent event) {
    return event instanceof SubjectErased ? Subject.ERASED : state;
  }
}

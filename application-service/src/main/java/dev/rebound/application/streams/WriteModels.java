package dev.rebound.application.streams;

import dev.rebound.application.consents.ChangeConsents;
import dev.rebound.application.consents.Consents;
import dev.rebound.application.consents.ConsentsDecider;
import dev.rebound.application.consents.ConsentsRefusal;
import dev.rebound.application.erasure.EraseSubject;
import dev.rebound.application.erasure.ErasureDecider;
import dev.rebound.application.erasure.ErasureRefusal;
import dev.rebound.application.erasure.Subject;
import dev.rebound.application.jobapplication.JobApplication;
import dev.rebound.application.jobapplication.JobApplicationCommand;
import dev.rebound.application.jobapplication.JobApplicationDecider;
import dev.rebound.application.jobapplication.JobApplicationRefusal;
import dev.rebound.application.reflection.CompleteReflection;
import dev.rebound.application.reflection.Reflection;
import dev.rebound.application.reflection.ReflectionDecider;
import dev.rebound.application.reflection.ReflectionRefusal;
import dev.rebound.events.ApplicationEvent;
import dev.rebound.eventstore.CommandHandler;
import dev.rebound.eventstore.EventStore;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** One command handler per write model. */
@Dependent
public class WriteModels {

  /** Carries commands to applications. */
  @Produces
  @Singleton
  public CommandHandler<
          JobApplicationCommand, JobApplication, ApplicationEvent, JobApplicationRefusal>
      applications(EventStore store) {
    return new CommandHandler<>(new JobApplicationDecider(), ApplicationEvent.class, store);
  }

  /** Carries commands to reflections. */
  @Produces
  @Singleton
  public CommandHandler<CompleteReflection, Reflection, ApplicationEvent, ReflectionRefusal>
      reflections(EventStore store) {
    return new CommandHandler<>(new ReflectionDecider(), ApplicationEvent.class, store);
  }

  /** Carries the wish to be forgotten to a person. */
  @Produces
  @Singleton
  public CommandHandler<EraseSubject, Subject, ApplicationEvent, ErasureRefusal> erasures(
      EventStore store) {
    return new CommandHandler<>(new ErasureDecider(), ApplicationEvent.class, store);
  }

  /** Carries commands to consents. */
  @Produces
  @Singleton
  public CommandHandler<ChangeConsents, Consents, ApplicationEvent, ConsentsRefusal> consents(
      EventStore store) {
    return new CommandHandler<>(new ConsentsDecider(), ApplicationEvent.class, store);
  }
}

package dev.rebound.application.streams;

import dev.rebound.application.jobapplication.JobApplication;
import dev.rebound.application.jobapplication.JobApplication.Submitted;
import dev.rebound.application.jobapplication.JobApplicationCommand;
import dev.rebound.application.jobapplication.JobApplicationRefusal;
import dev.rebound.chassis.http.Problems;
import dev.rebound.events.ApplicationEvent;
import dev.rebound.eventstore.CommandHandler;
import dev.rebound.eventstore.EventStore.StreamSlice;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Reads an application from its stream, for the candidate it belongs to and for nobody else. */
@ApplicationScoped
public class OwnApplications {

  private final CommandHandler<
          JobApplicationCommand, JobApplication, ApplicationEvent, JobApplicationRefusal>
      applications;

  /** Wired by the container. */
  @Inject
  public OwnApplications(
      CommandHandler<JobApplicationCommand, JobApplication, ApplicationEvent, JobApplicationRefusal>
          applications) {
    this.applications = applications;
  }

  /** The candidate's application as it is now; fails with 404 where there is none. */
  public Uni<OwnApplication> of(UUID candidateId, UUID applicationId) {
    return applications
        .current(Streams.application(applicationId))
        .map(current -> {
          if (current.state() instanceof Submitted it
              && it.details().candidateId().equals(candidateId)) {
            return new OwnApplication(it, current.slice());
          }
          throw Problems.notFound();
        });
  }

  /** An application and the events it was folded from. */
  public record OwnApplication(Submitted state, StreamSlice slice) {}
}

package dev.rebound.application.adopting;

import dev.rebound.application.addresses.AddressHolder;
import dev.rebound.application.boards.BoardApplications;
import dev.rebound.application.boards.BoardApplications.Waiting;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Makes what waits for an address the candidate's who has signed in with it. */
@ApplicationScoped
public class WhenSignedInThenAdopt implements AddressHolder {

  private static final Logger LOG = Logger.getLogger(WhenSignedInThenAdopt.class);

  private final BoardApplications applications;
  private final Adoption adoption;

  /** Wired by the container. */
  @Inject
  public WhenSignedInThenAdopt(BoardApplications applications, Adoption adoption) {
    this.applications = applications;
    this.adoption = adoption;
  }

  @Override
  public Uni<Void> handOver(UUID address, UUID candidate) {
    return applications.waitingFor(address).chain(waiting -> adoptEach(waiting, candidate));
  }

  /** One that fails is tried again the next time, and keeps none of the others. */
  private Uni<Void> adoptEach(List<Waiting> waiting, UUID candidate) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (Waiting one : waiting) {
      done =
          done.chain(() ->
              adoption
                  .adopt(one.board(), one.application(), one.person(), candidate)
                  .onFailure()
                  .recoverWithUni(failure -> {
                    LOG.warnf(
                        "an application was not adopted: %s", failure.getClass().getSimpleName());
                    return Uni.createFrom().voidItem();
                  }));
    }
    return done;
  }
}

package dev.rebound.application.adopting;

import dev.rebound.application.addresses.AddressHolder;
import dev.rebound.application.boards.BoardApplications;
import dev.rebound.application.boards.BoardApplications.Waiting;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Makes what waits for an address the candidate's who has signed in with it. */
@ApplicationScoped
public class WhenSignedInThenAdopt implements AddressHolder {

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
    return applications.waitingFor(address).flatMap(waiting -> adoptEach(waiting, candidate));
  }

  private Uni<Void> adoptEach(List<Waiting> waiting, UUID candidate) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (Waiting one : waiting) {
      done = done.flatMap(before -> adopt(one, candidate));
    }
    return done;
  }

  private Uni<Void> adopt(Waiting one, UUID candidate) {
    return adoption
        .adopt(one.application(), candidate)
        .flatMap(found ->
            found
                ? applications.adopted(one.board(), one.application())
                // Its link was noted, and it itself is on its way.
                : Uni.createFrom().voidItem());
  }
}

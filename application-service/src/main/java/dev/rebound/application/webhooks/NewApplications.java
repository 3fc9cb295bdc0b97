package dev.rebound.application.webhooks;

import dev.rebound.application.addresses.VerifiedAddresses;
import dev.rebound.application.boards.BoardApplications;
import dev.rebound.application.boards.BoardApplications.Link;
import dev.rebound.application.boards.Owners;
import dev.rebound.application.jobapplication.JobApplicationCommand.Report;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Begins applications that nobody here knows yet, for whom they belong to. */
@ApplicationScoped
class NewApplications {

  private final VerifiedAddresses addresses;
  private final Owners owners;
  private final BoardApplications applications;
  private final JobApplications jobApplications;

  /** Wired by the container. */
  @Inject
  NewApplications(
      VerifiedAddresses addresses,
      Owners owners,
      BoardApplications applications,
      JobApplications jobApplications) {
    this.addresses = addresses;
    this.owners = owners;
    this.applications = applications;
    this.jobApplications = jobApplications;
  }

  /**
   * Begins an application with its rejection, for whoever has signed in with the address, or for
   * the board's person until somebody has.
   *
   * @param externalId the board's id of the person
   * @param emails the person's addresses; where nobody has signed in with one, it waits for the
   *     first
   * @param report the two, for a candidate
   */
  Uni<Outcome> begin(
      Origin origin,
      UUID id,
      String externalId,
      List<String> emails,
      Function<UUID, Report> report) {
    List<UUID> all = emails.stream().map(addresses::pseudonym).toList();
    UUID person = applications.person(origin.board(), externalId);
    return owners
        .of(Set.copyOf(all), Set.of(person))
        .chain(known -> {
          UUID owner = known.owner(all, person).orElse(null);
          if (owner == null) {
            return Outcome.only(Outcome.Kind.UNCHANGED);
          }
          Uni<Void> noted =
              owner.equals(person)
                  ? applications.note(origin.board(), List.of(new Link(id, person, all.getFirst())))
                  : Uni.createFrom().voidItem();
          return noted.chain(() -> jobApplications.begin(origin, id, report.apply(owner)));
        });
  }
}

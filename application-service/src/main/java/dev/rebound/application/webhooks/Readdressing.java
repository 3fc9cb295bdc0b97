package dev.rebound.application.webhooks;

import dev.rebound.application.addresses.VerifiedAddresses;
import dev.rebound.application.boards.BoardApplications;
import dev.rebound.application.boards.BoardApplications.Link;
import dev.rebound.application.boards.CorrectedAddresses;
import dev.rebound.application.boards.Owners;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Finds applications, and has what waits for a person wait for the address that a delivery names.
 */
@ApplicationScoped
class Readdressing {

  private final Places places;
  private final BoardApplications applications;
  private final CorrectedAddresses corrected;
  private final VerifiedAddresses addresses;
  private final Owners owners;

  /** Wired by the container. */
  @Inject
  Readdressing(
      Places places,
      BoardApplications applications,
      CorrectedAddresses corrected,
      VerifiedAddresses addresses,
      Owners owners) {
    this.places = places;
    this.applications = applications;
    this.corrected = corrected;
    this.addresses = addresses;
    this.owners = owners;
  }

  /**
   * The place of an application, with its candidate where somebody has signed in with an address
   * that is named; empty where there is none.
   *
   * @param first its id as it follows from the board's
   * @param externalId the board's id of the person
   * @param emails the person's addresses, at least one
   */
  Uni<Optional<Place>> find(String board, UUID first, String externalId, List<String> emails) {
    UUID person = applications.person(board, externalId);
    return places
        .find(board, first)
        .chain(place ->
            place.isPresent() && place.get().waitsFor(person)
                ? correct(board, first, person, emails)
                    .chain(changed ->
                        changed ? places.find(board, first) : Uni.createFrom().item(place))
                : Uni.createFrom().item(place));
  }

  private Uni<Boolean> correct(String board, UUID first, UUID person, List<String> emails) {
    List<UUID> all = emails.stream().map(addresses::pseudonym).toList();
    return owners
        .of(Set.copyOf(all), Set.of(person))
        .chain(found -> {
          if (found.owner(all, person).isEmpty()) {
            return Uni.createFrom().item(false);
          }
          Optional<UUID> signedIn =
              all.stream().filter(found.candidates()::containsKey).findFirst();
          Link link = new Link(first, person, signedIn.orElse(all.getFirst()));
          return corrected
              .note(board, List.of(link), signedIn.isPresent() ? List.of() : all)
              .map(changed -> changed > 0);
        });
  }
}

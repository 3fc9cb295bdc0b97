package dev.rebound.application.boards;

import dev.rebound.application.addresses.VerifiedAddresses;
import dev.rebound.sealing.Erasures;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Whose the applications are that boards report, by the addresses they come with. */
@ApplicationScoped
public class Owners {

  private final VerifiedAddresses verified;
  private final Erasures erasures;

  /** Wired by the container. */
  @Inject
  public Owners(VerifiedAddresses verified, Erasures erasures) {
    this.verified = verified;
    this.erasures = erasures;
  }

  /**
   * What is known of some addresses, and of the people whom a board reports with them.
   *
   * @param candidates who has signed in with an address, by its pseudonym
   * @param erased addresses of whoever asked to be forgotten and has not come back since, and
   *     people whom the board has had erased
   */
  public record Found(Map<UUID, UUID> candidates, Set<UUID> erased) {

    /**
     * Whose an application is: the candidate's who has signed in with the address, else the
     * person's who is to wait for that; empty where nothing may be kept of them.
     */
    public Optional<UUID> owner(UUID address, UUID person) {
      return owner(List.of(address), person);
    }

    /**
     * The same of a person with several addresses: the first counts that somebody has signed in
     * with. Nothing may be kept where one of them is an erased person's.
     */
    public Optional<UUID> owner(List<UUID> addresses, UUID person) {
      if (addresses.stream().anyMatch(erased::contains)) {
        return Optional.empty();
      }
      return addresses.stream()
          .filter(candidates::containsKey)
          .map(candidates::get)
          .findFirst()
          .or(() -> Optional.of(person).filter(it -> !erased.contains(it)));
    }
  }

  /**
   * Looks addresses and people up.
   *
   * @param addresses pseudonyms of addresses
   * @param people pseudonyms of a board's people
   */
  public Uni<Found> of(Set<UUID> addresses, Set<UUID> people) {
    return verified
        .candidatesOf(addresses)
        .chain(candidates -> {
          Set<UUID> others = new HashSet<>(addresses);
          others.removeAll(candidates.keySet());
          others.addAll(people);
          return erasures.among(others).map(erased -> new Found(candidates, erased));
        });
  }
}

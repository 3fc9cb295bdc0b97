package dev.rebound.application.addresses;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Roles;
import dev.rebound.sealing.KeyRing;
import dev.rebound.sealing.KeyRing.ErasedSubject;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Notes the verified address of a candidate with the first request, and again after {@link #KEPT}
 * at the earliest. A request does not fail with it.
 */
@ApplicationScoped
public class WhenSignedInThenRememberAddress {

  private static final Logger LOG = Logger.getLogger(WhenSignedInThenRememberAddress.class);
  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final int MOST_CANDIDATES = 20_000;

  private final VerifiedAddresses addresses;
  private final KeyRing keys;
  private final Instance<AddressHolder> holders;
  private final Caller caller;
  private final Cache<UUID, String> remembered =
      Caffeine.newBuilder().maximumSize(MOST_CANDIDATES).expireAfterWrite(KEPT).build();

  /** Wired by the container. */
  @Inject
  public WhenSignedInThenRememberAddress(
      VerifiedAddresses addresses,
      KeyRing keys,
      @Any Instance<AddressHolder> holders,
      Caller caller) {
    this.addresses = addresses;
    this.keys = keys;
    this.holders = holders;
    this.caller = caller;
  }

  /** Null where there is nothing to do, which lets the request go on at once. */
  @ServerRequestFilter
  public @Nullable Uni<Void> remember(RoutingContext request) {
    // Where a role is demanded the user is known by now; elsewhere nobody has looked at a token.
    if (request.user() == null || !caller.has(Roles.CANDIDATE)) {
      return null;
    }
    Optional<String> email = caller.verifiedEmail();
    return email.isEmpty() || email.get().equals(remembered.getIfPresent(caller.subject()))
        ? null
        : remember(email.get(), caller.subject());
  }

  private Uni<Void> remember(String email, UUID candidate) {
    return keys.requireLiving(candidate)
        .chain(() -> addresses.remember(email, candidate))
        .chain(() -> handOver(addresses.pseudonym(email), candidate))
        // Erased, and still signed in somewhere: nothing is noted any more.
        .onFailure(ErasedSubject.class)
        .recoverWithNull()
        .invoke(() -> remembered.put(candidate, email))
        .onFailure()
        .recoverWithUni(failure -> {
          LOG.warnf("an address was not noted: %s", failure.getClass().getSimpleName());
          return Uni.createFrom().voidItem();
        });
  }

  private Uni<Void> handOver(UUID address, UUID candidate) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (AddressHolder holder : holders) {
      done = done.chain(() -> holder.handOver(address, candidate));
    }
    return done;
  }
}

package dev.rebound.chassis.owndata;

import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Roles;
import dev.rebound.sealing.PostgresKeyRing;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses candidates who were erased, and whose accounts and tokens live on: what is left of them
 * is codes without words, which are nobody's to read. The erasure itself may be asked for again,
 * and how far it is.
 */
@ApplicationScoped
public class WhenErasedThenRefuse {

  private static final Set<String> OPEN = Set.of("/api/v1/me", "/api/v1/me/erasure");

  private final PostgresKeyRing keys;
  private final Caller caller;

  /** Wired by the container. */
  @Inject
  public WhenErasedThenRefuse(PostgresKeyRing keys, Caller caller) {
    this.keys = keys;
    this.caller = caller;
  }

  /** Null where the key is in memory, as it mostly is, which lets the request go on at once. */
  @ServerRequestFilter
  public @Nullable Uni<Void> refuse(RoutingContext request) {
    // Where a role is demanded the user is known by now; elsewhere nobody has looked at a token.
    if (request.user() == null || !caller.has(Roles.CANDIDATE)) {
      return null;
    }
    UUID candidate = caller.subject();
    return keys.keeps(candidate) || OPEN.contains(request.normalizedPath())
        ? null
        : keys.requireLiving(candidate);
  }
}

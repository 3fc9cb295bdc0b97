package dev.rebound.web.session;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Reads the session of a request. */
@ApplicationScoped
public class Session {

  /** What the cookies of a session are called, whole or in parts. */
  static final String COOKIE = "q_session";

  /** Whether the request brings a session along, valid or not; nobody is asked. */
  public static boolean presentIn(HttpServerRequest request) {
    return request.cookies().stream().anyMatch(cookie -> cookie.getName().startsWith(COOKIE));
  }

  /**
   * Whose session it is, with tokens that are good for at least some seconds more: they are
   * refreshed on the way when that is due.
   *
   * @return fails when there is no session, when it has ended, and, see {@link #unreachable}, when
   *     Keycloak would have to say but cannot be reached
   */
  public Uni<SignedIn> of(RoutingContext context) {
    return identity(context).map(Session::signedIn);
  }

  /** The same with everything that the session holds. */
  Uni<SecurityIdentity> identity(RoutingContext context) {
    // The framework's own handler would answer a failure by sending people to Keycloak.
    context.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
    return QuarkusHttpUser.getSecurityIdentity(context, null)
        .onItem()
        .ifNull()
        .failWith(AuthenticationFailedException::new);
  }

  private static SignedIn signedIn(SecurityIdentity identity) {
    AccessTokenCredential token = identity.getCredential(AccessTokenCredential.class);
    if (identity.isAnonymous() || token == null) {
      throw new AuthenticationFailedException();
    }
    return new SignedIn(
        subject(identity), name(identity), identity.getRoles(), board(identity), token.getToken());
  }

  private static String subject(SecurityIdentity identity) {
    return identity.getPrincipal() instanceof JsonWebToken claims ? claims.getSubject() : "";
  }

  private static @Nullable String board(SecurityIdentity identity) {
    return identity.getPrincipal() instanceof JsonWebToken claims
            && claims.getClaim("board") instanceof String board
            && !board.isBlank()
        ? board
        : null;
  }

  private static String name(SecurityIdentity identity) {
    if (identity.getPrincipal() instanceof JsonWebToken claims
        && claims.getClaim("given_name") instanceof String given
        && !given.isBlank()) {
      return given;
    }
    return identity.getPrincipal().getName();
  }

  /** Whether a session could not be read because Keycloak did not answer, rather than refused. */
  public static boolean unreachable(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException
          || cause instanceof TimeoutException
          || cause instanceof OIDCException) {
        return true;
      }
    }
    return false;
  }
}

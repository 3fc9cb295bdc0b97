package dev.rebound.chassis.http;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Problems for callers without a valid token, and for callers who may not.
 *
 * <p>The problem library's own mappers of these do not link against Quarkus 3.33.2, so these come
 * before them.
 */
public final class AuthenticationProblems {

  private static final int FIRST = 1;

  /** No token where one is needed. */
  @ServerExceptionMapper(priority = FIRST)
  public Response unauthorized(UnauthorizedException missing) {
    return challenge();
  }

  /** A token that does not hold. */
  @ServerExceptionMapper(priority = FIRST)
  public Response failed(AuthenticationFailedException refused) {
    return challenge();
  }

  /** A caller without the role. */
  @ServerExceptionMapper(priority = FIRST)
  public Response forbidden(ForbiddenException refused) {
    return Problems.forbidden("Your role does not allow this.").toResponse();
  }

  private static Response challenge() {
    return Response.fromResponse(Problems.unauthorized().toResponse())
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .build();
  }
}

package dev.rebound.chassis.http;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
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
  public Response unauthorized(UnauthorizedException missing, UriInfo uri) {
    return challenge(uri);
  }

  /** A token that does not hold. */
  @ServerExceptionMapper(priority = FIRST)
  public Response failed(AuthenticationFailedException refused, UriInfo uri) {
    return challenge(uri);
  }

  /** A caller without the role. */
  @ServerExceptionMapper(priority = FIRST)
  public Response forbidden(ForbiddenException refused, UriInfo uri) {
    return Problems.answer(Problems.forbidden("Your role does not allow this."), uri);
  }

  private static Response challenge(UriInfo uri) {
    return Response.fromResponse(Problems.answer(Problems.unauthorized(), uri))
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .build();
  }
}

package dev.rebound.web.edge;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationCompletionException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Makes a plain page of everything that goes wrong outside the API. */
@ApplicationScoped
public class PlainErrors {

  private static final Logger LOG = Logger.getLogger(PlainErrors.class);

  void register(@Observes Router router) {
    router.route().last().handler(PlainErrors::notFound);
  }

  private static void notFound(RoutingContext context) {
    context
        .response()
        .setStatusCode(404)
        .putHeader("Content-Type", "text/html;charset=UTF-8")
        .end(Page.NOT_FOUND.html());
  }

  @ServerExceptionMapper
  Response notFound(NotFoundException nothing) {
    return Page.answer(Status.NOT_FOUND, Page.NOT_FOUND);
  }

  /** What REST refuses by itself, such as a method that a page does not have, keeps its status. */
  @ServerExceptionMapper
  Response refused(WebApplicationException refusal) {
    return Response.status(refusal.getResponse().getStatus())
        .type("text/html;charset=UTF-8")
        .entity(Page.NOT_FOUND.html())
        .build();
  }

  /** Keycloak's answer did not fit the question, most often because the page was long open. */
  @ServerExceptionMapper
  Response notSignedIn(AuthenticationCompletionException failure) {
    return Page.answer(Status.UNAUTHORIZED, Page.SIGN_IN_FAILED);
  }

  @ServerExceptionMapper
  Response keycloakAway(OIDCException failure) {
    LOG.warnf("Keycloak cannot be asked: %s", failure.getMessage());
    return Page.answer(Status.SERVICE_UNAVAILABLE, Page.UNAVAILABLE);
  }

  /**
   * Makes pages of the framework's own two words for not being signed in: with a challenge,
   * somebody came back from Keycloak with an answer to nothing; without one, Keycloak is away, and
   * there is nowhere to send people.
   */
  @ServerResponseFilter
  void notSignedIn(ContainerResponseContext answer) {
    if (answer.getStatus() != 401 || MediaType.TEXT_HTML_TYPE.isCompatible(type(answer))) {
      return;
    }
    boolean challenged = answer.getHeaders().containsKey("WWW-Authenticate");
    Page page = challenged ? Page.SIGN_IN_FAILED : Page.UNAVAILABLE;
    answer.setStatus(challenged ? 401 : 503);
    answer.setEntity(page.html(), null, MediaType.TEXT_HTML_TYPE);
  }

  private static MediaType type(ContainerResponseContext answer) {
    return Objects.requireNonNullElse(answer.getMediaType(), MediaType.TEXT_PLAIN_TYPE);
  }

  @ServerExceptionMapper
  Response broken(Exception failure) {
    LOG.error("A page could not be made", failure);
    return Page.answer(Status.INTERNAL_SERVER_ERROR, Page.BROKEN);
  }
}

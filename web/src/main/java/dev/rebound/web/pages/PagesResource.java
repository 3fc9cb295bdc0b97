package dev.rebound.web.pages;

import dev.rebound.web.edge.Page;
import dev.rebound.web.session.Destination;
import dev.rebound.web.session.Session;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The addresses of the pages, below the start. */
@Path("/")
public class PagesResource {

  private final Session session;
  private final PageDocument document;

  PagesResource(Session session, PageDocument document) {
    this.session = session;
    this.document = document;
  }

  /** The page for whoever is signed in; everybody else is sent to sign in, and then back here. */
  @GET
  @Path("{page:" + Destination.PAGES + "}")
  @PermitAll
  @Produces(MediaType.TEXT_HTML)
  public Uni<Response> page(RoutingContext context) {
    String path = String.valueOf(context.request().path());
    String query = context.request().query();
    if (!Session.presentIn(context.request())) {
      return Uni.createFrom().item(() -> Destination.signInFor(path, query));
    }
    return session
        .of(context)
        .map(person -> document.of(person, context.response()))
        .onFailure()
        .recoverWithItem(failure ->
            Session.unreachable(failure)
                ? Page.answer(Response.Status.SERVICE_UNAVAILABLE, Page.UNAVAILABLE)
                : Destination.signInFor(path, query));
  }
}

package dev.rebound.web.start;

import dev.rebound.web.pages.PageDocument;
import dev.rebound.web.session.Session;
import dev.rebound.web.session.SignedIn;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collections;
import java.util.Set;

/**
 * The start: what Rebound is for those outside, and the first of their pages for everybody else.
 */
@Path("/")
public class StartResource {

  private static final Set<String> WITH_PAGES = Set.of("candidate", "recruiter", "board-admin");

  private static final String ENDED = "Your session has ended. Sign in to go on.";

  /** Nobody has been signed out: the next try may find the session as it was. */
  private static final String AWAY =
      "Signing in is not possible right now. Nothing is lost; please try again in a minute.";

  @CheckedTemplate(basePath = "start")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance welcome(String note);

    static native TemplateInstance member(String name, String note);
  }

  private final Session session;
  private final PageDocument document;

  StartResource(Session session, PageDocument document) {
    this.session = session;
    this.document = document;
  }

  /** The page; where the session has ended or cannot be read it is the one for those outside. */
  @GET
  @PermitAll
  @Produces(MediaType.TEXT_HTML)
  public Uni<Response> page(RoutingContext context) {
    if (!Session.presentIn(context.request())) {
      return outside("");
    }
    return session
        .of(context)
        .map(person -> own(person, context))
        .onFailure()
        .recoverWithUni(failure -> outside(Session.unreachable(failure) ? AWAY : ENDED));
  }

  private static Uni<Response> outside(String note) {
    return Uni.createFrom().item(() -> Response.ok(Templates.welcome(note).render()).build());
  }

  private Response own(SignedIn person, RoutingContext context) {
    return Collections.disjoint(person.roles(), WITH_PAGES)
        ? Response.ok(
                Templates.member(
                        person.name(), "There is no page for your role. The API is open to you.")
                    .render())
            .build()
        : document.of(person, context.response());
  }
}

package dev.rebound.web.start;

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
import java.util.Optional;

/** The start page, different by who looks at it. */
@Path("/")
public class StartResource {

  @CheckedTemplate(basePath = "start")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance welcome(String note);

    static native TemplateInstance candidate(String name, Figures.Overview overview);

    static native TemplateInstance member(String name, String note);
  }

  private final Session session;
  private final Figures figures;

  StartResource(Session session, Figures figures) {
    this.session = session;
    this.figures = figures;
  }

  /** The page; with a session that has ended it is the one for those outside, and says so. */
  @GET
  @PermitAll
  @Produces(MediaType.TEXT_HTML)
  public Uni<TemplateInstance> page(RoutingContext context) {
    if (!Session.presentIn(context.request())) {
      return Uni.createFrom().item(() -> Templates.welcome(""));
    }
    return session
        .of(context)
        .map(Optional::of)
        .onFailure()
        .recoverWithUni(failure -> Uni.createFrom().item(Optional.empty()))
        .chain(signedIn -> signedIn.map(this::own).orElseGet(StartResource::ended));
  }

  private static Uni<TemplateInstance> ended() {
    return Uni.createFrom()
        .item(() -> Templates.welcome("Your session has ended. Sign in to go on."));
  }

  private Uni<TemplateInstance> own(SignedIn person) {
    String bearer = "Bearer " + person.accessToken();
    if (person.roles().contains("candidate")) {
      return figures.ofCandidate(bearer).map(it -> Templates.candidate(person.name(), it));
    }
    if (person.roles().contains("recruiter")) {
      return figures
          .openOfBoard(bearer)
          .map(open ->
              Templates.member(
                  person.name(),
                  open.map(StartResource::waiting)
                      .orElse(
                          "The requests of your board cannot be shown at the moment. Nothing is lost; look"
                              + " again in a minute.")));
    }
    return Uni.createFrom()
        .item(() ->
            Templates.member(
                person.name(), "There is no page for your role yet. The API is open to you."));
  }

  private static String waiting(long open) {
    return open == 1
        ? "One request for feedback waits for an answer from your board."
        : open + " requests for feedback wait for an answer from your board.";
  }
}

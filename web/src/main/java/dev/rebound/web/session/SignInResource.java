package dev.rebound.web.session;

import dev.rebound.web.edge.Page;
import io.quarkus.oidc.OidcSession;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Signing in and out. */
@Path("/")
public class SignInResource {

  static final String FAILED = "/login/failed";

  private static final URI HOME = URI.create("/");

  private static final Logger LOG = Logger.getLogger(SignInResource.class);

  private final Session session;
  private final OidcSession cookies;
  private final SignOut signOut;

  SignInResource(Session session, OidcSession cookies, SignOut signOut) {
    this.session = session;
    this.cookies = cookies;
    this.signOut = signOut;
  }

  /** Sends whoever is not signed in to Keycloak, and everybody else to where they wanted to go. */
  @GET
  @Path("login")
  @RolesAllowed("**")
  public Response signIn(@CookieParam(Destination.COOKIE) @Nullable String wanted) {
    return Destination.reached(wanted);
  }

  /** Where Keycloak sends people who could not or would not sign in. */
  @GET
  @Path("login/failed")
  @PermitAll
  public Response failed() {
    return Page.answer(Response.Status.UNAUTHORIZED, Page.SIGN_IN_FAILED);
  }

  /** Ends the session here and at Keycloak, whether or not Keycloak can be reached. */
  @POST
  @Path("logout")
  @PermitAll
  public Uni<Response> signOut(RoutingContext context) {
    if (!SameOrigin.allows(context.request())) {
      return Uni.createFrom().item(Page.answer(Response.Status.FORBIDDEN, Page.CROSS_SITE));
    }
    Response home = Response.seeOther(HOME).build();
    if (!Session.presentIn(context.request())) {
      return Uni.createFrom().item(home);
    }
    return session
        .identity(context)
        .chain(signOut::atKeycloak)
        .onFailure()
        .invoke(failure -> LOG.warnf("A session may live on at Keycloak: %s", failure.toString()))
        .onFailure()
        .recoverWithNull()
        .chain(cookies::logout)
        .replaceWith(home);
  }
}

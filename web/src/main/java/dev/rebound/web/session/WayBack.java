package dev.rebound.web.session;

import dev.rebound.web.edge.Page;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Stops who comes back from Keycloak with an answer to a question that this browser did not ask, or
 * whose cookie it did not keep. The framework would ask Keycloak again, which answers at once, and
 * so on: a browser without cookies would go round in circles.
 */
@ApplicationScoped
class WayBack {

  /** What the cookies begin with that hold what was asked; they end with its state. */
  static final String ASKED = "q_auth";

  private static final int AFTER_THE_EDGE = 1_000;

  void register(@Observes Filters filters) {
    filters.register(WayBack::check, AFTER_THE_EDGE);
  }

  private static void check(RoutingContext context) {
    HttpServerRequest request = context.request();
    String state = request.getParam("state");
    if (SignInSettings.SIGN_IN.equals(request.path())
        && state != null
        && !Session.presentIn(request)
        && !askedHere(request, state)) {
      context
          .response()
          .setStatusCode(401)
          .putHeader("Content-Type", "text/html;charset=UTF-8")
          .end(Page.SIGN_IN_FAILED.html());
      return;
    }
    context.next();
  }

  private static boolean askedHere(HttpServerRequest request, String state) {
    return request.cookies().stream()
        .anyMatch(it -> it.getName().startsWith(ASKED) && it.getName().endsWith(state));
  }
}

package dev.rebound.web.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Keeps figures and health ({@code /q}) to who watches from inside: what came through a gateway
 * says so in its headers, and finds nothing there.
 */
@ApplicationScoped
public class InsideOnly {

  private static final String WATCHED = "/q/";

  /** What gateways and ingress controllers add; nobody outside can have them leave it out. */
  private static final List<String> CAME_THROUGH =
      List.of("X-Forwarded-For", "X-Forwarded-Host", "Forwarded");

  void register(@Observes Filters filters) {
    filters.register(this::guard, PathGuard.FIRST - 1);
  }

  private void guard(RoutingContext context) {
    String path = context.request().path();
    if (path != null
        && path.startsWith(WATCHED)
        && CAME_THROUGH.stream().anyMatch(context.request().headers()::contains)) {
      Problem.notFound().answer(context);
      return;
    }
    context.next();
  }
}

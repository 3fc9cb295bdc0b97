package dev.rebound.web.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The first filter of all: refuses paths that two readers could read in two ways.
 *
 * <p>Whose path it is decides which service a request goes to and whether a session goes with it,
 * so this application, the framework and the services must never read it differently
 * (CVE-2026-50559 is one such difference).
 */
@ApplicationScoped
public class PathGuard {

  static final int FIRST = 10_000;

  private static final Pattern CONFUSING =
      Pattern.compile(
          "[;\\\\\\x00-\\x20\\x7f-\\uffff]|//|%(3b|2f|5c|25|[01][0-9a-f]|7f)"
              + "|(^|/)(\\.|%2e){1,2}(/|$)");

  void register(@Observes Filters filters) {
    filters.register(this::guard, FIRST);
  }

  /** Whether the path, as it stands in the request line, is read alike by everybody. */
  static boolean plain(String path) {
    return path.startsWith("/") && !CONFUSING.matcher(path.toLowerCase(Locale.ROOT)).find();
  }

  private void guard(RoutingContext context) {
    String path = context.request().path();
    if (path == null || !plain(path)) {
      Problem.confusingPath().answer(context);
      return;
    }
    context.next();
  }
}

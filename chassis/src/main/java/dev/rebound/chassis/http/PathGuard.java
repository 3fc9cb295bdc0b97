package dev.rebound.chassis.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The first filter of all: refuses paths that two readers could read in two ways, and puts the
 * security headers on every answer.
 *
 * <p>Quarkus 3.33.2 matches path policies on a path that still has some characters encoded
 * (CVE-2026-50559). Authorisation here is by annotation and does not depend on it; this filter
 * leaves nothing to confuse.
 */
@ApplicationScoped
public class PathGuard {

  private static final int FIRST = 10_000;
  private static final Pattern CONFUSING =
      Pattern.compile(";|//|\\\\|%(3b|2f|5c|00|25)|(^|/)(\\.|%2e){1,2}(/|$)");

  void register(@Observes Filters filters) {
    filters.register(this::guard, FIRST);
  }

  private void guard(RoutingContext context) {
    HttpServerResponse response = context.response();
    response
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Cache-Control", "no-store")
        .putHeader("Referrer-Policy", "no-referrer");
    String path = context.request().path();
    if (path == null || CONFUSING.matcher(path.toLowerCase(Locale.ROOT)).find()) {
      ProblemWriter.write(
          context, 400, "Bad Request", "path", "The path has characters that are not allowed.");
      return;
    }
    context.next();
  }
}

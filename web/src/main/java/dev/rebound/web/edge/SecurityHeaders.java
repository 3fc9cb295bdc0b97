package dev.rebound.web.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Puts the security headers on every answer of this origin.
 *
 * <p>Pages load their own files only and nothing inline, talk to this origin only, and are framed
 * by nobody. Nothing is kept by caches but the files under {@code /assets/}.
 */
@ApplicationScoped
public class SecurityHeaders {

  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none';"
          + " require-trusted-types-for 'script'";

  private final Map<String, String> headers = new LinkedHashMap<>();

  SecurityHeaders(@ConfigProperty(name = "rebound.development") boolean development) {
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Content-Security-Policy", CONTENT_POLICY);
    headers.put("X-Frame-Options", "DENY");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if (!development) {
      headers.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
  }

  void register(@Observes Filters filters) {
    filters.register(this::add, PathGuard.FIRST + 1);
  }

  private void add(RoutingContext context) {
    MultiMap response = context.response().headers();
    headers.forEach(response::set);
    String path = context.request().path();
    if (path == null || !path.startsWith("/assets/")) {
      response.set("Cache-Control", "no-store");
    }
    context.next();
  }

  /** Takes out of a service's answer what this origin says itself, so that it is said once. */
  public void removeOwnFrom(MultiMap answer) {
    headers.keySet().forEach(answer::remove);
    answer.remove("Cache-Control");
  }
}

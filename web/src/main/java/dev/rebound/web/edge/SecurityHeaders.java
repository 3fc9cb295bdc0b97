package dev.rebound.web.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Puts the security headers on every answer of this origin.
 *
 * <p>Pages load their own files only and nothing inline, talk to this origin only, and are framed
 * by nobody. Nothing is kept by caches but the files under {@code /assets/}, and for good those
 * whose name says what is in them.
 */
@ApplicationScoped
public class SecurityHeaders {

  /** The header that says what a page may load and run. */
  public static final String CONTENT_POLICY = "Content-Security-Policy";

  /** A file of the pages: its name ends in the hash of its content, so it never changes. */
  private static final Pattern NAMED_BY_CONTENT =
      Pattern.compile("/assets/[^/]+-[\\w-]{8}\\.[a-z0-9]+");

  private static final int OK = 200;

  private final Map<String, String> headers = new LinkedHashMap<>();

  SecurityHeaders(@ConfigProperty(name = "rebound.development") boolean development) {
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put(CONTENT_POLICY, policy("style-src 'self'"));
    headers.put("X-Frame-Options", "DENY");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if (!development) {
      headers.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
  }

  /**
   * What a page may load and run whose script makes style sheets.
   *
   * @param nonce what those carry: Base64, new for every answer
   */
  public static String contentPolicy(String nonce) {
    return policy("style-src 'self' 'nonce-" + nonce + "'");
  }

  private static String policy(String styles) {
    return "default-src 'none'; script-src 'self'; "
        + styles
        + "; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
        + " frame-ancestors 'none'; require-trusted-types-for 'script'";
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
    } else if (NAMED_BY_CONTENT.matcher(path).matches()) {
      context.addHeadersEndHandler(_ -> keepForGood(context));
    }
    context.next();
  }

  private static void keepForGood(RoutingContext context) {
    if (context.response().getStatusCode() == OK) {
      context.response().headers().set("Cache-Control", "public, max-age=31536000, immutable");
    }
  }

  /** Takes out of a service's answer what this origin says itself, so that it is said once. */
  public void removeOwnFrom(MultiMap answer) {
    headers.keySet().forEach(answer::remove);
    answer.remove("Cache-Control");
  }
}

package dev.rebound.web.session;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request that acts with a session comes from a page of this origin.
 *
 * <p>Browsers say with a changing request where it comes from, in {@code Sec-Fetch-Site}, or in
 * {@code Origin} if they are old; pages cannot touch either. The first is believed first: a form of
 * a page without referrer, as ours are, has the origin {@code null}. A cookie without either header
 * does not come from a browser's page and is not trusted. The cookie's SameSite attribute is the
 * second line.
 */
public final class SameOrigin {

  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private SameOrigin() {}

  /** Whether the request only reads, or comes from a page of this origin. */
  public static boolean allows(HttpServerRequest request) {
    return SAFE.contains(request.method())
        || samePage(
            request.getHeader("Sec-Fetch-Site"),
            request.getHeader("Origin"),
            String.valueOf(request.authority()));
  }

  static boolean samePage(@Nullable String site, @Nullable String origin, String authority) {
    if (site != null) {
      return site.equals("same-origin");
    }
    return origin != null && authority(origin).equals(authority.toLowerCase(Locale.ROOT));
  }

  private static String authority(String origin) {
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority == null ? "" : authority.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException unreadable) {
      return "";
    }
  }
}

package dev.rebound.web.session;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody wanted to go who had to sign in first. It is kept in a cookie of the browser for
 * that long, and believed only where it is the address of a page of ours.
 */
public final class Destination {

  /** What the addresses of the pages look like. */
  public static final String PAGES =
      "(?:applications|feedback|insights|growth-plan|search|data|inbox|board|signed-in)"
          + "(?:/[0-9a-z-]+)*/?";

  static final String COOKIE = "rebound_to";

  /** What may follow them: pairs, encoded as a browser does, and no more than a filter is long. */
  private static final String QUERY = "(?:\\?(?:[\\w=&.~+-]|%[0-9A-Fa-f]{2}){1,1000})?";

  private static final Pattern PAGE = Pattern.compile("/" + PAGES + QUERY);
  private static final URI START = URI.create("/");

  /** How long signing in, or registering, may take. */
  private static final Duration KEPT = Duration.ofMinutes(20);

  private Destination() {}

  /**
   * Sends somebody to sign in who wanted to go to this path.
   *
   * @param query what the page was asked for, as it came; left out where it is not what ours write
   */
  public static Response signInFor(String path, @Nullable String query) {
    String whole = query == null ? path : path + "?" + query;
    String wanted = PAGE.matcher(whole).matches() ? whole : path;
    return Response.seeOther(URI.create(SignInSettings.SIGN_IN))
        .cookie(cookie(wanted, (int) KEPT.toSeconds()))
        .build();
  }

  /** Sends somebody who has signed in to where they wanted to go: this, if it is a page of ours. */
  static Response reached(@Nullable String wanted) {
    if (wanted == null) {
      return Response.seeOther(START).build();
    }
    URI to = PAGE.matcher(wanted).matches() ? URI.create(wanted) : START;
    return Response.seeOther(to).cookie(cookie("", 0)).build();
  }

  private static NewCookie cookie(String value, int seconds) {
    return new NewCookie.Builder(COOKIE)
        .value(value)
        .path(SignInSettings.SIGN_IN)
        .maxAge(seconds)
        .httpOnly(true)
        .sameSite(SameSite.LAX)
        .build();
  }
}

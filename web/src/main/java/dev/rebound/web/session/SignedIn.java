package dev.rebound.web.session;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a session.
 *
 * @param subject who it is, as the services know them
 * @param name what to call them
 * @param roles the realm's roles they have
 * @param board the board they act for, where there is one
 * @param accessToken what the services take as proof; never shown, logged or sent to the browser
 */
public record SignedIn(
    String subject, String name, Set<String> roles, @Nullable String board, String accessToken) {

  /** Roles only: neither who it is nor the token belongs into a log. */
  @Override
  public String toString() {
    return "SignedIn" + roles;
  }
}

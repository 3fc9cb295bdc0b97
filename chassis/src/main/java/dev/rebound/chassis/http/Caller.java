package dev.rebound.chassis.http;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who is calling, by the verified access token. Only for routes that demand a role: elsewhere there
 * may be nobody.
 */
@RequestScoped
public class Caller {

  private final JsonWebToken token;
  private final SecurityIdentity identity;

  /** One caller a request. */
  @Inject
  public Caller(JsonWebToken token, SecurityIdentity identity) {
    this.token = token;
    this.identity = identity;
  }

  /** The user's id, which owns whatever the user records. */
  public UUID subject() {
    try {
      return UUID.fromString(token.getSubject());
    } catch (IllegalArgumentException | NullPointerException strange) {
      throw Problems.forbidden("The token names no user.");
    }
  }

  /** The e-mail address, where the identity provider has verified it. */
  public Optional<String> verifiedEmail() {
    boolean verified =
        token.claim("email_verified").map(Object::toString).map("true"::equals).orElse(false);
    return verified ? token.claim("email").map(Object::toString) : Optional.empty();
  }

  /** The full name, where there is one. */
  public Optional<String> name() {
    return token.claim("name").map(Object::toString).map(String::strip).filter(it -> !it.isEmpty());
  }

  /** The board whose recruiter, administrator or machine this is. */
  public Optional<String> board() {
    return token.claim("board").map(Object::toString).filter(board -> !board.isBlank());
  }

  /**
   * Keeps boards apart: to whoever acts for one, the others do not exist. Fails with 404 where the
   * caller acts for another board than this, or for none.
   */
  public void demandBoard(String board) {
    if (board().filter(board::equals).isEmpty()) {
      throw Problems.notFound();
    }
  }

  /** Whether the caller has a role of {@link Roles}. */
  public boolean has(String role) {
    return identity.hasRole(role);
  }
}

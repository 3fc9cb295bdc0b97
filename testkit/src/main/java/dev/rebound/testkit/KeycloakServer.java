package dev.rebound.testkit;

import dev.rebound.localstack.KeycloakClient;
import dev.rebound.localstack.KeycloakClient.Candidate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A Keycloak with the development realm and its demo accounts. Others use it at the same time: make
 * candidates of your own, and change nothing else.
 *
 * @param url its address, without a path
 */
public record KeycloakServer(String url) {

  /** One for each address: it keeps the administrator's token between its calls. */
  private static final Map<String, KeycloakClient> CLIENTS = new ConcurrentHashMap<>();

  /** The realm's address, which is the issuer of its tokens. */
  public String realmUrl() {
    return url + "/realms/rebound";
  }

  /** An access token of a demo account, or of a candidate by its name; good for five minutes. */
  public String token(String user) {
    return client().token(user);
  }

  /** An access token of a board's machine: {@code acme} or {@code globex}. */
  public String clientToken(String board) {
    return client().clientToken(board);
  }

  /** A candidate that no other test knows. */
  public Candidate newCandidate() {
    return client().newCandidate();
  }

  /** For what is not here. */
  public KeycloakClient client() {
    return CLIENTS.computeIfAbsent(url, KeycloakClient::new);
  }
}

package dev.rebound.web.session;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.RefreshToken;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.MultiMap;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Ends the session at Keycloak, from here and with this client's secret.
 *
 * <p>The other way, sending the browser to Keycloak's page, needs an ID token in the address to go
 * without a question, and no token is to leave this side.
 */
@ApplicationScoped
class SignOut {

  private static final Logger LOG = Logger.getLogger(SignOut.class);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final WebClient client;
  private final String secret;

  SignOut(Vertx vertx, @ConfigProperty(name = "rebound.web.client-secret") String secret) {
    this.client = WebClient.create(vertx);
    this.secret = secret;
  }

  /** Ends it; when that fails, what is left lapses by itself within the realm's idle time. */
  Uni<Void> atKeycloak(SecurityIdentity identity) {
    RefreshToken token = identity.getCredential(RefreshToken.class);
    OidcConfigurationMetadata realm = identity.getAttribute(OidcUtils.CONFIG_METADATA_ATTRIBUTE);
    if (token == null || realm == null) {
      return Uni.createFrom().voidItem();
    }
    MultiMap form =
        MultiMap.caseInsensitiveMultiMap()
            .add("client_id", SignInSettings.CLIENT)
            .add("client_secret", secret)
            .add("refresh_token", token.getToken());
    return client
        .postAbs(realm.getEndSessionUri())
        .sendForm(form)
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .invoke(answer -> {
          if (answer.statusCode() >= 400) {
            LOG.warnf("Keycloak did not end a session: status %d", answer.statusCode());
          }
        })
        .replaceWithVoid();
  }
}

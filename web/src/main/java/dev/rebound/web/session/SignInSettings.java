package dev.rebound.web.session;

import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.common.runtime.config.OidcClientCommonConfig.Credentials.Secret.Method;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.OidcTenantConfig.Authentication.CookieSameSite;
import io.quarkus.oidc.runtime.OidcTenantConfig.Roles.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How people sign in: authorization code flow with PKCE against the realm, tokens kept in an
 * encrypted, http-only cookie.
 *
 * <p>The cookie is {@code Lax}, not {@code Strict}: the way back from Keycloak is a navigation from
 * another site, and would arrive without the cookies it needs. What {@code Lax} leaves open, {@link
 * SameOrigin} closes.
 */
@ApplicationScoped
class SignInSettings {

  /** Where signing in starts, and where Keycloak sends people back to. */
  static final String SIGN_IN = "/login";

  static final String CLIENT = "rebound-web";

  /** How long a session may be left alone; the realm ends idle ones earlier. */
  private static final Duration KEPT = Duration.ofHours(10);

  void set(
      @Observes Oidc oidc,
      @ConfigProperty(name = "rebound.realm-url") String realm,
      @ConfigProperty(name = "rebound.web.client-secret") String clientSecret,
      @ConfigProperty(name = "rebound.session-secret") String sessionSecret,
      @ConfigProperty(name = "rebound.session.refresh-before") Duration refreshBefore,
      @ConfigProperty(name = "rebound.development") boolean development) {
    oidc.create(
        OidcTenantConfig.authServerUrl(realm)
            .clientId(CLIENT)
            // In the form: in a header, Keycloak would read a secret's '+' as a space.
            .credentials()
            .clientSecret(clientSecret, Method.POST)
            .end()
            .applicationType(ApplicationType.WEB_APP)
            .roles(Source.accesstoken)
            .authentication()
            .pkceRequired()
            .nonceRequired()
            .stateSecret(sessionSecret)
            .redirectPath(SIGN_IN)
            .removeRedirectParameters()
            .errorPath(SignInResource.FAILED)
            .cookieForceSecure(!development)
            .forceRedirectHttpsScheme(!development)
            .cookieSameSite(CookieSameSite.LAX)
            .sessionAgeExtension(KEPT)
            .end()
            .token()
            .refreshExpired()
            .refreshTokenTimeSkew(refreshBefore)
            .end()
            .tokenStateManager()
            .encryptionRequired()
            .encryptionSecret(sessionSecret)
            .end()
            .build());
  }
}

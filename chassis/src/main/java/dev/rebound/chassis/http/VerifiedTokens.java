package dev.rebound.chassis.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a token once and remembers for {@link #KEPT} at most that it held: the signature alone
 * costs as much as the rest of a short request. What did not hold is verified again each time, and
 * what has expired counts no more.
 *
 * <p>Known by a hash, so that no token stays in memory.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class VerifiedTokens implements HttpAuthenticationMechanism {

  /** How much longer than it should a token may hold that was signed with a withdrawn key. */
  private static final Duration KEPT = Duration.ofSeconds(60);

  private static final int MOST_TOKENS = 20_000;
  private static final String BEARER = "Bearer ";

  /** Header, claims and signature, none of them empty. */
  private static final Pattern SIGNED = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

  private final OidcAuthenticationMechanism oidc;
  private final Clock clock;
  private final Cache<String, Verified> verified =
      Caffeine.newBuilder().maximumSize(MOST_TOKENS).expireAfterWrite(KEPT).build();

  /** Wired by the container. */
  @Inject
  public VerifiedTokens(OidcAuthenticationMechanism oidc, Clock clock) {
    this.oidc = oidc;
    this.clock = clock;
  }

  private record Verified(SecurityIdentity identity, Instant until) {}

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager providers) {
    @Nullable String header = request.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return oidc.authenticate(request, providers);
    }
    if (!SIGNED.matcher(header.substring(BEARER.length()).strip()).matches()) {
      // What verifies tokens takes some of these apart before it looks, and fails.
      return Uni.createFrom().failure(new AuthenticationFailedException());
    }
    String hash = hash(header);
    @Nullable Verified known = verified.getIfPresent(hash);
    if (known != null && clock.instant().isBefore(known.until())) {
      return Uni.createFrom().item(known.identity());
    }
    return oidc.authenticate(request, providers).invoke(identity -> remember(hash, identity));
  }

  private void remember(String hash, @Nullable SecurityIdentity identity) {
    if (identity != null && identity.getPrincipal() instanceof JsonWebToken token) {
      verified.put(
          hash,
          new Verified(withoutRequest(identity), Instant.ofEpochSecond(token.getExpirationTime())));
    }
  }

  /** The same caller without the request it was made for, which would be kept in memory with it. */
  private static SecurityIdentity withoutRequest(SecurityIdentity identity) {
    QuarkusSecurityIdentity.Builder same =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(identity.getPrincipal())
            .addRoles(identity.getRoles())
            .addCredentials(identity.getCredentials());
    identity
        .getAttributes()
        .forEach((name, value) -> {
          if (!(value instanceof RoutingContext)) {
            same.addAttribute(name, value);
          }
        });
    return same.build();
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext request) {
    return oidc.getChallenge(request);
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return oidc.getCredentialTypes();
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
    return oidc.getCredentialTransport(request);
  }

  @Override
  public int getPriority() {
    return oidc.getPriority();
  }

  private static String hash(String header) {
    return HexFormat.of().formatHex(Sha256.of(header.getBytes(StandardCharsets.UTF_8)));
  }
}

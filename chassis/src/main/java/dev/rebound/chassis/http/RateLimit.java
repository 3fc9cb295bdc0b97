package dev.rebound.chassis.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * So many requests a minute for each user, and for each address where there is no user. Kept in
 * memory, so a service with several replicas allows each its share.
 */
@ApplicationScoped
public class RateLimit {

  private static final int MOST_CALLERS = 100_000;

  private final LoadingCache<String, Bucket> buckets;

  /** Sets the limits. */
  @Inject
  public RateLimit(
      @ConfigProperty(name = "rebound.limits.user-per-minute", defaultValue = "1200") int user,
      @ConfigProperty(name = "rebound.limits.address-per-minute", defaultValue = "600")
          int address) {
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build(caller -> bucket(caller.startsWith("user ") ? user : address));
  }

  /** Refuses a request too many with 429. */
  @ServerRequestFilter
  public void limit(RoutingContext request) {
    ConsumptionProbe probe = buckets.get(caller(request)).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw Problems.tooManyRequests(
          TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1);
    }
  }

  private static String caller(RoutingContext request) {
    // Where a role is demanded the user is known by now; elsewhere nobody has looked at a token.
    if (request.user() instanceof QuarkusHttpUser user
        && !user.getSecurityIdentity().isAnonymous()) {
      return "user " + user.getSecurityIdentity().getPrincipal().getName();
    }
    SocketAddress address = request.request().remoteAddress();
    return "address " + (address == null ? "unknown" : address.hostAddress());
  }

  private static Bucket bucket(int perMinute) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .build();
  }
}

package dev.rebound.chassis.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * So many requests a minute for each user, for all who act for one board together, and for each
 * address where there is no user. A delivery of a vendor's counts once its signature was looked at:
 * for its board where it holds, and else for the address. Kept in memory, so a service with several
 * replicas allows each its share.
 */
@ApplicationScoped
public class RateLimit {

  private static final int MOST_CALLERS = 100_000;

  private static final Pattern DELIVERY = Pattern.compile("/api/v1/boards/[^/]+/webhooks/[^/]+/?");

  private static final String USER = "user ";
  private static final String BOARD = "board ";
  private static final String ADDRESS = "address ";

  private final LoadingCache<String, Bucket> buckets;

  /** Sets the limits. */
  @Inject
  public RateLimit(
      @ConfigProperty(name = "rebound.limits.user-per-minute", defaultValue = "1200") int user,
      @ConfigProperty(name = "rebound.limits.address-per-minute", defaultValue = "600") int address,
      @ConfigProperty(name = "rebound.limits.board-per-minute", defaultValue = "6000") int board) {
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build(caller ->
                bucket(
                    caller.startsWith(USER) ? user : caller.startsWith(BOARD) ? board : address));
  }

  /** Refuses a request too many with 429. */
  @ServerRequestFilter
  public void limit(RoutingContext request) {
    callers(request).forEach(this::take);
  }

  /** Takes one of what a caller has left; fails where there is nothing. */
  void take(String caller) {
    ConsumptionProbe probe = buckets.get(caller).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw Problems.tooManyRequests(
          TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1);
    }
  }

  /** Counts a delivery for its board, once its signature was found to hold; 429 if too many. */
  public void countSigned(String board) {
    take(BOARD + board);
  }

  /**
   * Counts a delivery for the address that it came from where it is not signed; 429 if too many.
   */
  public void countUnsigned(HttpServerRequest request) {
    take(address(request));
  }

  private static List<String> callers(RoutingContext request) {
    // Where a role is demanded the user is known by now; elsewhere nobody has looked at a token.
    if (request.user() instanceof QuarkusHttpUser user
        && !user.getSecurityIdentity().isAnonymous()) {
      Principal principal = user.getSecurityIdentity().getPrincipal();
      String person = USER + principal.getName();
      Object board = principal instanceof JsonWebToken token ? token.getClaim("board") : null;
      return board == null ? List.of(person) : List.of(person, BOARD + board);
    }
    return isDelivery(request.request().method(), request.normalizedPath())
        ? List.of()
        : List.of(address(request.request()));
  }

  /**
   * Whether it is a vendor's delivery. One system delivers for many boards from a few addresses: if
   * those counted before the signature was looked at, what one board has set up wrongly would shut
   * out what is signed for all others.
   */
  static boolean isDelivery(HttpMethod method, String path) {
    return method.equals(HttpMethod.POST) && DELIVERY.matcher(path).matches();
  }

  private static String address(HttpServerRequest request) {
    SocketAddress address = request.remoteAddress();
    return ADDRESS + (address == null ? "unknown" : address.hostAddress());
  }

  private static Bucket bucket(int perMinute) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .build();
  }
}

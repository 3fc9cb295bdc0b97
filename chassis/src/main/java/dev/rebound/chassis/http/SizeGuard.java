package dev.rebound.chassis.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a body that announces itself as too large before a byte of it is read, with a problem;
 * the server's own limit, which holds for bodies of unknown length too, says nothing but 413.
 *
 * <p>The server has one limit, that of the routes that take large bodies; all others are held to
 * the usual one here.
 */
@ApplicationScoped
public class SizeGuard {

  /** Behind {@link PathGuard}, before everything else. */
  private static final int SECOND = 9_999;

  /** Behind the server's own guard, which notes its limit for bodies of unknown length. */
  private static final int BEHIND_THE_SERVERS = 1;

  /** Where the server notes it. */
  private static final String NOTED = "io.quarkus.max-request-size";

  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

  private final long server;
  private final long usual;
  private final Optional<Pattern> largeBodies;

  /**
   * Holds the limits.
   *
   * @param server the limit that the server itself has
   * @param usual the limit of the routes that are not named
   * @param largeBodies the paths that take as much as the server does, as a regular expression
   */
  @Inject
  public SizeGuard(
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize server,
      @ConfigProperty(name = "rebound.limits.body-size", defaultValue = "64K") MemorySize usual,
      @ConfigProperty(name = "rebound.limits.large-bodies") Optional<String> largeBodies) {
    this.server = server.asLongValue();
    this.usual = Math.min(this.server, usual.asLongValue());
    this.largeBodies = largeBodies.map(Pattern::compile);
  }

  void register(@Observes Filters filters) {
    filters.register(this::guard, SECOND);
    filters.register(this::guardUnknownLength, BEHIND_THE_SERVERS);
  }

  private void guard(RoutingContext context) {
    if (isTooLarge(context.request().getHeader("Content-Length"), limit(context))) {
      context.response().putHeader("Connection", "close");
      ProblemWriter.write(context, 413, "Content Too Large", "too-large", "The body is too large.");
      return;
    }
    context.next();
  }

  private void guardUnknownLength(RoutingContext context) {
    if (context.get(NOTED) != null) {
      context.put(NOTED, limit(context));
    }
    context.next();
  }

  private long limit(RoutingContext context) {
    String path = context.request().path();
    return path != null && largeBodies.filter(large -> large.matcher(path).matches()).isPresent()
        ? server
        : usual;
  }

  private static boolean isTooLarge(@Nullable String length, long limit) {
    return length != null && LENGTH.matcher(length).matches() && Long.parseLong(length) > limit;
  }
}

package dev.rebound.chassis.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a body that announces itself as too large before a byte of it is read, with a problem;
 * the server's own limit, which holds for bodies of unknown length too, says nothing but 413.
 */
@ApplicationScoped
public class SizeGuard {

  /** Behind {@link PathGuard}, before everything else. */
  private static final int SECOND = 9_999;

  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

  private final long mostBytes;

  /** Holds the limit that the server itself has. */
  @Inject
  public SizeGuard(
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBodySize) {
    this.mostBytes = maxBodySize.asLongValue();
  }

  void register(@Observes Filters filters) {
    filters.register(this::guard, SECOND);
  }

  private void guard(RoutingContext context) {
    if (isTooLarge(context.request().getHeader("Content-Length"))) {
      context.response().putHeader("Connection", "close");
      ProblemWriter.write(context, 413, "Content Too Large", "too-large", "The body is too large.");
      return;
    }
    context.next();
  }

  private boolean isTooLarge(@Nullable String length) {
    return length != null && LENGTH.matcher(length).matches() && Long.parseLong(length) > mostBytes;
  }
}

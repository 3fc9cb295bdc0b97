package dev.rebound.chassis.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the current request demands before it may take effect. */
@RequestScoped
public class Preconditions {

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{16,128}");
  private static final Pattern VERSION = Pattern.compile("\"([0-9]{1,9})\"");

  private final RoutingContext request;
  private final Caller caller;

  /** One a request. */
  @Inject
  public Preconditions(RoutingContext request, Caller caller) {
    this.request = request;
    this.caller = caller;
  }

  /** The signed-in caller. */
  UUID caller() {
    return caller.subject();
  }

  /** Method and path, which are part of what a repeated request must agree in. */
  String route() {
    return request.request().method() + " " + request.normalizedPath() + "\n";
  }

  /**
   * The Idempotency-Key, null where there is none. A machine must send one with a POST: nobody is
   * there to notice that it did something twice.
   */
  @Nullable String idempotencyKey() {
    String key = request.request().getHeader("Idempotency-Key");
    if (key == null) {
      boolean machine =
          request.request().getHeader("Authorization") != null
              && caller.has(Roles.BOARD_INTEGRATION);
      if (machine && request.request().method() == io.vertx.core.http.HttpMethod.POST) {
        throw Problems.badRequest(
            "idempotency-key-required", "Send an Idempotency-Key of 16 to 128 characters.");
      }
      return null;
    }
    if (!KEY.matcher(key).matches()) {
      throw Problems.badRequest(
          "idempotency-key-invalid",
          "An Idempotency-Key has 16 to 128 visible ASCII characters without spaces.");
    }
    return key;
  }

  /** The version of If-Match; null where the caller does not insist on one. */
  public @Nullable Integer ifMatch() {
    String header = request.request().getHeader("If-Match");
    if (header == null || header.strip().equals("*")) {
      return null;
    }
    Matcher version = VERSION.matcher(header.strip());
    if (!version.matches()) {
      throw Problems.stale();
    }
    return Integer.valueOf(version.group(1));
  }
}

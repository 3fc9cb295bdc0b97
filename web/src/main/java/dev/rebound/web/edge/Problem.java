package dev.rebound.web.edge;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/**
 * An error of the API as RFC 9457 asks for, when it is this application and not a service that has
 * to say it.
 *
 * @param status the HTTP status
 * @param code the last segment of the problem's type, stable
 * @param title a few words
 * @param detail what happened and what to do, for a person
 * @param retryAfter seconds after which it is worth trying again; 0 when waiting does not help
 */
public record Problem(int status, String code, String title, String detail, int retryAfter) {

  /** The media type of problems. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final int SOON = 2;

  /** The path can be read in more than one way. */
  public static Problem confusingPath() {
    return new Problem(
        400, "path", "Bad Request", "The path has characters that are not allowed.", 0);
  }

  /** No service owns the path. */
  public static Problem notFound() {
    return new Problem(404, "not-found", "Not Found", "There is nothing here for you.", 0);
  }

  /** The session has ended or cannot be read. */
  public static Problem signedOut() {
    return new Problem(
        401,
        "signed-out",
        "Unauthorized",
        "You are not signed in, or no longer. Sign in again.",
        0);
  }

  /** A page of another origin tries to act with the session of this one. */
  public static Problem crossSite() {
    return new Problem(
        403,
        "cross-site",
        "Forbidden",
        "Changes made with a session must come from a page of this site.",
        0);
  }

  /** The body is larger than this application passes on. */
  public static Problem tooLarge() {
    return new Problem(
        413, "too-large", "Content Too Large", "A request may have at most 1 MB.", 0);
  }

  /** The service broke off before it answered. */
  public static Problem brokenOff() {
    return new Problem(
        502,
        "broken-off",
        "Bad Gateway",
        "The connection broke before there was an answer. It may or may not have taken effect;"
            + " repeat it with the same Idempotency-Key.",
        SOON);
  }

  /** The service, or the one that keeps the accounts, cannot be reached. */
  public static Problem unavailable() {
    return new Problem(
        503,
        "not-now",
        "Service Unavailable",
        "This part of Rebound cannot be reached at the moment. Please try again.",
        SOON);
  }

  /** The service took too long. */
  public static Problem timedOut() {
    return new Problem(
        504,
        "too-slow",
        "Gateway Timeout",
        "There was no answer in time. It may or may not have taken effect; repeat it with the same"
            + " Idempotency-Key.",
        SOON);
  }

  /** The problem as JSON, about the given path. */
  public Buffer json(String instance) {
    return new JsonObject()
        .put("type", "/problems/" + code)
        .put("title", title)
        .put("status", status)
        .put("detail", detail)
        .put("instance", instance)
        .toBuffer();
  }

  /** Answers the request with this problem. */
  public void answer(RoutingContext context) {
    if (context.response().ended()) {
      return;
    }
    var response = context.response().setStatusCode(status).putHeader("Content-Type", MEDIA_TYPE);
    if (retryAfter > 0) {
      response.putHeader("Retry-After", Integer.toString(retryAfter));
    }
    String path = context.request().path();
    response.end(json(path == null ? "" : path));
  }
}

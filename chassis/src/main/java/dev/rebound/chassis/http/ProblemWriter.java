package dev.rebound.chassis.http;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Problems for what fails before a resource is reached: bodies too large, unknown paths. */
@ApplicationScoped
public class ProblemWriter {

  void register(@Observes Router router) {
    router.errorHandler(
        404, c -> write(c, 404, "Not Found", "not-found", "There is nothing here for you."));
    router.errorHandler(
        405, c -> write(c, 405, "Method Not Allowed", "method", "That cannot be done here."));
    router.errorHandler(
        413, c -> write(c, 413, "Content Too Large", "too-large", "The body is too large."));
    router.errorHandler(
        400, c -> write(c, 400, "Bad Request", "malformed", "The request cannot be read."));
    router.errorHandler(
        500, c -> write(c, 500, "Internal Server Error", "error", "Something went wrong here."));
  }

  /** Writes a problem and ends the response. */
  static void write(RoutingContext context, int status, String title, String code, String detail) {
    if (context.response().ended()) {
      return;
    }
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/problem+json")
        .end(
            new JsonObject()
                .put("type", "/problems/" + code)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("instance", context.request().path())
                .encode());
  }
}

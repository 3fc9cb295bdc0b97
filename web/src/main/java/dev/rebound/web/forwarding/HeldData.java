package dev.rebound.web.forwarding;

import dev.rebound.web.edge.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Everything that is held of a candidate, as one document. Each service tells its own part under a
 * field of its own; this puts the parts together, and answers with all of them or with none.
 */
@ApplicationScoped
class HeldData {

  private static final String PATH = "/api/v1/me/data";
  private static final int OK = 200;

  /** What a refusal tells beside its body. */
  private static final List<String> TOLD =
      List.of("Content-Type", "Retry-After", "WWW-Authenticate");

  private final Origins origins;
  private final WebClient client;
  private final Duration patience;

  HeldData(
      Vertx vertx,
      Origins origins,
      @ConfigProperty(name = "rebound.forwarding.timeout") Duration patience) {
    this.origins = origins;
    this.client = WebClient.create(vertx);
    this.patience = patience;
  }

  /** Whether a request asks for it. */
  static boolean isAskedBy(HttpServerRequest request) {
    return PATH.equals(request.path()) && request.method().equals(HttpMethod.GET);
  }

  /**
   * Asks all services on the caller's behalf. Where one refuses, its answer is everybody's: they
   * refuse for the same reasons.
   */
  void answer(RoutingContext context, String authorization) {
    HttpServerRequest request = context.request();
    List<Future<HttpResponse<Buffer>>> parts =
        Arrays.stream(Service.values())
            .map(service -> part(service, request, authorization))
            .toList();
    Future.all(parts)
        .onSuccess(all -> join(context.response(), parts.stream().map(Future::result).toList()))
        .onFailure(unreachable -> Problem.unavailable().answer(context));
  }

  private Future<HttpResponse<Buffer>> part(
      Service service, HttpServerRequest request, String authorization) {
    String query = request.query() == null ? "" : "?" + request.query();
    HttpRequest<Buffer> part =
        client.getAbs(origins.of(service) + PATH + query).timeout(patience.toMillis());
    if (!authorization.isEmpty()) {
      part.putHeader("Authorization", authorization);
    }
    return part.send();
  }

  private static void join(HttpServerResponse response, List<HttpResponse<Buffer>> parts) {
    response.putHeader("Cache-Control", "no-store");
    HttpResponse<Buffer> refused =
        parts.stream().filter(part -> part.statusCode() != OK).findFirst().orElse(null);
    if (refused != null) {
      for (String name : TOLD) {
        String value = refused.getHeader(name);
        if (value != null) {
          response.putHeader(name, value);
        }
      }
      response
          .setStatusCode(refused.statusCode())
          .end(Objects.requireNonNullElseGet(refused.body(), Buffer::buffer));
      return;
    }
    JsonObject whole = new JsonObject();
    parts.forEach(part -> whole.mergeIn(part.bodyAsJsonObject()));
    response.putHeader("Content-Type", "application/json").end(whole.toBuffer());
  }
}

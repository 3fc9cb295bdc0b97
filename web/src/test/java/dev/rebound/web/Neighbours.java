package dev.rebound.web;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Stands where the services stand and says what it was asked: everything that reaches it comes back
 * in the body of its answer, so that a test sees what was passed on. A few paths misbehave.
 */
public final class Neighbours implements QuarkusTestResourceLifecycleManager {

  /** An invitation with which the service is always away. */
  static final String AWAY = "the-service-is-away-for-this";

  private final Vertx vertx = Vertx.vertx();
  private final List<HttpServerResponse> listening = new ArrayList<>();

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = new HashMap<>();
    for (String service : List.of("application", "feedback", "insights")) {
      HttpServer server =
          vertx
              .createHttpServer()
              .requestHandler(request -> answer(service, request))
              .listen(0, "localhost")
              .toCompletionStage()
              .toCompletableFuture()
              .join();
      settings.put("rebound." + service + "-url", "http://localhost:" + server.actualPort());
    }
    settings.put("rebound.realm-url", "http://localhost:1/realms/rebound");
    settings.put("rebound.web.client-secret", "never-used");
    settings.put("rebound.session-secret", "for-this-test-only-0123456789abcdef");
    settings.put("rebound.development", "true");
    settings.put("rebound.forwarding.timeout", "5s");
    settings.put("quarkus.http.test-port", "0");
    return settings;
  }

  @Override
  public void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private void answer(String service, HttpServerRequest request) {
    HttpServerResponse response = request.response();
    String own = "http://" + request.getHeader("Host");
    switch (String.valueOf(request.path())) {
      case "/api/v1/applications/made" ->
          response
              .setStatusCode(201)
              .putHeader("Location", own + "/api/v1/applications/17")
              .putHeader("Link", "<" + own + "/api/v1/applications?cursor=x>; rel=\"next\"")
              .putHeader("ETag", "\"3\"")
              .putHeader("Rebound-Event-Id", "0199-event")
              .putHeader("Idempotency-Replayed", "true")
              .putHeader("Retry-After", "7")
              .putHeader("Set-Cookie", "theirs=1")
              .putHeader("Server", "theirs/1.0")
              .putHeader("Connection", "X-Between-Us")
              .putHeader("X-Between-Us", "1")
              .putHeader("Referrer-Policy", "unsafe-url")
              .end("{}");
      case "/api/v1/applications/nothing" -> response.setStatusCode(204).end();
      case "/api/v1/applications/unchanged" ->
          response.setStatusCode(304).putHeader("ETag", "\"3\"").end();
      case "/api/v1/applications/silent" -> request.resume();
      case "/api/v1/applications/broken" -> request.connection().close();
      case "/api/v1/insights/stream" -> {
        listening.add(response);
        response
            .setChunked(true)
            .putHeader("Content-Type", "text/event-stream")
            .write("data: first\n\n");
      }
      case "/api/v1/insights/causes/second" -> {
        listening.forEach(listener -> listener.end("data: second\n\n"));
        response.end("{}");
      }
      case "/api/v1/invitations/open", "/api/v1/invitations/answer" ->
          request
              .body()
              .onSuccess(body -> {
                if (body.toString().contains(AWAY)) {
                  response.setStatusCode(503).end();
                } else {
                  echo(service, request, body);
                }
              });
      default -> request.body().onSuccess(body -> echo(service, request, body));
    }
  }

  private static void echo(String service, HttpServerRequest request, Buffer body) {
    JsonObject headers = new JsonObject();
    for (String name : request.headers().names()) {
      headers.put(name.toLowerCase(Locale.ROOT), new JsonArray(request.headers().getAll(name)));
    }
    request
        .response()
        .putHeader("Content-Type", "application/json")
        .end(
            new JsonObject()
                .put("service", service)
                .put("method", request.method().name())
                .put("uri", request.uri())
                .put("headers", headers)
                .put("length", body.length())
                .put("body", body.length() > 100 ? "" : body.toString())
                .toBuffer());
  }
}

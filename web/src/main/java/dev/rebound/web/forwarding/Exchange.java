package dev.rebound.web.forwarding;

import dev.rebound.web.edge.Problem;
import dev.rebound.web.edge.SecurityHeaders;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to a service and back.
 *
 * <p>The service has a bounded time until its answer begins; after that the answer streams for as
 * long as both sides like, so that server-sent events pass.
 */
final class Exchange implements ProxyInterceptor {

  /** The largest body that is passed on, in bytes; each service has tighter bounds of its own. */
  static final long MAX_BODY = 1024 * 1024;

  private final Vertx vertx;
  private final HttpClient client;
  private final URI origin;
  private final String authorization;
  private final Duration patience;
  private final SecurityHeaders own;
  private @Nullable BoundedBody bounded;
  private @Nullable HttpClientRequest sent;

  Exchange(
      Vertx vertx,
      HttpClient client,
      URI origin,
      String authorization,
      Duration patience,
      SecurityHeaders own) {
    this.vertx = vertx;
    this.client = client;
    this.origin = origin;
    this.authorization = authorization;
    this.patience = patience;
    this.own = own;
  }

  /** Opens the connection to the service. */
  Future<HttpClientRequest> connect(ProxyContext context) {
    boolean tls = "https".equals(origin.getScheme());
    int port = origin.getPort() > 0 ? origin.getPort() : tls ? 443 : 80;
    return client
        .request(new RequestOptions().setHost(origin.getHost()).setPort(port).setSsl(tls))
        .recover(failure -> Future.failedFuture(new Unreachable(failure)))
        .onSuccess(request -> sent = request);
  }

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    ProxyRequest request = context.request();
    Headers.inward(request.headers(), request.proxiedRequest(), authorization);
    if (request.proxiedRequest().getHeader("Content-Length") == null) {
      bounded = new BoundedBody(request.getBody().stream(), MAX_BODY);
      request.setBody(Body.body(bounded));
    }
    Promise<ProxyResponse> answered = Promise.promise();
    long alarm =
        vertx.setTimer(
            patience.toMillis(),
            late -> {
              if (answered.tryFail(new TimeoutException()) && sent != null) {
                sent.reset();
              }
            });
    context
        .sendRequest()
        .onComplete(result -> {
          vertx.cancelTimer(alarm);
          if (result.failed()) {
            answered.tryFail(result.cause());
          } else if (!answered.tryComplete(result.result())) {
            result.result().release();
          }
        });
    return answered
        .future()
        .recover(failure -> Future.succeededFuture(answer(request, problem(failure))));
  }

  private Problem problem(Throwable failure) {
    if (bounded != null && bounded.exceeded()) {
      return Problem.tooLarge();
    }
    return switch (failure) {
      case Unreachable unreachable -> Problem.unavailable();
      case TimeoutException late -> Problem.timedOut();
      default -> Problem.brokenOff();
    };
  }

  private static ProxyResponse answer(ProxyRequest request, Problem problem) {
    HttpServerRequest caller = request.proxiedRequest();
    String path = caller.path();
    ProxyResponse response =
        request
            .release()
            .response()
            .setStatusCode(problem.status())
            .putHeader("Content-Type", Problem.MEDIA_TYPE)
            .setBody(Body.body(problem.json(path == null ? "" : path)));
    if (problem.retryAfter() > 0) {
      response.putHeader("Retry-After", Integer.toString(problem.retryAfter()));
    }
    return response;
  }

  @Override
  public Future<Void> handleProxyResponse(ProxyContext context) {
    ProxyResponse response = context.response();
    MultiMap headers = response.headers();
    Headers.outward(headers, origin);
    own.removeOwnFrom(headers);
    if (bounded != null && bounded.exceeded()) {
      headers.set("Connection", "close");
    }
    if (withoutBody(context)) {
      // The library would announce a chunked body, or one of length 0, where there is none to be.
      return endWithoutBody(context);
    }
    return context.sendResponse();
  }

  private static boolean withoutBody(ProxyContext context) {
    int status = context.response().getStatusCode();
    return status == 204 || status == 304 || context.request().getMethod().equals(HttpMethod.HEAD);
  }

  private static Future<Void> endWithoutBody(ProxyContext context) {
    ProxyResponse response = context.response();
    var answer = context.request().proxiedRequest().response();
    answer.setStatusCode(response.getStatusCode());
    response.headers().remove("Transfer-Encoding");
    response.headers().forEach(header -> answer.headers().add(header.getKey(), header.getValue()));
    response.release();
    return answer.end();
  }

  /** There was nobody to talk to; in particular, nothing has been sent. */
  private static final class Unreachable extends RuntimeException {
    Unreachable(Throwable cause) {
      super(cause);
    }
  }
}

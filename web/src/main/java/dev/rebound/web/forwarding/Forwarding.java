package dev.rebound.web.forwarding;

import dev.rebound.web.edge.Problem;
import dev.rebound.web.edge.SecurityHeaders;
import dev.rebound.web.session.SameOrigin;
import dev.rebound.web.session.Session;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The API on this origin: finds the owner of a path, finds out on whose behalf, and hands over.
 *
 * <p>A caller's own bearer token is passed on as it is. Otherwise the session's access token goes
 * along, refreshed when it is due. With neither, the request goes on without a name, and the
 * service says what it thinks of that. Nobody is ever sent to the sign-in page from here.
 */
@ApplicationScoped
class Forwarding {

  private static final String BEARER = "Bearer ";
  private static final int CONNECT_TIMEOUT_MS = 2_000;

  private final Vertx vertx;
  private final HttpClient client;
  private final Origins origins;
  private final Session session;
  private final SecurityHeaders own;
  private final HeldData heldData;
  private final Duration patience;

  Forwarding(
      Vertx vertx,
      Origins origins,
      Session session,
      SecurityHeaders own,
      HeldData heldData,
      @ConfigProperty(name = "rebound.forwarding.timeout") Duration patience,
      @ConfigProperty(name = "rebound.forwarding.connections") int connections) {
    this.vertx = vertx;
    this.origins = origins;
    this.session = session;
    this.own = own;
    this.heldData = heldData;
    this.patience = patience;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setConnectTimeout(CONNECT_TIMEOUT_MS),
            new PoolOptions().setHttp1MaxSize(connections));
  }

  void register(@Observes Router router) {
    router.route("/api/*").handler(this::forward);
  }

  private void forward(RoutingContext context) {
    HttpServerRequest request = context.request();
    String path = Objects.requireNonNullElse(request.path(), "");
    Service.owning(path)
        .ifPresentOrElse(
            service -> forward(context, path, origins.of(service)),
            () -> Problem.notFound().answer(context));
  }

  private void forward(RoutingContext context, String path, URI origin) {
    HttpServerRequest request = context.request();
    if (announcesTooMuch(request)) {
      context.response().putHeader("Connection", "close");
      Problem.tooLarge().answer(context);
      return;
    }
    String bearer = request.getHeader("Authorization");
    if (bearer != null && bearer.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      handOver(context, origin, bearer);
    } else if (Service.withoutSession(path) || !Session.presentIn(request)) {
      handOver(context, origin, "");
    } else if (!SameOrigin.allows(request)) {
      Problem.crossSite().answer(context);
    } else {
      handOverWithSession(context, origin);
    }
  }

  private void handOverWithSession(RoutingContext context, URI origin) {
    HttpServerRequest request = context.request().pause();
    Context loop = vertx.getOrCreateContext();
    session
        .of(context)
        .subscribe()
        .with(
            signedIn ->
                loop.runOnContext(
                    now -> handOver(context, origin, BEARER + signedIn.accessToken())),
            failure ->
                loop.runOnContext(now -> {
                  request.resume();
                  answer(failure).answer(context);
                }));
  }

  private static Problem answer(Throwable failure) {
    return Session.unreachable(failure) ? Problem.unavailable() : Problem.signedOut();
  }

  private void handOver(RoutingContext context, URI origin, String authorization) {
    HttpServerRequest request = context.request();
    if (HeldData.isAskedBy(request)) {
      request.resume();
      heldData.answer(context, authorization);
      return;
    }
    var exchange = new Exchange(vertx, client, origin, authorization, patience, own);
    HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
        .origin(exchange::connect)
        .addInterceptor(exchange)
        .handle(request);
  }

  private static boolean announcesTooMuch(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    try {
      return length != null && Long.parseLong(length) > Exchange.MAX_BODY;
    } catch (NumberFormatException unreadable) {
      return true;
    }
  }
}

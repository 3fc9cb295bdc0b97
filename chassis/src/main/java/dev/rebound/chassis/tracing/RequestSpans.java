package dev.rebound.chassis.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Begins a span for each request of the API and ends it with the answer. The route is told as its
 * template, {@code /api/v1/applications/{id}}: what stands in its place may be a secret.
 */
@ApplicationScoped
public class RequestSpans {

  /** After the guard of paths, which comes first of all. */
  private static final int SECOND = 9_000;

  private static final String API = "/api/";
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");
  private static final int FAULT = 500;

  private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
  private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
  private static final AttributeKey<Long> STATUS =
      AttributeKey.longKey("http.response.status_code");

  private final Optional<Tracer> tracer;

  /** Wired by the container. */
  @Inject
  public RequestSpans(Recording recording) {
    this.tracer = recording.tracer();
  }

  void register(@Observes Filters filters) {
    tracer.ifPresent(it -> filters.register(request -> trace(it, request), SECOND));
  }

  @SuppressWarnings("MustBeClosedChecker") // Closed with the answer, which is later than this.
  private static void trace(Tracer tracer, RoutingContext request) {
    String path = request.request().path();
    if (path == null || !path.startsWith(API)) {
      request.next();
      return;
    }
    String method = method(request);
    Context before =
        TraceParent.within(TraceParent.read(request.request().getHeader("traceparent")));
    Span span =
        tracer
            .spanBuilder(method)
            .setParent(before)
            .setSpanKind(SpanKind.SERVER)
            .setAttribute(METHOD, method)
            .startSpan();
    // Kept in the request's own Vert.x context, where whatever is done for it finds it.
    Scope scope = before.with(span).makeCurrent();
    request.addEndHandler(ended -> {
      end(request, span, method);
      scope.close();
    });
    request.next();
  }

  private static void end(RoutingContext request, Span span, String method) {
    String route = route(request);
    if (route != null) {
      span.updateName(method + " " + route).setAttribute(ROUTE, route);
    }
    int status = request.response().getStatusCode();
    span.setAttribute(STATUS, (long) status);
    if (status >= FAULT) {
      span.setStatus(StatusCode.ERROR).setAttribute(Spans.ERROR, Integer.toString(status));
    }
    span.end();
  }

  /** Anybody may make up a method. */
  private static String method(RoutingContext request) {
    String method = request.request().method().name();
    return METHODS.contains(method) ? method : "_OTHER";
  }

  /** The template that Quarkus keeps for its metrics; null where no route was found. */
  @SuppressWarnings("deprecation") // There is no other way to what Quarkus puts there.
  private static @Nullable String route(RoutingContext request) {
    return ((HttpServerRequestInternal) request.request()).context().getLocal("UrlPathTemplate");
  }
}

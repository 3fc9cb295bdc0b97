package dev.rebound.web.forwarding;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;

/**
 * Which headers pass and which end here. Everything passes that is not named: the services' own
 * headers (ETag, If-Match, Rebound-*, Idempotency-*, Retry-After) need no list.
 */
final class Headers {

  /** Between two neighbours only (RFC 9110, 7.6.1). */
  private static final List<String> HOP_BY_HOP =
      List.of(
          "Connection",
          "Keep-Alive",
          "Proxy-Authenticate",
          "Proxy-Authorization",
          "Proxy-Connection",
          "TE",
          "Trailer",
          "Upgrade");

  /** What nobody outside may tell the services: about the caller, and which traces to record. */
  private static final List<String> SAID_HERE =
      List.of(
          "Forwarded",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Port",
          "X-Forwarded-Prefix",
          "X-Forwarded-Proto",
          "X-Forwarded-Server",
          "X-Forwarded-Ssl",
          "X-Original-Url",
          "X-Rewrite-Url",
          "X-Real-Ip",
          // Whoever could begin a trace from outside could have every request of theirs recorded.
          "traceparent",
          "tracestate",
          "baggage");

  private Headers() {}

  /**
   * Makes the headers of a request fit to be passed on.
   *
   * @param caller the request as it came in; its address is taken from the connection (or from a
   *     trusted proxy, where the operator has named one), never from a header
   * @param authorization what the service is told about who asks; empty for nobody
   */
  static void inward(MultiMap headers, HttpServerRequest caller, String authorization) {
    dropHopByHop(headers);
    SAID_HERE.forEach(headers::remove);
    headers.remove("Cookie");
    headers.remove("Expect");
    headers.remove("Authorization");
    if (!authorization.isEmpty()) {
      headers.set("Authorization", authorization);
    }
    headers.set("X-Forwarded-For", caller.remoteAddress().hostAddress());
    headers.set("X-Forwarded-Proto", caller.scheme());
    if (caller.authority() != null) {
      headers.set("X-Forwarded-Host", caller.authority().toString());
    }
  }

  /** Makes the headers of a service's answer fit to be seen outside. */
  static void outward(MultiMap headers, URI origin) {
    dropHopByHop(headers);
    headers.remove("Set-Cookie");
    headers.remove("Server");
    leadHere(headers, "Location", origin);
    leadHere(headers, "Content-Location", origin);
    leadHere(headers, "Link", origin);
  }

  /** Links to the service become relative, and so lead to whatever origin the caller used. */
  private static void leadHere(MultiMap headers, String name, URI origin) {
    List<String> values = headers.getAll(name);
    if (!values.isEmpty()) {
      String own = origin.getScheme() + "://" + origin.getRawAuthority() + "/";
      headers.set(name, values.stream().map(value -> value.replace(own, "/")).toList());
    }
  }

  private static void dropHopByHop(MultiMap headers) {
    for (String connection : headers.getAll("Connection")) {
      for (String named : connection.split(",", -1)) {
        if (!named.isBlank()) {
          headers.remove(named.strip());
        }
      }
    }
    HOP_BY_HOP.forEach(headers::remove);
  }
}

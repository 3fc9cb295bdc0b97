package dev.rebound.application.boards.outgoing;

import dev.rebound.application.boards.outgoing.CallResult.NoAnswer;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** One call of a stranger's address, which may be anything and do anything. */
@ApplicationScoped
public class WebhookCall {

  /** How long all of it may take, finding the address included. */
  static final Duration LIMIT = Duration.ofSeconds(15);

  private static final int CONNECT_MILLIS = 5_000;

  /** How many names are looked up at a time; a server of names that is silent holds up no more. */
  private static final int LOOK_UPS = 16;

  /** How many of those that a board has asked for only now; it must not hold up the others. */
  private static final int ASKED_LOOK_UPS = 4;

  /** Of the answer nothing but the head is read; this is as long as it may be. */
  private static final int LONGEST_HEAD = 8_192;

  private final HttpClient client;
  private final WorkerExecutor names;
  private final WorkerExecutor askedNames;
  private final Clock clock;
  private final boolean development;

  /** Wired by the container. */
  @Inject
  public WebhookCall(
      Vertx vertx, Clock clock, @ConfigProperty(name = "rebound.development") boolean development) {
    this.names = vertx.createSharedWorkerExecutor("board-names", LOOK_UPS);
    this.askedNames = vertx.createSharedWorkerExecutor("asked-board-names", ASKED_LOOK_UPS);
    this.clock = clock;
    this.development = development;
    // A connection serves one call: what an answer says after its head is not waited for.
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setKeepAlive(false)
                .setConnectTimeout(CONNECT_MILLIS)
                .setMaxHeaderSize(LONGEST_HEAD)
                .setMaxPoolSize(Courier.MOST));
  }

  /** Whether this could be called at all; what its name leads to is seen when it is called. */
  Optional<Target> target(String url) {
    return Target.read(url, development);
  }

  /** Whether the name leads, today, to an address that is not called. */
  Uni<Boolean> leadsAstray(Target target) {
    return resolve(target, askedNames)
        .map(found -> found.length > 0 && target.choose(found) == null)
        .ifNoItem()
        .after(LIMIT)
        .recoverWithItem(false);
  }

  /** Sends it; how that ended is always an answer, never a failure. */
  Uni<CallResult> post(String url, Map<String, String> headers, String body) {
    Optional<Target> target = target(url);
    if (target.isEmpty()) {
      return Uni.createFrom().item(CallResult.failed(NoAnswer.ADDRESS_REFUSED));
    }
    AtomicReference<@Nullable HttpClientRequest> open = new AtomicReference<>();
    return resolve(target.get(), names)
        .flatMap(found -> {
          InetAddress address = target.get().choose(found);
          return address == null
              ? Uni.createFrom()
                  .item(
                      CallResult.failed(
                          found.length == 0 ? NoAnswer.UNKNOWN_HOST : NoAnswer.ADDRESS_REFUSED))
              : send(target.get(), address, headers, body, open);
        })
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .onFailure()
        .recoverWithItem(failure ->
            CallResult.failed(
                failure instanceof TimeoutException ? NoAnswer.TIMEOUT : NoAnswer.NO_CONNECTION))
        .onTermination()
        .invoke(() -> {
          HttpClientRequest request = open.get();
          if (request != null) {
            request.reset();
          }
        });
  }

  /** All addresses of the name, none where it has none; looking a name up blocks. */
  private static Uni<InetAddress[]> resolve(Target target, WorkerExecutor executor) {
    return executor.executeBlocking(
        () -> {
          try {
            return InetAddress.getAllByName(target.uri().getHost());
          } catch (UnknownHostException nowhere) {
            return new InetAddress[0];
          }
        },
        false);
  }

  private Uni<CallResult> send(
      Target target,
      InetAddress address,
      Map<String, String> headers,
      String body,
      AtomicReference<@Nullable HttpClientRequest> open) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            // The address that was found harmless, and not the name, which may lead elsewhere by
            // now. The certificate is still held against the name.
            .setServer(SocketAddress.inetSocketAddress(target.port(), address.getHostAddress()))
            .setHost(target.uri().getHost())
            .setPort(target.port())
            .setSsl(target.isSecure())
            .setURI(target.path())
            .setFollowRedirects(false);
    headers.forEach(options::putHeader);
    return client
        .request(options)
        .invoke(open::set)
        .flatMap(request -> request.send(body))
        // What follows the head is cut off, which would be told as an error.
        .invoke(response -> response.exceptionHandler(cut -> {}))
        .map(this::result);
  }

  private CallResult result(HttpClientResponse response) {
    return CallResult.answered(
        response.statusCode(), retryAfter(response.getHeader("Retry-After"), clock.instant()));
  }

  /** What the header says, in seconds or as a day and time; null where it says nothing. */
  static @Nullable Duration retryAfter(@Nullable String header, Instant now) {
    if (header == null || header.isBlank()) {
      return null;
    }
    String text = header.strip();
    if (text.chars().allMatch(letter -> letter >= '0' && letter <= '9')) {
      return Duration.ofSeconds(text.length() > 9 ? 999_999_999 : Long.parseLong(text));
    }
    try {
      Instant until = DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
      return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    } catch (DateTimeException neither) {
      return null;
    }
  }
}

package dev.rebound.application.webhooks;

import dev.rebound.chassis.http.Problems;
import dev.rebound.chassis.http.RateLimit;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Takes what vendors' systems deliver. Nobody signs in here: a delivery is signed itself. */
@Path("/api/v1/boards/{board}/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Boards")
public class WebhookResource {

  private static final Logger LOG = Logger.getLogger(WebhookResource.class);

  private final Vendors vendors;
  private final WebhookSecrets secrets;
  private final Deliveries deliveries;
  private final WebhookMetrics metrics;
  private final RateLimit rate;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  WebhookResource(
      Vendors vendors,
      WebhookSecrets secrets,
      Deliveries deliveries,
      WebhookMetrics metrics,
      RateLimit rate,
      Clock clock) {
    this.vendors = vendors;
    this.secrets = secrets;
    this.deliveries = deliveries;
    this.metrics = metrics;
    this.rate = rate;
    this.clock = clock;
  }

  /**
   * What a delivery is answered with.
   *
   * @param problem what is wrong with it, where it cannot be used
   */
  @Schema(name = "WebhookAnswer")
  public record Answered(Outcome.Kind outcome, @Nullable String problem) {}

  /** Verifies, reads, carries out, and answers when it is durable. */
  @POST
  @Path("/{provider}")
  @Consumes(MediaType.WILDCARD)
  @PermitAll
  @Blocking
  @Operation(
      summary = "Take a delivery of a vendor's system",
      description =
          "For greenhouse, ashby, lever, and standard (Standard Webhooks 1.0). No account: the body"
              + " is signed as the vendor signs, with the secret that the board has set. What is"
              + " answered with 200 is durable, or needs nothing; a repeat changes nothing and is"
              + " answered 200. What is signed and cannot be used is answered 200 as well, with what"
              + " is wrong with it, since vendors stop sending to whoever answers with errors.")
  @Parameter(
      name = "Signature",
      in = ParameterIn.HEADER,
      description = "greenhouse: sha256, a space, and the HMAC-SHA256 of the body in hexadecimal")
  @Parameter(
      name = "Ashby-Signature",
      in = ParameterIn.HEADER,
      description = "ashby: sha256= and the HMAC-SHA256 of the body in hexadecimal")
  @Parameter(
      name = "webhook-id",
      in = ParameterIn.HEADER,
      description = "standard: what a repeat is known by, for seven days")
  @Parameter(
      name = "webhook-timestamp",
      in = ParameterIn.HEADER,
      description = "standard: seconds since 1970, at most 300 from now")
  @Parameter(
      name = "webhook-signature",
      in = ParameterIn.HEADER,
      description = "standard: one or more of v1, and the Base64 of the HMAC-SHA256, with spaces")
  @RequestBody(
      required = true,
      description = "At most 1 MB, as the vendor sends it",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.OBJECT),
              examples = {
                @ExampleObject(name = "greenhouse", value = WebhookExamples.GREENHOUSE),
                @ExampleObject(name = "ashby", value = WebhookExamples.ASHBY),
                @ExampleObject(name = "lever", value = WebhookExamples.LEVER),
                @ExampleObject(name = "standard", value = WebhookExamples.STANDARD)
              }))
  @APIResponse(
      responseCode = "200",
      description =
          "It is durable, and Rebound-Event-Id names its event; or nothing is to be done about it",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Answered.class),
              examples = {
                @ExampleObject(name = "taken", value = WebhookExamples.APPLIED),
                @ExampleObject(name = "not to be used", value = WebhookExamples.UNUSABLE)
              }))
  @APIResponse(
      responseCode = "401",
      description =
          "Not signed with a secret that holds, or not within five minutes where the time is signed",
      content =
          @Content(
              mediaType = WebhookExamples.PROBLEM,
              schema = @Schema(ref = "Problem"),
              examples = @ExampleObject(name = "not signed", value = WebhookExamples.UNSIGNED)))
  @APIResponse(
      responseCode = "404",
      description = "No such vendor",
      content = @Content(mediaType = WebhookExamples.PROBLEM, schema = @Schema(ref = "Problem")))
  @APIResponse(
      responseCode = "413",
      description = "More than 1 MB",
      content = @Content(mediaType = WebhookExamples.PROBLEM, schema = @Schema(ref = "Problem")))
  @APIResponse(
      responseCode = "429",
      description =
          "Too many of this board, or unsigned from this address; Retry-After says when to come back",
      content = @Content(mediaType = WebhookExamples.PROBLEM, schema = @Schema(ref = "Problem")))
  @APIResponse(
      responseCode = "503",
      description = "Not now, or the same delivery is being dealt with; to be sent again",
      content = @Content(mediaType = WebhookExamples.PROBLEM, schema = @Schema(ref = "Problem")))
  public Uni<Response> receive(
      @RestPath String board,
      @RestPath String provider,
      @Context HttpHeaders headers,
      @Context HttpServerRequest request,
      byte @Nullable [] body) {
    Vendor vendor = vendor(provider, request);
    Delivery delivery = delivery(headers, body);
    return secrets
        .holding(board, vendor.name())
        // A body of 1 MB takes longer than an event loop may be held.
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .flatMap(holding -> {
          if (!isSigned(vendor, delivery, holding)) {
            metrics.count(vendor.name(), Outcome.Kind.UNSIGNED);
            if (!holding.isEmpty()) {
              // A board that has set the vendor up; else it is any name that somebody calls.
              LOG.infof("board %s: what %s sent is not signed", board, vendor.name());
            }
            rate.countUnsigned(request);
            throw unsigned();
          }
          rate.countSigned(board);
          return deliveries.take(board, vendor, delivery);
        })
        .invoke(outcome -> {
          metrics.count(vendor.name(), outcome.kind());
          if (outcome.kind() == Outcome.Kind.UNUSABLE) {
            LOG.infof("board %s, %s: %s", board, vendor.name(), outcome.problem());
          }
        })
        .map(WebhookResource::answer);
  }

  private Vendor vendor(String provider, HttpServerRequest request) {
    Optional<Vendor> vendor = vendors.find(provider);
    if (vendor.isEmpty()) {
      rate.countUnsigned(request);
      throw Problems.notFound();
    }
    return vendor.get();
  }

  private boolean isSigned(Vendor vendor, Delivery delivery, List<String> holding) {
    boolean signed = false;
    for (String secret : holding) {
      signed |= vendor.isSigned(delivery, secret, clock.instant());
    }
    return signed;
  }

  /** The request's own headers end with the call; these are still there afterwards. */
  private static Delivery delivery(HttpHeaders headers, byte @Nullable [] body) {
    Map<String, String> kept = new HashMap<>();
    headers
        .getRequestHeaders()
        .forEach((name, values) -> {
          if (!values.isEmpty()) {
            kept.put(name.toLowerCase(Locale.ROOT), values.getFirst());
          }
        });
    return new Delivery(
        name -> kept.get(name.toLowerCase(Locale.ROOT)), body == null ? new byte[0] : body);
  }

  private static Response answer(Outcome outcome) {
    Response.ResponseBuilder response =
        Response.ok(new Answered(outcome.kind(), outcome.problem()));
    return outcome.event() == null
        ? response.build()
        : response.header("Rebound-Event-Id", outcome.event()).build();
  }

  private static HttpProblem unsigned() {
    return HttpProblem.builder()
        .withType(URI.create("/problems/signature"))
        .withTitle(Status.UNAUTHORIZED.getReasonPhrase())
        .withStatus(Status.UNAUTHORIZED)
        .withDetail("The delivery is not signed with a secret that holds here, or not recently.")
        .build();
  }

  /** What is answered where the first of two that came together has not ended. */
  static HttpProblem stillRunning() {
    return Problems.unavailable("The same delivery is being dealt with.");
  }
}

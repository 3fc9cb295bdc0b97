package dev.rebound.application.webhooks;

import dev.rebound.chassis.http.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Takes what vendors' systems deliver. Nobody signs in here: a delivery is signed itself. */
@Path("/api/v1/boards/{board}/webhooks/{provider}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Boards")
public class WebhookResource {

  private final Vendors vendors;
  private final WebhookSecrets secrets;
  private final Deliveries deliveries;
  private final WebhookMetrics metrics;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  WebhookResource(
      Vendors vendors,
      WebhookSecrets secrets,
      Deliveries deliveries,
      WebhookMetrics metrics,
      Clock clock) {
    this.vendors = vendors;
    this.secrets = secrets;
    this.deliveries = deliveries;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * What a delivery is answered with.
   *
   * @param problem what is wrong with it, where it cannot be used
   */
  public record Answered(String outcome, @Nullable String problem) {}

  /** Verifies, reads, carries out, and answers when it is durable. */
  @POST
  @Consumes(MediaType.WILDCARD)
  @PermitAll
  @Blocking
  @Operation(
      summary = "Take a delivery of a vendor's system",
      description =
          "Signed as the vendor signs: greenhouse, ashby, lever, or standard for Standard Webhooks"
              + " 1.0. A repeat changes nothing and is answered 200.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(
      responseCode = "200",
      description = "It is durable, or nothing is to be done about it",
      content = @Content(schema = @Schema(implementation = Answered.class)))
  @APIResponse(responseCode = "401", description = "Not signed with a secret that holds")
  public Uni<Response> receive(
      @RestPath String board,
      @RestPath String provider,
      @Context HttpHeaders headers,
      byte @Nullable [] body) {
    Vendor vendor = vendors.named(provider);
    Delivery delivery = delivery(headers, body);
    return secrets
        .holding(board, vendor.name())
        // A body of 1 MB takes longer than an event loop may be held.
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .flatMap(holding -> {
          if (!isSigned(vendor, delivery, holding)) {
            metrics.count(vendor.name(), Outcome.Kind.UNSIGNED);
            throw unsigned();
          }
          return deliveries.take(board, vendor, delivery);
        })
        .invoke(outcome -> metrics.count(vendor.name(), outcome.kind()))
        .map(WebhookResource::answer);
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
        Response.ok(new Answered(outcome.kind().name(), outcome.problem()));
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

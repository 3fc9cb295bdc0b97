package dev.rebound.application.webhooks;

import dev.rebound.application.webhooks.WebhookSecrets.SetUp;
import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Problems;
import dev.rebound.chassis.http.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Sets vendors up: takes the secrets they sign with, and shows none. */
@Path("/api/v1/boards/{board}/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.BOARD_INTEGRATION, Roles.BOARD_ADMIN})
@Tag(name = "Boards")
public class WebhookSecretsResource {

  private static final int SHORTEST = 16;
  private static final int LONGEST = 200;
  private static final String ONE_LINE = "[^\\x00-\\x1f\\x7f]*";
  private static final String NO_LINE = "must be one line";

  private final Vendors vendors;
  private final WebhookSecrets secrets;
  private final Caller caller;

  /** Wired by the container. */
  @Inject
  WebhookSecretsResource(Vendors vendors, WebhookSecrets secrets, Caller caller) {
    this.vendors = vendors;
    this.secrets = secrets;
    this.caller = caller;
  }

  /**
   * The secrets as the vendor's system has them.
   *
   * @param further those that hold beside the first, where the vendor has one for each webhook
   */
  @Schema(name = "WebhookSecret")
  public record SecretRequest(
      @NotNull @Size(min = SHORTEST, max = LONGEST) @Pattern(regexp = ONE_LINE, message = NO_LINE)
          String secret,
      @Nullable @Size(max = WebhookSecrets.MOST_FURTHER)
          List<
                  @NotNull @Size(min = SHORTEST, max = LONGEST)
                  @Pattern(regexp = ONE_LINE, message = NO_LINE) String>
              further) {

    List<String> all() {
      return further == null
          ? List.of(secret)
          : Stream.concat(Stream.of(secret), further.stream()).toList();
    }

    /** It tells nothing, wherever it is written. */
    @Override
    public String toString() {
      return "SecretRequest[]";
    }
  }

  /** The vendors that are set up. */
  @Schema(name = "WebhookSetUpList")
  public record SetUpList(@NotNull List<SetUp> items) {}

  /** What is set up. */
  @GET
  @Operation(
      summary = "The vendors whose deliveries are taken",
      description = "Since when, and until when a former secret holds. No secret is shown.")
  @APIResponse(
      responseCode = "200",
      description = "What is set up",
      content =
          @Content(
              schema = @Schema(implementation = SetUpList.class),
              examples = @ExampleObject(name = "one vendor", value = WebhookExamples.SET_UP)))
  public Uni<SetUpList> list(@RestPath String board) {
    caller.demandBoard(board);
    return secrets.of(board).map(SetUpList::new);
  }

  /** Puts the secret of a vendor; the former one holds for 24 h more. */
  @PUT
  @Path("/{provider}/secret")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Set the secret that a vendor signs with",
      description =
          "What was put before holds for 24 h more, so that nothing is lost until the vendor has the"
              + " new one. Where the vendor makes a secret for each webhook, as Lever does, the"
              + " others are further; a PUT puts all of them. A secret is never shown again. For"
              + " standard it is whsec_ and 24 to 64 bytes in Base64.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = SecretRequest.class),
              examples = @ExampleObject(name = "a secret", value = WebhookExamples.SECRET)))
  @APIResponse(
      responseCode = "200",
      description = "It holds from now on",
      content =
          @Content(
              schema = @Schema(implementation = SetUpList.class),
              examples = @ExampleObject(name = "rotated", value = WebhookExamples.SET_UP)))
  @APIResponse(
      responseCode = "400",
      description = "It has not the form the vendor's secrets have",
      content =
          @Content(
              mediaType = WebhookExamples.PROBLEM,
              schema = @Schema(ref = "Problem"),
              examples = @ExampleObject(name = "no key", value = WebhookExamples.BAD_SECRET)))
  @APIResponse(
      responseCode = "404",
      description = "Another board, or no such vendor",
      content = @Content(mediaType = WebhookExamples.PROBLEM, schema = @Schema(ref = "Problem")))
  public Uni<SetUpList> put(
      @RestPath String board, @RestPath String provider, @NotNull @Valid SecretRequest request) {
    caller.demandBoard(board);
    Vendor vendor = vendors.named(provider);
    List<String> all = request.all();
    for (int nth = 0; nth < all.size(); nth++) {
      String field = nth == 0 ? "secret" : "further[%d]".formatted(nth - 1);
      vendor
          .problemOf(all.get(nth))
          .ifPresent(problem -> {
            throw Problems.invalid(field, problem);
          });
    }
    return secrets
        .put(board, vendor.name(), all)
        .flatMap(done -> secrets.of(board))
        .map(SetUpList::new);
  }

  /** Ends a vendor's secrets, the former ones as well; there may be none. */
  @DELETE
  @Path("/{provider}/secret")
  @Operation(
      summary = "Take nothing of a vendor any longer",
      description =
          "Ends the secret and the former ones at once, such as when one has become known to others.")
  @APIResponse(responseCode = "204", description = "There is none now")
  @APIResponse(
      responseCode = "404",
      description = "Another board, or no such vendor",
      content = @Content(mediaType = WebhookExamples.PROBLEM, schema = @Schema(ref = "Problem")))
  public Uni<Void> end(@RestPath String board, @RestPath String provider) {
    caller.demandBoard(board);
    return secrets.end(board, vendors.named(provider).name());
  }
}

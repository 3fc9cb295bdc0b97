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
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Sets vendors up: takes the secrets they sign with, and shows none. */
@Path("/api/v1/boards/{board}/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.BOARD_INTEGRATION, Roles.BOARD_ADMIN})
@Tag(name = "Boards")
public class WebhookSecretsResource {

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

  /** A secret as the vendor's system has it. */
  public record SecretRequest(@NotNull @Size(min = 16, max = 200) String secret) {

    /** It tells nothing, wherever it is written. */
    @Override
    public String toString() {
      return "SecretRequest[]";
    }
  }

  /** The vendors that are set up. */
  public record SetUpList(@NotNull List<SetUp> items) {}

  /** What is set up. */
  @GET
  @Operation(summary = "The vendors whose deliveries are taken")
  public Uni<SetUpList> list(@RestPath String board) {
    own(board);
    return secrets.of(board).map(SetUpList::new);
  }

  /** Puts the secret of a vendor; the former one holds for 24 h more. */
  @PUT
  @Path("/{provider}/secret")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Set the secret that a vendor signs with",
      description = "The former one holds for 24 h more. A secret is never shown again.")
  public Uni<SetUpList> put(
      @RestPath String board, @RestPath String provider, @NotNull @Valid SecretRequest request) {
    own(board);
    Vendor vendor = vendors.named(provider);
    vendor
        .problemOf(request.secret())
        .ifPresent(problem -> {
          throw Problems.invalid("secret", problem);
        });
    return secrets
        .put(board, vendor.name(), request.secret())
        .flatMap(done -> secrets.of(board))
        .map(SetUpList::new);
  }

  private void own(String board) {
    if (!caller.board().filter(board::equals).isPresent()) {
      throw Problems.notFound();
    }
  }
}

package dev.rebound.insights.feedbackquality;

import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Problems;
import dev.rebound.chassis.http.Reads;
import dev.rebound.chassis.http.Roles;
import dev.rebound.insights.feedbackquality.BoardRequests.FeedbackQuality;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/boards/{board}/feedback-quality}. */
@Path("/api/v1/boards/{board}/feedback-quality")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Boards")
public class FeedbackQualityResource {

  /** Of fewer people no figure is given. */
  private static final int FEWEST_CANDIDATES = 20;

  private final BoardRequests requests;
  private final Caller caller;
  private final Reads reads;

  /** Wired by the container. */
  @Inject
  public FeedbackQualityResource(BoardRequests requests, Caller caller, Reads reads) {
    this.requests = requests;
    this.caller = caller;
    this.reads = reads;
  }

  /** The board's own figures, of at least twenty candidates. */
  @GET
  @RolesAllowed({Roles.BOARD_INTEGRATION, Roles.BOARD_ADMIN})
  @Operation(
      summary = "How the board's recruiters answer",
      description =
          "404 where fewer than 20 candidates are concerned. Of many requests the figures can be"
              + " a minute old, unless after is given.")
  public Uni<FeedbackQuality> quality(@RestPath String board, @RestQuery @Nullable UUID after) {
    caller.demandBoard(board);
    return reads.after(
        after,
        () ->
            (after == null ? requests.lately(board) : requests.figures(board))
                .map(figures -> {
                  if (figures.candidates() < FEWEST_CANDIDATES) {
                    throw Problems.notFound();
                  }
                  return figures.quality();
                }));
  }
}

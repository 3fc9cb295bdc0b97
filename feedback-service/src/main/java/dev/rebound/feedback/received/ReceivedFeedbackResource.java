package dev.rebound.feedback.received;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rebound.analysis.FeedbackReader;
import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Page;
import dev.rebound.chassis.http.Paging;
import dev.rebound.chassis.http.Problems;
import dev.rebound.chassis.http.Reads;
import dev.rebound.chassis.http.Roles;
import dev.rebound.feedback.received.ReceivedFeedback.Kept;
import dev.rebound.feedback.received.ReceivedFeedback.Last;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reads feedback. */
@Path("/api/v1/feedback")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feedback")
public class ReceivedFeedbackResource {

  private final Caller caller;
  private final Reads reads;
  private final ReceivedFeedback received;
  private final Vertx vertx;

  /** Wired by the container. */
  @Inject
  public ReceivedFeedbackResource(
      Caller caller, Reads reads, ReceivedFeedback received, Vertx vertx) {
    this.caller = caller;
    this.reads = reads;
    this.received = received;
    this.vertx = vertx;
  }

  /** The shape of the answer, for the API's description. */
  record FeedbackPage(
      List<FeedbackView> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {}

  /** The candidate's own feedback, newest first, with what its words say. */
  @GET
  @RolesAllowed(Roles.CANDIDATE)
  @Operation(summary = "Own feedback, analysed, newest first")
  @APIResponseSchema(value = FeedbackPage.class, responseCode = "200")
  public Uni<Response> all(
      @QueryParam("applicationId") @Nullable String applicationId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("after") @Nullable UUID after,
      @Context UriInfo uri) {
    Paging paging = Paging.of(limit, cursor, 2);
    UUID candidate = caller.subject();
    UUID application = applicationId == null ? null : id("applicationId", applicationId);
    Last last = paging.after().map(ReceivedFeedbackResource::last).orElse(null);
    return reads.after(
        after,
        () ->
            received
                .page(candidate, application, last, paging.limit() + 1)
                .onItem()
                .transformToUni(this::views)
                .map(views -> respond(paging, views, uri)));
  }

  private static Response respond(Paging paging, List<FeedbackView> views, UriInfo uri) {
    Page<FeedbackView> page =
        paging.page(views, view -> List.of(view.receivedOn().toString(), view.id().toString()));
    return Paging.respond(page, uri);
  }

  /** On a worker thread: what nobody has read yet is read now. */
  private Uni<List<FeedbackView>> views(List<Kept> pieces) {
    return vertx.executeBlocking(
        () -> pieces.stream().map(ReceivedFeedbackResource::view).toList(), false);
  }

  private static FeedbackView view(Kept piece) {
    FeedbackReading reading = piece.reading();
    return FeedbackView.of(
        piece.feedback(),
        reading != null
            ? reading
            : FeedbackReading.of(FeedbackReader.standard(), piece.feedback().comments()));
  }

  private static Last last(List<String> key) {
    try {
      return new Last(LocalDate.parse(key.getFirst()), id("cursor", key.getLast()));
    } catch (DateTimeParseException notOurs) {
      throw Problems.invalidQuery("cursor", "is not a cursor of this list");
    }
  }

  private static UUID id(String parameter, String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notAnId) {
      throw Problems.invalidQuery(parameter, "has no id");
    }
  }
}

package dev.rebound.feedback.requests;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Page;
import dev.rebound.chassis.http.Paging;
import dev.rebound.chassis.http.Problems;
import dev.rebound.chassis.http.QueryParameters;
import dev.rebound.chassis.http.Reads;
import dev.rebound.chassis.http.Roles;
import dev.rebound.eventstore.CommandHandler.Current;
import dev.rebound.eventstore.EventStore.StreamSlice;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.Opened;
import dev.rebound.feedback.feedbackrequest.RequestFacts;
import dev.rebound.feedback.feedbackrequest.RequestStatus;
import dev.rebound.feedback.feedbackrequest.Terms;
import dev.rebound.feedback.requests.RequestList.Viewer;
import dev.rebound.feedback.requests.RequestList.Wanted;
import dev.rebound.feedback.streams.FeedbackRequests;
import dev.rebound.sealing.Sealing;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reads feedback requests. */
@Path("/api/v1/feedback-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feedback requests")
public class FeedbackRequestsResource {

  private final Caller caller;
  private final Reads reads;
  private final RequestList list;
  private final FeedbackRequests requests;
  private final Sealing sealing;
  private final Terms terms;

  /** Wired by the container. */
  @Inject
  public FeedbackRequestsResource(
      Caller caller,
      Reads reads,
      RequestList list,
      FeedbackRequests requests,
      Sealing sealing,
      Terms terms) {
    this.caller = caller;
    this.reads = reads;
    this.list = list;
    this.requests = requests;
    this.sealing = sealing;
    this.terms = terms;
  }

  /** The shape of the answer, for the API's description. */
  record RequestPage(
      List<RequestView> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {}

  /**
   * The caller's requests: a candidate's own, a recruiter's board's and those to their address.
   *
   * @param mine {@code true} leaves out what the caller sees for their board alone
   */
  @GET
  @RolesAllowed({Roles.CANDIDATE, Roles.RECRUITER})
  @Operation(summary = "Feedback requests, newest first")
  @APIResponseSchema(value = RequestPage.class, responseCode = "200")
  public Uni<Response> all(
      @QueryParam("applicationId") @Nullable String applicationId,
      @QueryParam("status") @Nullable String status,
      @Parameter(
              description = "true: without those that a recruiter sees for their board alone",
              schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
          @QueryParam("mine")
          @Nullable String mine,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("after") @Nullable UUID after,
      @Context UriInfo uri) {
    Paging paging = Paging.of(limit, cursor, 2);
    List<String> last = paging.after().orElse(List.of());
    Wanted wanted =
        new Wanted(
            applicationId == null ? null : id(applicationId),
            status == null ? null : status(status),
            last.isEmpty() ? null : time(last.getFirst()),
            last.isEmpty() ? null : cursorId(last.getLast()),
            paging.limit() + 1);
    Viewer viewer = QueryParameters.flag("mine", mine) ? viewer().withoutBoard() : viewer();
    return reads.after(
        after,
        () ->
            list.page(viewer, wanted)
                .map(found -> {
                  Page<RequestView> page =
                      paging.page(
                          found,
                          view -> List.of(view.requestedAt().toString(), view.id().toString()));
                  return Paging.respond(page, uri);
                }));
  }

  /** One request, as its stream tells it now. */
  @GET
  @Path("{id}")
  @RolesAllowed({Roles.CANDIDATE, Roles.RECRUITER})
  @Operation(summary = "One feedback request")
  @APIResponseSchema(value = RequestView.class, responseCode = "200")
  public Uni<Response> one(@PathParam("id") UUID id, @QueryParam("after") @Nullable UUID after) {
    Viewer viewer = viewer();
    return reads.after(
        after,
        () ->
            requests
                .ofLiving(id)
                .map(found -> {
                  Current<FeedbackRequest> current = found.orElseThrow(Problems::notFound);
                  if (!(current.state() instanceof Opened opened)
                      || !sees(viewer, opened.facts())) {
                    throw Problems.notFound();
                  }
                  return Response.ok(view(current.slice(), opened.facts()))
                      .header(HttpHeaders.ETAG, "\"" + current.slice().version() + "\"")
                      .build();
                }));
  }

  private RequestView view(StreamSlice slice, RequestFacts facts) {
    @Nullable RequestRow row = null;
    for (StoredEvent stored : slice.events()) {
      row = RequestRow.evolve(row, stored, terms);
    }
    if (row == null) {
      throw Problems.notFound();
    }
    return RequestView.of(row, RequestWords.of(facts));
  }

  private Viewer viewer() {
    boolean recruiter = caller.has(Roles.RECRUITER);
    return new Viewer(
        caller.has(Roles.CANDIDATE) ? caller.subject() : null,
        recruiter ? caller.board().orElse(null) : null,
        recruiter ? caller.verifiedEmail().map(sealing::pseudonym).orElse(null) : null);
  }

  private static boolean sees(Viewer viewer, RequestFacts facts) {
    return facts.candidateId().equals(viewer.candidateId())
        || facts.board() != null && facts.board().equals(viewer.board())
        || facts.recruiter().recruiterId().equals(viewer.recruiterId());
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notAnId) {
      throw Problems.invalidQuery("applicationId", "must be an id");
    }
  }

  private static RequestStatus status(String text) {
    try {
      return RequestStatus.valueOf(text);
    } catch (IllegalArgumentException unknown) {
      throw Problems.invalidQuery("status", "must be one of " + List.of(RequestStatus.values()));
    }
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException notOurs) {
      throw Problems.invalidQuery("cursor", "is not a cursor of this list");
    }
  }

  private static UUID cursorId(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notOurs) {
      throw Problems.invalidQuery("cursor", "is not a cursor of this list");
    }
  }
}

package dev.rebound.application.boards;

import dev.rebound.application.boards.BoardRejections.Received;
import dev.rebound.application.boards.RejectionItems.Read;
import dev.rebound.chassis.http.AtOnce;
import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.KeyedRequests;
import dev.rebound.chassis.http.Roles;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Takes the lists of rejections that boards send. */
@Path("/api/v1/boards/{board}/rejections")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, BoardRejectionsResource.CSV})
@RolesAllowed({Roles.BOARD_INTEGRATION, Roles.BOARD_ADMIN})
@Tag(name = "Boards")
public class BoardRejectionsResource {

  static final String CSV = "text/csv";

  /** How many lists may be worked on at a time; each is some ten megabytes while it is. */
  private static final int MOST_AT_ONCE = 8;

  /** How many of them may be one board's. */
  private static final int OF_ONE_BOARD = 6;

  private final RejectionItems items;
  private final RejectionLines lines;
  private final BoardRejections rejections;
  private final KeyedRequests requests;
  private final Caller caller;
  private final AtOnce places;

  /** Wired by the container. */
  @Inject
  public BoardRejectionsResource(
      RejectionItems items,
      RejectionLines lines,
      BoardRejections rejections,
      KeyedRequests requests,
      Caller caller) {
    this.items = items;
    this.lines = lines;
    this.rejections = rejections;
    this.requests = requests;
    this.caller = caller;
    this.places =
        new AtOnce(
            MOST_AT_ONCE,
            OF_ONE_BOARD,
            "Many lists are being worked on. Please try again in a moment.");
  }

  /** Records rejections; an item that does not hold keeps none of the others out. */
  @POST
  @Blocking
  @Operation(
      summary = "Report rejections",
      description =
          "Up to 1000 in 1 MB. Each is known by its externalId: one that is rejected already, or"
              + " whose rejection is the one that was taken back, is counted as a duplicate and"
              + " changes nothing. One with a reason that the board has mapped to WITHDRAWN"
              + " withdraws an application that was reported as rejected before. As CSV the first"
              + " line names the columns, and the answer counts the entries below it from 0 on: an"
              + " empty line is none, and one with a cell of several lines is one.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema =
                @Schema(
                    type = SchemaType.ARRAY,
                    implementation = RejectionItem.class,
                    maxItems = RejectionItems.MOST),
            examples = @ExampleObject(name = "one rejection", value = REQUEST)),
        @Content(
            mediaType = CSV,
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "one rejection as CSV", value = LINES))
      })
  @APIResponse(
      responseCode = "200",
      description = "What became of them",
      content =
          @Content(
              schema = @Schema(implementation = Received.class),
              examples = @ExampleObject(name = "one taken, one not", value = ANSWER)))
  @APIResponse(
      responseCode = "400",
      description =
          "No list, one of more than 1000, or no Idempotency-Key from a machine; nothing was taken",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(ref = "Problem"),
              examples = @ExampleObject(name = "no list", value = NO_LIST)))
  @APIResponse(
      responseCode = "404",
      description = "Another board",
      content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
  @APIResponse(
      responseCode = "413",
      description = "More than 1 MB",
      content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
  @APIResponse(responseCode = "415", description = "Neither application/json nor text/csv")
  @APIResponse(responseCode = "422")
  public Uni<Response> report(
      @RestPath String board, @Context HttpHeaders headers, byte @Nullable [] body) {
    caller.demandBoard(board);
    boolean csv = isCsv(headers.getMediaType());
    return places.run(
        board,
        () -> {
          List<Read> read = csv ? lines.read(body == null ? new byte[0] : body) : items.read(body);
          return requests.run(
              body == null ? new byte[0] : body, () -> rejections.record(board, read));
        });
  }

  private static boolean isCsv(@Nullable MediaType type) {
    return type != null && type.isCompatible(MediaType.valueOf(CSV));
  }

  private static final String REQUEST =
      """
      [{"externalId":"a-1001","candidate":{"externalId":"c-77","email":"sam@example.org"},
        "posting":{"title":"Ward manager","company":"Lakeside Hospital Trust","seniority":"SENIOR"},
        "appliedOn":"2026-09-14","stages":[{"kind":"RECRUITER_SCREEN","reachedOn":"2026-09-20"}],
        "stage":"PANEL_INTERVIEW","rejectedOn":"2026-10-01",
        "message":"We chose somebody with more experience of night shifts.",
        "reason":{"id":"r-4","text":"Experience"},
        "recruiter":{"name":"Kim","email":"kim@lakeside.example"}}]
      """;

  private static final String LINES =
      """
      externalId,candidateId,email,title,company,appliedOn,stage,rejectedOn,reason,message
      a-2,c-78,sam@example.org,Sail maker,Nordwind,2026-09-01,RECRUITER_SCREEN,2026-09-20,Experience,
      """;

  private static final String NO_LIST =
      """
      {"type":"/problems/malformed","title":"Bad Request","status":400,
       "detail":"The body is not the one JSON list expected here.",
       "instance":"/api/v1/boards/acme/rejections"}
      """;

  private static final String ANSWER =
      """
      {"accepted":1,"duplicates":0,
       "rejected":[{"index":1,"problem":"candidate.email must be an e-mail address"}]}
      """;
}

package dev.rebound.application.boards;

import dev.rebound.application.boards.BoardMappings.Current;
import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Preconditions;
import dev.rebound.chassis.http.Problems;
import dev.rebound.chassis.http.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Shows and changes what a board's own names mean. */
@Path("/api/v1/boards/{board}/mappings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.BOARD_INTEGRATION, Roles.BOARD_ADMIN})
@Tag(name = "Boards")
public class BoardMappingsResource {

  private final BoardMappings mappings;
  private final Caller caller;
  private final Preconditions preconditions;

  /** Wired by the container. */
  @Inject
  public BoardMappingsResource(BoardMappings mappings, Caller caller, Preconditions preconditions) {
    this.mappings = mappings;
    this.caller = caller;
    this.preconditions = preconditions;
  }

  /**
   * A board's mapping.
   *
   * @param unmapped names of stages that came and are in no table
   */
  @Schema(name = "BoardMappingView")
  public record MappingView(@NotNull Mapping mapping, @NotNull List<String> unmapped) {}

  /** What the board's names mean. */
  @GET
  @Operation(
      summary = "What the board's names for stages and reasons mean",
      description =
          "Beside these, the usual names of stages are known. The names of stages that came and are"
              + " in no table are listed, so that the board can say what they mean.")
  @APIResponse(
      responseCode = "200",
      description = "What they mean",
      content =
          @Content(
              schema = @Schema(implementation = MappingView.class),
              examples = @ExampleObject(name = "a mapping", value = VIEW)))
  public Uni<RestResponse<MappingView>> mapping(@RestPath String board) {
    caller.demandBoard(board);
    return mappings.current(board).flatMap(current -> answer(board, current));
  }

  /** Puts the whole mapping; it holds for what comes from now on. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Say what the board's names for stages and reasons mean",
      description =
          "The whole of it; it holds for what comes from now on. Ids count as names, and upper and"
              + " lower case do not matter. A reason may say how an application ended, by whatever way"
              + " that is reported: otherwise than by a rejection (WITHDRAWN, HIRED), or by one where"
              + " the vendor leaves that open (REJECTED). Words are what a reason says where the"
              + " vendor sends nothing but its id.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = Mapping.class),
              examples = @ExampleObject(name = "a mapping", value = MAPPING)))
  @APIResponse(
      responseCode = "200",
      description = "It holds from now on",
      content =
          @Content(
              schema = @Schema(implementation = MappingView.class),
              examples = @ExampleObject(name = "a mapping", value = VIEW)))
  @APIResponse(responseCode = "412")
  public Uni<RestResponse<MappingView>> put(
      @RestPath String board, @NotNull @Valid Mapping mapping) {
    caller.demandBoard(board);
    return mappings
        .put(board, mapping, preconditions.ifMatch())
        .flatMap(current -> answer(board, current.orElseThrow(Problems::stale)));
  }

  private Uni<RestResponse<MappingView>> answer(String board, Current current) {
    return mappings
        .unmapped(board, current.mapping())
        .map(names ->
            ResponseBuilder.ok(new MappingView(current.mapping(), names))
                .header(HttpHeaders.ETAG, '"' + Integer.toString(current.version()) + '"')
                .build());
  }

  private static final String MAPPING =
      """
      {"company":"Lakeside Hospital Trust","stages":{"Trial week":"ASSESSMENT"},
       "reasons":{"r-hired":"HIRED","Took another offer":"WITHDRAWN"},
       "words":{"r-4":"Too little experience of night shifts"}}
      """;

  private static final String VIEW =
      """
      {"mapping":{"company":"Lakeside Hospital Trust","stages":{"trial week":"ASSESSMENT"},
        "reasons":{"r-hired":"HIRED"},"words":{}},
       "unmapped":["Garden walk"]}
      """;
}

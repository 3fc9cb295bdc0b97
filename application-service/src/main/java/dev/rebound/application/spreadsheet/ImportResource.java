package dev.rebound.application.spreadsheet;

import dev.rebound.chassis.http.AtOnce;
import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.KeyedRequests;
import dev.rebound.chassis.http.Problems;
import dev.rebound.chassis.http.QueryParameters;
import dev.rebound.chassis.http.Reads;
import dev.rebound.chassis.http.Roles;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Takes a candidate's applications from a spreadsheet. */
@Path("/api/v1/import")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Spreadsheets")
public class ImportResource {

  static final String CSV = "text/csv";

  /** Whatever encoding it names, it is read as UTF-8 or not at all. */
  private static final Pattern IS_CSV = Pattern.compile("text/csv\\s*(;.*)?");

  /** How many files may be worked on at a time; each is some ten megabytes while it is. */
  private static final int MOST_AT_ONCE = 8;

  /** How many of them may be one candidate's. */
  private static final int OF_ONE_CANDIDATE = 6;

  private final Imports imports;
  private final KeyedRequests requests;
  private final Reads reads;
  private final Caller caller;
  private final AtOnce places;

  /** Wired by the container. */
  @Inject
  public ImportResource(Imports imports, KeyedRequests requests, Reads reads, Caller caller) {
    this.imports = imports;
    this.requests = requests;
    this.reads = reads;
    this.caller = caller;
    this.places =
        new AtOnce(
            MOST_AT_ONCE,
            OF_ONE_CANDIDATE,
            "Many files are being worked on. Please try again in a moment.");
  }

  /**
   * Records the applications of a file; a line that does not hold keeps none of the others out.
   *
   * @param preview whether only to say what that would do
   * @param after the event that a preview must know of
   */
  @POST
  @Blocking
  @RolesAllowed(Roles.CANDIDATE)
  @Operation(
      summary = "Import applications from a CSV file",
      description =
          "Up to 1000 lines in 1 MB, UTF-8, divided by commas or semicolons. The first line names"
              + " the columns, in any order; title, company and appliedOn have to be there. The"
              + " other columns are those of an export, and the usual other names for them are"
              + " understood. Days are written as 2026-10-01. Each line stands for itself. An"
              + " application is known by the column id, else by title, company and day: what is"
              + " recorded already is not changed, so that the same file can be sent again. Nobody"
              + " is asked for feedback on a rejection that comes in this way. With preview=true"
              + " nothing is changed, and the answer says what would be.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = CSV,
              schema = @Schema(type = SchemaType.STRING, maxLength = 1_048_576),
              examples = @ExampleObject(name = "three applications", value = FILE)))
  @APIResponse(
      responseCode = "200",
      description = "What became of each line",
      content =
          @Content(
              schema = @Schema(implementation = ImportReport.class),
              examples =
                  @ExampleObject(name = "one added, one there, one refused", value = REPORT)))
  @APIResponse(
      responseCode = "400",
      description = "It is no such file, or has too many lines",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(ref = "Problem"),
              examples = @ExampleObject(name = "a column is missing", value = PROBLEM)))
  @APIResponse(
      responseCode = "413",
      description = "It has more than 1 MB",
      content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
  @APIResponse(
      responseCode = "415",
      description = "It is not text/csv",
      content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
  @APIResponse(responseCode = "422")
  public Uni<Response> take(
      @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false")) @RestQuery
          @Nullable String preview,
      @RestQuery @Nullable UUID after,
      @Context HttpHeaders headers,
      byte @Nullable [] body) {
    UUID candidate = caller.subject();
    boolean only = QueryParameters.flag("preview", preview);
    requireCsv(headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
    byte[] file = body == null ? new byte[0] : body;
    return places.run(
        candidate,
        () -> {
          Sheet sheet = Sheet.of(file);
          return only
              ? reads
                  .after(after, () -> imports.preview(candidate, sheet))
                  .map(report -> Response.ok(report).build())
              : requests.run(file, () -> imports.record(candidate, sheet));
        });
  }

  private static void requireCsv(@Nullable String type) {
    if (type == null || !IS_CSV.matcher(type.strip().toLowerCase(Locale.ROOT)).matches()) {
      throw Problems.unsupportedType("Send the file as text/csv.");
    }
  }

  private static final String FILE =
      """
      title,company,appliedOn,status,rejectedOn,stages,message,recruiterEmail
      Ward manager,Lakeside Hospital Trust,2026-09-14,REJECTED,2026-10-01,RECRUITER_SCREEN 2026-09-20,"We chose somebody with more experience, sorry.",kim@lakeside.example
      Ward manager,Lakeside Hospital Trust,2026-09-14,,,,,
      Nurse,St Elsewhere,1.10.2026,,,,,
      """;

  private static final String REPORT =
      """
      {"preview":false,"added":1,"duplicates":1,"refused":1,"columnsLeftOut":[],"lines":[
       {"line":2,"outcome":"ADDED","id":"0199a7f4-0000-7000-8000-000000000001",
        "title":"Ward manager","company":"Lakeside Hospital Trust","appliedOn":"2026-09-14",
        "status":"REJECTED"},
       {"line":3,"outcome":"DUPLICATE","id":"0199a7f4-0000-7000-8000-000000000001",
        "title":"Ward manager","company":"Lakeside Hospital Trust","appliedOn":"2026-09-14",
        "status":"ACTIVE","problem":"It is the same application as line 2."},
       {"line":4,"outcome":"REFUSED","title":"Nurse","company":"St Elsewhere",
        "problem":"appliedOn must be a day such as 2026-10-01."}]}
      """;

  private static final String PROBLEM =
      """
      {"type":"/problems/malformed","title":"Bad Request","status":400,
       "detail":"The first line has to name the columns title, company and appliedOn. Missing: appliedOn.",
       "instance":"/api/v1/import"}
      """;
}

package dev.rebound.application.spreadsheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.rebound.application.applicationlist.ApplicationSummaryTable;
import dev.rebound.application.streams.OwnApplications;
import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.QueryParameters;
import dev.rebound.chassis.http.Reads;
import dev.rebound.chassis.http.Roles;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Gives a candidate's applications as a spreadsheet. */
@Path("/api/v1/export")
@Tag(name = "Spreadsheets")
public class ExportResource {

  private static final String BYTE_ORDER_MARK = "\ufeff";

  /** So many are held at a time, with their descriptions: a megabyte at most. */
  private static final int LINES_AT_ONCE = 20;

  private final ApplicationSummaryTable table;
  private final OwnApplications own;
  private final Reads reads;
  private final Caller caller;

  /** Wired by the container. */
  @Inject
  public ExportResource(
      ApplicationSummaryTable table, OwnApplications own, Reads reads, Caller caller) {
    this.table = table;
    this.own = own;
    this.reads = reads;
    this.caller = caller;
  }

  /**
   * The caller's own applications, the newest first, as they are read.
   *
   * @param bom whether a mark of the byte order comes first
   */
  @GET
  @Produces("text/csv;charset=utf-8")
  @RolesAllowed(Roles.CANDIDATE)
  @Operation(
      summary = "Export own applications as a CSV file",
      description =
          "Newest first, in UTF-8, with the columns that an import knows: it can be imported again."
              + " Texts that a spreadsheet would take for formulas begin with an apostrophe, which"
              + " an import takes away. With bom=true it begins with a byte order mark, without"
              + " which Excel takes it for another encoding.")
  @APIResponse(
      responseCode = "200",
      description = "The file",
      content =
          @Content(
              mediaType = ImportResource.CSV,
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "one application", value = FILE)))
  public RestMulti<String> give(
      @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false")) @RestQuery
          @Nullable String bom,
      @RestQuery @Nullable UUID after) {
    UUID candidate = caller.subject();
    boolean marked = QueryParameters.flag("bom", bom);
    Multi<List<String>> lines =
        reads
            .after(after, () -> Uni.createFrom().item(candidate))
            .onItem()
            .transformToMulti(table::all)
            .onItem()
            .transformToUniAndConcatenate(application -> own.of(candidate, application.id()))
            .map(ExportedLine::of);
    Multi<String> parts =
        Multi.createBy()
            .concatenating()
            .streams(Multi.createFrom().item(headers(marked)), lines)
            .group()
            .intoLists()
            .of(LINES_AT_ONCE)
            .map(ExportResource::written);
    return RestMulti.fromMultiData(parts)
        .header("Content-Disposition", "attachment; filename=\"applications.csv\"")
        .build();
  }

  /** With the mark in the first of them, so that nothing is sent before something was read. */
  private static List<String> headers(boolean marked) {
    List<String> headers = new ArrayList<>(ExportedLine.headers());
    if (marked) {
      headers.set(0, BYTE_ORDER_MARK + headers.getFirst());
    }
    return headers;
  }

  private static String written(List<List<String>> lines) {
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().build(text)) {
      lines.forEach(writer::writeRecord);
    } catch (IOException closing) {
      throw new UncheckedIOException(closing);
    }
    return text.toString();
  }

  private static final String FILE =
      """
      id,title,company,location,workplace,employmentType,seniority,industry,url,languages,salaryMin,salaryMax,salaryCurrency,salaryPeriod,description,appliedOn,status,stages,offeredOn,rejectedOn,rejectionStage,message,reason,recruiterName,recruiterEmail
      0199a7f4-0000-7000-8000-000000000001,Ward manager,Lakeside Hospital Trust,Utrecht,ONSITE,FULL_TIME,,,,English; Dutch,42000,48000,EUR,YEAR,,2026-09-14,REJECTED,RECRUITER_SCREEN 2026-09-20,,2026-10-01,RECRUITER_SCREEN,We chose somebody with more experience.,,Kim,kim@lakeside.example
      """;
}

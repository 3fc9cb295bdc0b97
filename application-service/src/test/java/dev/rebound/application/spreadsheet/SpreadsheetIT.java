package dev.rebound.application.spreadsheet;

import static dev.rebound.application.Candidates.apply;
import static dev.rebound.application.Candidates.as;
import static dev.rebound.application.Candidates.fresh;
import static dev.rebound.application.Candidates.once;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyIterable;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class SpreadsheetIT {

  private static final String IMPORT = "/api/v1/import";
  private static final String EXPORT = "/api/v1/export";
  private static final String APPLICATIONS = "/api/v1/applications";

  private static final String FILE =
      """
      Position;Employer;Date applied;Status;Rejected on;Stage;Message;Recruiter;E-Mail;Priority
      Rigger;Nordwind;2026-09-01;rejected;2026-09-20;Panel interview;"No; sorry.";Ina;ina@example.net;1
      Sailmaker;Südwind;2026-09-02;applied;;;;;;2
      Cook;Kombüse;3.9.2026;;;;;;;
      Rigger;nordwind ;2026-09-01;;;;;;;
      Mate;Ostwind;2026-09-04;Rejected;2026-09-01;;;;;
      Boatswain;Westwind;2026-09-05;Offer;;;;;;
      """;

  @Test
  void eachLineIsToldOfAndBadOnesSpoilNoGoodOnes() {
    Candidate me = fresh();

    ValidatableResponse report = imported(me, FILE).then().statusCode(200);

    report
        .header("Rebound-Event-Id", notNullValue())
        .body("preview", equalTo(false))
        .body("added", equalTo(2))
        .body("duplicates", equalTo(1))
        .body("refused", equalTo(3))
        .body("columnsLeftOut", contains("Priority"))
        .body("lines.line", contains(2, 3, 4, 5, 6, 7))
        .body(
            "lines.outcome",
            contains("ADDED", "ADDED", "REFUSED", "DUPLICATE", "REFUSED", "REFUSED"))
        .body("lines[0].title", equalTo("Rigger"))
        .body("lines[1].company", equalTo("Südwind"))
        .body("lines[2].problem", equalTo("Date applied must be a day such as 2026-10-01."))
        .body("lines[3].problem", equalTo("It is the same application as line 2."))
        .body("lines[4].problem", equalTo("A day lies before the day of the application."))
        .body("lines[5].problem", equalTo("offeredOn is missing: there is an offer."));
    String rejected = report.extract().path("lines[0].id");
    as(me)
        .get(APPLICATIONS + "/" + rejected)
        .then()
        .statusCode(200)
        .body("status", equalTo("REJECTED"))
        .body("stages.kind", contains("PANEL_INTERVIEW"))
        .body("rejection.message", equalTo("No; sorry."))
        .body("rejection.source", equalTo("CANDIDATE"))
        .body("recruiter.email", equalTo("ina@example.net"));
  }

  @Test
  void theSameFileAgainAddsNothing() {
    Candidate me = fresh();
    String event = imported(me, FILE).header("Rebound-Event-Id");

    imported(me, FILE)
        .then()
        .statusCode(200)
        .header("Rebound-Event-Id", nullValue())
        .body("added", equalTo(0))
        .body("duplicates", equalTo(3))
        .body("lines[1].problem", equalTo("It is recorded already. Nothing about it is changed."))
        .body("lines[1].id", notNullValue());
    as(me).get(APPLICATIONS + "?after=" + event).then().body("items", hasSize(2));
  }

  @Test
  void aLineThatStandsElsewhereByNowIsTheSameApplication() {
    Candidate me = fresh();
    String file = "id,title,company,appliedOn,status,rejectedOn\nA-7,Rigger,N,2026-09-01,%s\n";
    String id = imported(me, file.formatted("ACTIVE,")).path("lines[0].id");

    imported(me, file.replace("Rigger", "Chief rigger").formatted("REJECTED,2026-09-09"))
        .then()
        .body("lines[0].outcome", equalTo("DUPLICATE"))
        .body("lines[0].id", equalTo(id));
    as(me).get(APPLICATIONS + "/" + id).then().body("status", equalTo("ACTIVE"));
    imported(fresh(), file.formatted("ACTIVE,"))
        .then()
        .body("added", equalTo(1))
        .body("lines[0].id", not(equalTo(id)));
  }

  @Test
  void whatWasTypedInByHandIsThere() {
    Candidate me = fresh();
    String event = submittedEvent(me);

    preview(me, "title,company,appliedOn\n rigger,NORDWIND,2026-10-01\n", event)
        .then()
        .statusCode(200)
        .body("duplicates", equalTo(1));
  }

  @Test
  void aPreviewChangesNothing() {
    Candidate me = fresh();

    preview(me, FILE, null)
        .then()
        .statusCode(200)
        .header("Rebound-Event-Id", nullValue())
        .body("preview", equalTo(true))
        .body("added", equalTo(2))
        .body("refused", equalTo(3))
        .body("lines.id", everyItem(nullValue()));
    as(me).get(APPLICATIONS).then().body("items", emptyIterable());
    String event = imported(me, FILE).header("Rebound-Event-Id");
    preview(me, FILE, event).then().body("added", equalTo(0)).body("duplicates", equalTo(3));
    file(me, FILE).queryParam("preview", "perhaps").post(IMPORT).then().statusCode(400);
  }

  @Test
  void aRepeatIsAnsweredAsBeforeAndAPreviewTakesNoKey() {
    Candidate me = fresh();
    String key = UUID.randomUUID().toString();
    file(me, FILE)
        .header("Idempotency-Key", key)
        .queryParam("preview", true)
        .post(IMPORT)
        .then()
        .statusCode(200)
        .body("preview", equalTo(true));
    keyed(me, key, FILE).then().statusCode(200).body("added", equalTo(2));
    keyed(me, key, FILE)
        .then()
        .statusCode(200)
        .header("Idempotency-Replayed", equalTo("true"))
        .body("added", equalTo(2));
    keyed(me, key, "title,company,appliedOn\n").then().statusCode(422);
  }

  @Test
  void whatGoesOutComesInAgain() {
    Candidate me = fresh();
    String event = imported(me, everything()).header("Rebound-Event-Id");
    String file = exported(me, event);

    imported(me, file).then().body("added", equalTo(0)).body("duplicates", equalTo(5));
    Candidate other = fresh();
    String again =
        imported(other, file)
            .then()
            .statusCode(200)
            .body("added", equalTo(5))
            .extract()
            .header("Rebound-Event-Id");
    assertThat(withoutIds(exported(other, again))).isEqualTo(withoutIds(file));
    as(other).get(APPLICATIONS).then().body("items", hasSize(5));
  }

  @Test
  void formulasAreDisarmedOnTheWayOutAndComeBackAsTheyWere() {
    Candidate me = fresh();
    String formula = "=HYPERLINK(\"http://example.org\",\"x\")";
    String file =
        """
        title,company,appliedOn,location,industry,description,languages
        "=HYPERLINK(""http://example.org"",""x"")",@SUM(A1),2026-09-01,+49 431,-1+1,"\t=cmd|' /C calc'!A0",'=1
        """;
    Response report = imported(me, file);
    String id = report.path("lines[0].id");

    String out = exported(me, report.header("Rebound-Event-Id"));

    NamedCsvRecord line = records(out).getFirst();
    assertThat(line.getFields()).noneMatch(cell -> cell.matches("(?s)[=+\\-@\t\r].*"));
    assertThat(line.getField("title")).isEqualTo("'" + formula);
    as(me)
        .get(APPLICATIONS + "/" + id)
        .then()
        .body("posting.title", equalTo(formula))
        .body("posting.company", equalTo("@SUM(A1)"))
        .body("posting.location", equalTo("+49 431"))
        .body("posting.description", equalTo("=cmd|' /C calc'!A0"));
    Candidate other = fresh();
    String event =
        imported(other, out).then().body("added", equalTo(1)).extract().header("Rebound-Event-Id");
    assertThat(withoutIds(exported(other, event))).isEqualTo(withoutIds(out));
  }

  @Test
  void anExportIsAFileAndExcelIsTold() {
    Candidate me = fresh();
    as(me)
        .get(EXPORT)
        .then()
        .statusCode(200)
        .contentType(containsString("text/csv"))
        .header("Content-Disposition", equalTo("attachment; filename=\"applications.csv\""));
    assertThat(exported(me, null)).startsWith("id,title,company,").hasLineCount(1);
    byte[] marked = as(me).queryParam("bom", true).get(EXPORT).asByteArray();
    assertThat(new String(marked, UTF_8)).startsWith("\ufeffid,title");
    as(me).queryParam("bom", "perhaps").get(EXPORT).then().statusCode(400);
  }

  @Test
  void aLongListGoesOutWhole() {
    Candidate me = fresh();
    String file =
        IntStream.range(0, 450)
            .mapToObj(i -> "Job " + i + ",Nordwind," + "2026-0" + (1 + i % 9) + "-11")
            .collect(Collectors.joining("\n", "title,company,appliedOn\n", "\n"));
    String event = imported(me, file).header("Rebound-Event-Id");

    List<NamedCsvRecord> lines = records(exported(me, event));

    assertThat(lines)
        .extracting(line -> line.getField("title"))
        .doesNotHaveDuplicates()
        .hasSize(450);
    assertThat(lines)
        .extracting(line -> line.getField("appliedOn"))
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @Test
  void nobodySeesOrMeetsTheApplicationsOfOthers() {
    Candidate other = fresh();
    String theirs = apply(other, "Secret", "2026-10-01");
    Candidate me = fresh();

    imported(me, "id,title,company,appliedOn\n" + theirs + ",Mine,N,2026-10-02\n")
        .then()
        .body("added", equalTo(1))
        .body("lines[0].id", not(equalTo(theirs)));
    assertThat(exported(me, null)).doesNotContain("Secret");
    as(other).get(APPLICATIONS + "/" + theirs).then().body("posting.title", equalTo("Secret"));
  }

  @Test
  void whatIsLeftOutOfALineIsSaid() {
    imported(
            fresh(),
            "title,company,appliedOn,contact,stage\nRigger,N,2026-09-01,Ina,Phone screen\n")
        .then()
        .body("added", equalTo(1))
        .body("lines[0].problem", containsString("contact is left out"))
        .body("lines[0].problem", containsString("stage is left out"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "{}",
        "title;company\n",
        "a,b\n1,2\n",
        "title,company,appliedOn,title\n",
        "\"\"\"",
        "\u0000\u0000\u0000",
        "\ufeff",
        ",,,,\n,,,,\n"
      })
  void whatIsNoSheetIsAProblem(String body) {
    imported(fresh(), body)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", not(containsString("Exception")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Rig\u0000ger,N,2026-09-01",
        "Rig\u001bger,N,2026-09-01",
        ",N,2026-09-01",
        "Rigger,,2026-09-01",
        "Rigger,N,",
        "Rigger,N,2026-02-30",
        "Rigger,N,0026-02-03",
        "Rigger,N,9999-01-01",
        "Rigger,N,2026-09-01,LUNCH",
        "Rigger,N,2026-09-01,WITHDRAWN,2026-09-09",
        "Rigger,N,2026-09-01,,,,javascript:alert(1)",
        "Rigger,N,2026-09-01,,,nobody",
        "Rigger,N,2026-09-01,,,,,0x10,EUR,YEAR",
        "Rigger,N,2026-09-01,,,,,10,,",
        "Rigger,N,2026-09-01,,,,,10,EUR,YEAR,5",
        "Rigger,N,2026-09-01,,,,,,,,,Lunch 2026-09-09",
        "Rigger,N,2026-09-01,,,,,,,,,,too,many"
      })
  void aHostileLineIsRefusedInPlainWords(String line) {
    String file =
        "title,company,appliedOn,status,rejectedOn,recruiterEmail,url,salaryMin,salaryCurrency,"
            + "salaryPeriod,salaryMax,stages\n"
            + line
            + "\nMate,N,2026-09-01\n";

    imported(fresh(), file)
        .then()
        .statusCode(200)
        .body("lines.outcome", contains("REFUSED", "ADDED"))
        .body("lines[0].problem", not(containsString("dev.rebound")))
        .body("lines[0].problem", not(containsString("posting.")));
  }

  @Test
  void longTextsAreRefusedAndTheRestIsTaken() {
    imported(
            fresh(),
            "title,company,appliedOn,message,rejectedOn\n"
                + "x".repeat(201)
                + ",N,2026-09-01\nMate,N,2026-09-01,"
                + "y".repeat(10_001)
                + ",2026-09-02\nCook,N,2026-09-01\n")
        .then()
        .body("lines.outcome", contains("REFUSED", "REFUSED", "ADDED"))
        .body("lines[0].problem", equalTo("title is too long: at most 200 characters."))
        .body("lines[0].title", equalTo("x".repeat(200)));
  }

  @Test
  void aFileHasItsBounds() {
    Candidate me = fresh();
    String many = "A,B,2026-10-01\n".repeat(1001);
    imported(me, "title,company,appliedOn\n" + many)
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/too-many"));
    imported(me, "title,company,appliedOn\n" + " ".repeat(1_048_576)).then().statusCode(413);
    file(me, FILE).contentType("application/json").post(IMPORT).then().statusCode(415);
    given()
        .auth()
        .oauth2(me.token())
        .contentType("text/csv; charset=UTF-8")
        .body("title,company,appliedOn\nK\u00fcfer,N,2026-10-01\n".getBytes(ISO_8859_1))
        .post(IMPORT)
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/not-utf-8"));
    as(me).get(APPLICATIONS).then().body("items", emptyIterable());
  }

  private static String everything() {
    return """
    title,company,appliedOn,location,workplace,employmentType,seniority,industry,url,languages,salaryMin,salaryMax,salaryCurrency,salaryPeriod,description,status,stages,offeredOn,rejectedOn,rejectionStage,message,reason,recruiterName,recruiterEmail
    Rigger,Nordwind,2026-09-05,Kiel,on site,Full time,senior,Ships,https://example.org/a,English; Danish,42000.50,48000,EUR,yearly,"You rig,
    and mend.",Rejected,"First call 2026-09-07: long, and kind
    Panel 2026-09-09",,2026-09-20,Panel interview,"No.
    Sorry.",Experience,Ina,ina@example.net
    Mate,Nordwind,2026-09-04,,,,,,,,,,,,,Active,First call 2026-09-06,,,,,,,
    Cook,Nordwind,2026-09-03,,,,,,,,,,,,,Withdrawn,,,,,,Too far,,
    Pilot,Nordwind,2026-09-02,,,,,,,,,,,,,Offer,,2026-09-30,,,,,Ina,ina@example.net
    Purser,Nordwind,2026-09-01,,,,,,,,,,,,,Rejected,Offer 2026-09-30,,2026-10-02,,,,,
    """;
  }

  private static RequestSpecification file(Candidate me, String text) {
    return given()
        .auth()
        .oauth2(me.token())
        .contentType("text/csv; charset=UTF-8")
        .body(text.getBytes(UTF_8));
  }

  private static Response imported(Candidate me, String text) {
    return keyed(me, UUID.randomUUID().toString(), text);
  }

  private static Response keyed(Candidate me, String key, String text) {
    return file(me, text).header("Idempotency-Key", key).post(IMPORT);
  }

  private static Response preview(Candidate me, String text, @Nullable String after) {
    RequestSpecification request = file(me, text).queryParam("preview", true);
    return (after == null ? request : request.queryParam("after", after)).post(IMPORT);
  }

  private static String exported(Candidate me, @Nullable String after) {
    RequestSpecification request = as(me);
    byte[] file =
        (after == null ? request : request.queryParam("after", after))
            .get(EXPORT)
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    return new String(file, UTF_8);
  }

  private static List<NamedCsvRecord> records(String file) {
    return CsvReader.builder().ofNamedCsvRecord(file).stream().toList();
  }

  private static List<List<String>> withoutIds(String file) {
    return records(file).stream()
        .map(line -> line.getFields().subList(1, line.getFieldCount()))
        .toList();
  }

  private static String submittedEvent(Candidate me) {
    return once(me)
        .body(
            """
            {"posting":{"title":"Rigger","company":"Nordwind"},"appliedOn":"2026-10-01"}
            """)
        .post(APPLICATIONS)
        .then()
        .statusCode(201)
        .extract()
        .header("Rebound-Event-Id");
  }
}

package dev.rebound.application.spreadsheet;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of a spreadsheet of applications, in the order in which they go out. */
enum Column {
  ID("id", "id", "externalid", "applicationid", "reference"),
  TITLE("title", "posting.title", "jobtitle", "position", "role", "job", "vacancy"),
  COMPANY("company", "posting.company", "companyname", "employer", "organisation", "organization"),
  LOCATION("location", "posting.location", "place", "city", "joblocation"),
  WORKPLACE("workplace", "posting.workplace", "workmode", "workmodel", "workarrangement", "remote"),
  EMPLOYMENT_TYPE(
      "employmentType", "posting.employmentType", "employment", "jobtype", "contracttype"),
  SENIORITY("seniority", "posting.seniority", "level", "senioritylevel"),
  INDUSTRY("industry", "posting.industry", "sector"),
  URL("url", "posting.url", "link", "joburl", "joblink", "postingurl", "jobposting"),
  LANGUAGES("languages", "posting.languages", "language"),
  SALARY_MIN("salaryMin", "posting.salary.min", "minsalary", "minimumsalary", "salaryfrom"),
  SALARY_MAX("salaryMax", "posting.salary.max", "maxsalary", "maximumsalary", "salaryto"),
  SALARY_CURRENCY("salaryCurrency", "posting.salary.currency", "currency"),
  SALARY_PERIOD("salaryPeriod", "posting.salary.period", "period", "payperiod"),
  DESCRIPTION("description", "posting.description", "jobdescription"),
  APPLIED_ON(
      "appliedOn",
      "appliedOn",
      "applied",
      "dateapplied",
      "applieddate",
      "applicationdate",
      "dateofapplication",
      "date"),
  STATUS("status", "status", "state", "outcome", "result"),
  STAGES("stages", "stages", "interviews"),
  OFFERED_ON("offeredOn", "offeredOn", "offered", "offerdate", "dateoffered", "dateofoffer"),
  REJECTED_ON(
      "rejectedOn",
      "rejectedOn",
      "rejected",
      "rejectiondate",
      "daterejected",
      "rejecteddate",
      "dateofrejection"),
  REJECTION_STAGE("rejectionStage", "rejectionStage", "stage", "laststage", "rejectedat"),
  MESSAGE("message", "message", "rejectionmessage", "theirmessage"),
  REASON("reason", "reason", "rejectionreason", "reasonforrejection", "withdrawalreason"),
  RECRUITER_NAME("recruiterName", "recruiter.name", "recruiter", "contact", "contactname"),
  RECRUITER_EMAIL("recruiterEmail", "recruiter.email", "contactemail", "email", "emailaddress");

  /** Without these there is no application. */
  static final Set<Column> NEEDED = Set.of(TITLE, COMPANY, APPLIED_ON);

  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]");
  private static final Pattern PLACE_IN_LIST = Pattern.compile("\\[.*");
  private static final String SALARY = "posting.salary";

  private final String header;
  private final String path;
  private final Set<String> names;

  /**
   * A column.
   *
   * @param header what it is called on the way out
   * @param path where it stands in an {@link ApplicationLine}
   * @param others what else people call it: lower case, letters and digits alone
   */
  Column(String header, String path, String... others) {
    this.header = header;
    this.path = path;
    this.names =
        Stream.concat(Stream.of(header.toLowerCase(Locale.ROOT)), Arrays.stream(others))
            .collect(Collectors.toSet());
  }

  /** What it is called on the way out. */
  String header() {
    return header;
  }

  /** The names that lead to it, in an {@link ApplicationLine}. */
  List<String> path() {
    return List.of(path.split("\\."));
  }

  /** The column that goes out under this name, however it is written. */
  static Optional<Column> exactly(String header) {
    String plain = plain(header);
    return Arrays.stream(values())
        .filter(it -> it.header.toLowerCase(Locale.ROOT).equals(plain))
        .findFirst();
  }

  /** The column that people call so, however it is written. */
  static Optional<Column> called(String header) {
    String plain = plain(header);
    return Arrays.stream(values()).filter(it -> it.names.contains(plain)).findFirst();
  }

  /**
   * The column that stands at a place of an {@link ApplicationLine}, such as one with a problem.
   */
  static Optional<Column> at(String place) {
    String whole = PLACE_IN_LIST.matcher(place).replaceFirst("");
    if (whole.equals(SALARY)) {
      return Optional.of(SALARY_MIN);
    }
    return Arrays.stream(values()).filter(it -> it.path.equals(whole)).findFirst();
  }

  private static String plain(String header) {
    return NOT_LETTERS.matcher(header.toLowerCase(Locale.ROOT)).replaceAll("");
  }
}

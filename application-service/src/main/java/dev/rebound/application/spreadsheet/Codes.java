package dev.rebound.application.spreadsheet;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Codes as people write them: {@code Full time} is {@code FULL_TIME}. */
final class Codes {

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final Map<String, String> STAGES =
      Map.ofEntries(
          Map.entry("APPLICATION", "APPLICATION_REVIEW"),
          Map.entry("CV_REVIEW", "APPLICATION_REVIEW"),
          Map.entry("FIRST_CALL", "RECRUITER_SCREEN"),
          Map.entry("PHONE_SCREEN", "RECRUITER_SCREEN"),
          Map.entry("PHONE_INTERVIEW", "RECRUITER_SCREEN"),
          Map.entry("RECRUITER_CALL", "RECRUITER_SCREEN"),
          Map.entry("CALL_WITH_THE_RECRUITER", "RECRUITER_SCREEN"),
          Map.entry("SCREENING", "RECRUITER_SCREEN"),
          Map.entry("TEST", "ASSESSMENT"),
          Map.entry("TAKE_HOME", "ASSESSMENT"),
          Map.entry("CODING_TEST", "ASSESSMENT"),
          Map.entry("TECHNICAL", "TECHNICAL_INTERVIEW"),
          Map.entry("HIRING_MANAGER", "MANAGER_INTERVIEW"),
          Map.entry("HIRING_MANAGER_INTERVIEW", "MANAGER_INTERVIEW"),
          Map.entry("INTERVIEW_WITH_THE_MANAGER", "MANAGER_INTERVIEW"),
          Map.entry("PANEL", "PANEL_INTERVIEW"),
          Map.entry("FINAL", "FINAL_INTERVIEW"),
          Map.entry("FINAL_ROUND", "FINAL_INTERVIEW"));

  /** By column, for the columns that hold a code. */
  private static final Map<Column, Map<String, String>> OTHERS =
      Map.of(
          Column.WORKPLACE,
          Map.of("ON_SITE", "ONSITE", "OFFICE", "ONSITE", "IN_OFFICE", "ONSITE"),
          Column.EMPLOYMENT_TYPE,
          Map.of(
              "FULLTIME", "FULL_TIME",
              "PERMANENT", "FULL_TIME",
              "PARTTIME", "PART_TIME",
              "FREELANCE", "CONTRACT",
              "INTERN", "INTERNSHIP"),
          Column.SENIORITY,
          Map.of(
              "ENTRY", "JUNIOR",
              "ENTRY_LEVEL", "JUNIOR",
              "MID_LEVEL", "MID",
              "MIDDLE", "MID",
              "INTERNSHIP", "INTERN"),
          Column.SALARY_PERIOD,
          Map.of(
              "HOURLY", "HOUR",
              "DAILY", "DAY",
              "MONTHLY", "MONTH",
              "YEARLY", "YEAR",
              "ANNUAL", "YEAR",
              "ANNUALLY", "YEAR"),
          Column.STATUS,
          Map.of(
              "OPEN", "ACTIVE",
              "APPLIED", "ACTIVE",
              "PENDING", "ACTIVE",
              "IN_PROGRESS", "ACTIVE",
              "INTERVIEW", "ACTIVE",
              "INTERVIEWING", "ACTIVE",
              "REJECTION", "REJECTED",
              "OFFER", "OFFERED",
              "OFFER_RECEIVED", "OFFERED"),
          Column.REJECTION_STAGE,
          STAGES);

  private static final Set<Column> CODED = OTHERS.keySet();

  private Codes() {}

  /** The code that a cell means, as far as that is known; a cell of words as it is. */
  static String of(Column column, String cell) {
    if (!CODED.contains(column)) {
      return cell;
    }
    String written = written(cell);
    return OTHERS.getOrDefault(column, Map.of()).getOrDefault(written, written);
  }

  /** The code of the stage that is called so; one that is no stage where none is. */
  static String ofStage(String name) {
    return of(Column.REJECTION_STAGE, name);
  }

  private static String written(String words) {
    String joined = BETWEEN_WORDS.matcher(words.strip().toUpperCase(Locale.ROOT)).replaceAll("_");
    return joined.replaceFirst("^_", "").replaceFirst("_$", "");
  }
}

package dev.rebound.analysis.jobs;

import dev.rebound.analysis.jobs.Salary.Period;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what time a sum is paid for, by the words behind it or, where those do not, before it. */
final class PayPeriods {

  /** What may stand between a sum and its time. */
  private static final String GAP =
      "(?:[ ,(*]|-(?!\\d)|\\b(?:gross|brutto|net|netto|before tax|basic|base|salary|pay|pro rata|"
          + "fte|full[- ]time|circa|usd|eur|gbp|cad|aud)\\b){0,8}";

  private static final String EACH =
      "(?:(?:per|an?|each|the|every) |/ ?(?:per )?|p/|p\\.?|(?:pro|im|die|je) )";

  private record Cue(Period period, Pattern behind, Pattern before) {
    static Cue of(Period period, String units, String behind, String before) {
      String said =
          "^"
              + GAP
              + "(?:"
              + EACH
              + "(?:"
              + units
              + ")|"
              + behind
              + ")(?![\\p{L}\\d])(?:(?<=p\\.[ahwm])\\.)?";
      return new Cue(
          period,
          Pattern.compile(said, Pattern.CASE_INSENSITIVE),
          Pattern.compile("\\b(?:" + before + ")\\b[^.\\d]{0,30}$", Pattern.CASE_INSENSITIVE));
    }
  }

  private static final List<Cue> CUES =
      List.of(
          Cue.of(Period.HOUR, "hours?|hrs?|h|stunde|std", "hourly", "hourly|stundenlohn"),
          Cue.of(Period.DAY, "day|d|tag|diem", "daily", "day[- ]rate|daily rate|tagessatz"),
          Cue.of(Period.WEEK, "week|wk|w|woche", "weekly", "weekly (?:pay|wage|rate|salary)"),
          Cue.of(
              Period.MONTH,
              "month|mo|mth|c\\.?m|monat",
              "monthly|monatlich",
              "monthly|monatsgehalt"),
          Cue.of(
              Period.YEAR,
              "year|yr|annum|a|jahr",
              "annual|annually|yearly|annum|jährlich",
              "annual|annually|yearly|jahresgehalt"));

  /**
   * The time of a sum.
   *
   * @param length how much of the words behind the sum says so, 0 where others do
   */
  record Said(Period period, int length) {}

  private PayPeriods() {}

  static Optional<Said> of(String before, String behind) {
    for (Cue cue : CUES) {
      Matcher said = cue.behind.matcher(behind);
      if (said.find()) {
        return Optional.of(new Said(cue.period, said.end()));
      }
    }
    return CUES.stream()
        .filter(cue -> cue.before.matcher(before).find())
        .map(cue -> new Said(cue.period, 0))
        .findFirst();
  }
}

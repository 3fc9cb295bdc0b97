package dev.rebound.analysis.jobs;

import dev.rebound.analysis.jobs.Posting.Sentence;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many years of experience are asked for? Not how old the firm is, and not what comes later.
 */
final class Years {

  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("a", 1),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("twelve", 12),
          Map.entry("ein", 1),
          Map.entry("zwei", 2),
          Map.entry("drei", 3),
          Map.entry("vier", 4),
          Map.entry("fünf", 5));

  private static final String NUMBER =
      "(\\d{1,2}(?:\\.5)?|" + String.join("|", NUMBERS.keySet()) + ")";
  private static final String COUNT = NUMBER + "(?: ?\\(\\d{1,2}\\+?\\))?";

  private static final Pattern SPAN =
      Pattern.compile(
          "(?<![\\d.,$£€])(?<!\\d[-/])\\b(?:(?<most>up to|less than|under|fewer than|"
              + "no more than|maximum(?: of)?|bis zu) )?"
              + COUNT
              + " ?(?<least>\\+|plus|or more)?(?:\\s?(?:years?|yrs?)?\\s?(?:-|to|or|bis)\\s?"
              + COUNT
              + "\\+?)?[ -]{0,2}(?:full |solid |progressive )?(?<unit>years?|yrs?|months?|"
              + "jahren?|monaten?)\\b[.'+]*(?<fewer> or (?:less|fewer))?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ASKED =
      Pattern.compile(
          "\\b(?:you|your|candidates?|applicants?|must|requir\\w*|need\\w*|look(?:ing)?|seek\\w*|"
              + "minimum|min|at least|ideally|prefer\\w*|desir\\w*|essential|qualifications?|"
              + "mindestens)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern EXPERIENCE =
      Pattern.compile(
          "\\b(?:experience[ds]?|exp|\\w*erfahrung|track record|practice|"
              + "post[- ](?:qualification|registration)|pqe|in (?:a|the) (?:similar|same|"
              + "comparable|relevant)|working (?:in|with|as|on))\\b",
          Pattern.CASE_INSENSITIVE);

  /** 'Experience in sales: two years' */
  private static final Pattern EXPERIENCE_IS =
      Pattern.compile(
          "\\b(?:experience|exp|\\w*erfahrung|practice)\\b(?!.*\\b(?:will|is to)\\b)[^.;]{0,40}$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern OF_WHAT =
      Pattern.compile(
          "^[' ]*(?:(?:of|in|as an?|with|on) (?!business|operation|service|growth|history|"
              + "college|university|study|studies|age\\b)|(?:teaching|nursing|driving|selling|"
              + "managing|working|cooking|caring|coding|writing|building|leading)\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern OTHER_AFTER =
      Pattern.compile(
          "^[' ]*(?:\\p{L}+ )?(?:old|of age|or older|or over|and over|ago|fixed|contracts?|"
              + "degrees?|program\\w*|courses?|warranty|from now|terms?|plans?|probation|"
              + "placement|rotation|onboarding|cover|maternity|later|into|of (?:combined|"
              + "service)|since|to come|in (?:business|operation|a row)|children|colleges?|"
              + "universit\\w+|bachelor|undergraduate|institution|of (?:\\p{L}+ )?coursework|"
              + "of (?:college|university|study|studies|growth|history)|within|commitment)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern OTHER_BEFORE =
      Pattern.compile(
          "\\b(?:within(?: the)?(?: first| next)?|the (?:next|last|past|coming|first)|(?:next|"
              + "last|past|first|after|every|aged?|ages|years?|celebrating|grade|grades|"
              + "valid for|lasts?|runs for))(?: (?:about|over))? ?$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern OF_THE_FIRM =
      Pattern.compile(
          "\\b(?:we|we've|our|us|company|firm|founded|established|combined|collective)\\b|"
              + "^(?:with|for|over|more than|nearly|almost)\\b[^.]*,",
          Pattern.CASE_INSENSITIVE);

  /** The firm's years end where it goes on with what it wants, unless that is what one brings. */
  private static final Pattern GOES_ON =
      Pattern.compile(
          ",(?! ?(?:you|your|candidates?|applicants?|must|requir\\w*|ideally|prefer\\w*|"
              + "desir\\w*|essential|minimum|min|at least)\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CRAFT =
      Pattern.compile(
          "^ (?!(?:of|in|ago|old|later|warranty|contract|fixed)\\b)[\\p{L}\\d+#./-]+(?: [\\p{L}\\d+#./-]+){0,4}[.,;]?$");

  private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

  private Years() {}

  static List<Experience> in(Posting posting) {
    Once<Span, Experience> found =
        new Once<>(it -> new Span(it.min(), it.max()), Experience::words);
    for (Sentence sentence : posting.sentences()) {
      Matcher span = SPAN.matcher(sentence.text());
      if (!span.find()) {
        continue;
      }
      // Asked of a sentence once, however many spans it has.
      boolean ofTheFirm = OF_THE_FIRM.matcher(sentence.text()).find();
      do {
        if (isAskedFor(sentence, span, ofTheFirm)) {
          Span years = span(span);
          Words words = posting.words(sentence, span.start(), span.end());
          found.add(new Experience(years.min(), years.max(), words));
        }
      } while (span.find());
    }
    return found.inOrder();
  }

  private static boolean isAskedFor(Sentence sentence, Matcher span, boolean ofTheFirm) {
    String before = sentence.before(span.start());
    String after = sentence.after(span.end());
    if (OTHER_AFTER.matcher(after).find() || OTHER_BEFORE.matcher(before).find()) {
      return false;
    }
    String same = ofTheFirm ? GOES_ON.split(after, 2)[0] : after;
    boolean asked =
        span.group("least") != null
            || ASKED.matcher(before).find()
            || ASKED.matcher(same).find()
            || ASKED.matcher(sentence.heading()).find();
    if (ofTheFirm && !asked) {
      return false;
    }
    return EXPERIENCE.matcher(after).find()
        || EXPERIENCE_IS.matcher(before).find()
        || OF_WHAT.matcher(after).find() && (asked || before.isBlank())
        || span.group("least") != null && CRAFT.matcher(after).find() && !ofTheFirm;
  }

  private static Span span(Matcher span) {
    boolean months = span.group("unit").toLowerCase(Locale.ROOT).startsWith("mon");
    BigDecimal first = years(span.group(2), months);
    String second = span.group(4);
    if (second != null) {
      return new Span(first, years(second, months));
    }
    return span.group("most") != null || span.group("fewer") != null
        ? new Span(null, first)
        : new Span(first, null);
  }

  private static BigDecimal years(String number, boolean months) {
    Integer word = NUMBERS.get(number.toLowerCase(Locale.ROOT));
    BigDecimal count = word == null ? new BigDecimal(number) : BigDecimal.valueOf(word);
    return months ? count.divide(MONTHS, 1, RoundingMode.HALF_UP) : count;
  }
}

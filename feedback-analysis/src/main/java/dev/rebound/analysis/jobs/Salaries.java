package dev.rebound.analysis.jobs;

import dev.rebound.analysis.jobs.PayPeriods.Said;
import dev.rebound.analysis.jobs.Posting.Sentence;
import dev.rebound.analysis.jobs.Salary.Period;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is paid for the work? A sum counts where a time it is paid for or a word of pay stands
 * beside it, and where it is not what something else costs, brings or comes to.
 */
final class Salaries {

  private static final Pattern PAY =
      words(
          "\\b(?:salar(?:y|ies)|pay(?:ing|s)?|paid|wages?|compensation|remuneration|earn(?:s|"
              + "ings)?|ote|stipend|(?:day|hourly|daily) rate|base|basic|gross|brutto|\\w*gehalt|"
              + "vergütung|\\w*lohn|bursary|band \\d\\w?|pro rata|on offer)\\b");

  /** Without a currency a number is a sum only right behind a word of pay. */
  private static final Pattern PAY_RIGHT_BEFORE =
      words(
          "\\b(?:salary|pay(?:s|ing)?|wages?|compensation|remuneration|earn|ote|gehalt|"
              + "vergütung)\\b(?:[ :(-]|\\b(?:of|is|range|band|between|from|up to|circa|around|"
              + "c\\.|ca\\.|approx\\.|expected|offered|the|a|to|base|starting|you)\\b){0,8}$");

  /** The name of a job, as in 'Customer Service Advisor': it is paid, whatever it deals with. */
  private static final String TITLE =
      "(?: (?!-|(?:for|per|of|on|in|at|to|from|with|as|or|each|every|any|an?|the|our|your)\\b)"
          + "[\\p{L}'/&-]+){0,3}? "
          + Titles.ROLE
          + "s?\\b";

  private static final String OTHER =
      "\\b(?:bonus(?:es)?|commission|allowances?|budgets?|vouchers?|reimburse\\w*|contributions?|"
          + "referral|insurance|funding|funds?|revenues?|turnover|sales|portfolio|donat\\w+|"
          + "grants?|fines?|assets|spend\\w*|tuition|assistance|expenses?|wellness|wellbeing|"
          + "learning|training|equipment|discounts?|purchases?|orders?|deals?|"
          + "(?<!(?:months?'?|year|term|time) )contracts?|cover|"
          + "raised?|raising|invest\\w*|worth|value[ds]?|valuation|savings?|save|costs?|fees?|"
          + "price[ds]?|subscriptions?|rent|relocation|sign(?:ing)?[- ]on|joining|retention|"
          + "fundrais\\w*|targets?|quota|transactions?|loans?|mortgages?|towards?|"
          + "(?<!\\b(?:salary|pay|compensation) (?:and|&) )benefits?|internet|"
          + "commut(?:ers?|ing|e)(?! distance)|"
          + "credits?|claims?|profit|payroll|perks?|gifts?|customers?|clients?|tips|premium|"
          + "scholarships?|prizes?|cash|debt|shares?|equity|travel|laptop|phone|childcare|meals?|"
          + "lunch|gym|members?)\\b(?!"
          + TITLE
          + ")";

  /** What tells it only where it follows; before a sum it may be where the work is done. */
  private static final String OTHER_AIM =
      "(?:(?:(?:professional|personal|career|staff|your) development|"
          + "(?<! in )education(?:al)?|conferences?|courses?|books|"
          + "home[- ]office (?:stipend|set-?up|equipment|furniture))\\b"
          + "(?! (?:role|post|position|job|team|sector)\\b)(?!"
          + TITLE
          + ")|(?:for|towards?) (?:\\p{L}+ ){0,2}(?:accommodation|lodging|home[- ]office)\\b|"
          + "(?:to|towards?) (?:\\p{L}+ ){0,2}charit\\w+)";

  private static final String LODGING =
      "\\b(?:accommodation|lodging)\\b(?! (?:provided|included|and|or|with|&))";

  /** What the sum is for, as in '£500 towards your bike'; what comes on top of it is not that. */
  private static final Pattern OTHER_BEHIND =
      words(
          "^\\+? ?(?:(?:million|billion|trillion|mil|mn|m|mm|bn|b|mio|mrd)\\b|(?:[ /-](?!(?:plus|"
              + "and|with|or|depending|dependent|based|starting|base|salary|"
              + "to)\\b)[\\p{L}'/-]+){0,5}?[ -](?:"
              + OTHER
              + "|"
              + OTHER_AIM
              + "))");

  /** Behind a longer name a dash begins what is paid: 'Customer Care - £24,000 a year'. */
  private static final Pattern OTHER_BEFORE =
      words(
          "\\b(?:customers?|clients?|subscribers?|members?|users?|guests|"
              + "visitors) (?:\\p{L}+ )?pay |(?:(?<!\\b(?:head|director|vp) of (?:\\p{L}{1,20} )?)"
              + OTHER
              + "|"
              + LODGING
              + ")(?! (?:salary|pay|wage))(?: -)?(?: (?!-|plus\\b|and a\\b|salary\\b|"
              + "pay\\b|rate\\b)[\\p{L}'/-]+){0,4}[: ]{1,3}$");

  private static final Pattern AT_MOST =
      words("\\b(?:up to|max(?:imum)?(?: of)?|bis zu|no more than) ?$");
  private static final Pattern AT_LEAST =
      words(
          "\\b(?:from|start(?:s|ing)?(?: salary)?(?: (?:at|from|of))?|at least|"
              + "min(?:imum)?(?: of)?|ab|upwards of|no less than) ?$");
  private static final Pattern OR_MORE = words("^(?:\\+| or more| and up| and above| upwards)");

  /** Who gets as much as this in one of these currencies gets it in a year. */
  private static final BigDecimal A_YEARS = BigDecimal.valueOf(15_000);

  private static final Set<String> LARGE_CURRENCIES =
      Set.of(Money.DOLLAR, "USD", "GBP", "EUR", "CHF", "CAD", "AUD", "NZD", "SGD");

  /** A line that is little more than the sum. */
  private static final int SHORT = 100;

  private static final Map<String, Pattern> DOLLARS =
      Map.of(
          "CAD",
              Pattern.compile(
                  "\\b(?:Canad(?:a|ian)|Ontario|Toronto|Vancouver|Montr[eé]al|Calgary)\\b"),
          "AUD",
              Pattern.compile("\\b(?:Australian?|Sydney|Melbourne|Brisbane|[Ss]uperannuation)\\b"),
          "NZD", Pattern.compile("\\b(?:New Zealand|Auckland|KiwiSaver)\\b"),
          "SGD", Pattern.compile("\\bSingapore\\b"));

  private record Pay(@Nullable BigDecimal min, @Nullable BigDecimal max, @Nullable Period period) {}

  private Salaries() {}

  private static Pattern words(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }

  static List<Salary> in(Posting posting) {
    Once<Pay, Salary> found =
        new Once<>(it -> new Pay(it.min(), it.max(), it.period()), Salary::words);
    for (Sentence sentence : posting.sentences()) {
      for (Money sum : Money.in(sentence.text())) {
        if (sum.currency() == null
            && !PAY_RIGHT_BEFORE.matcher(sentence.before(sum.start())).find()) {
          continue;
        }
        Optional<Said> period =
            PayPeriods.of(sentence.before(sum.start()), sentence.after(sum.end()));
        if (isPay(sentence, sum, period.isPresent())) {
          found.add(salary(posting, sentence, sum, period.orElse(null)));
        }
      }
    }
    return found.inOrder();
  }

  private static boolean isPay(Sentence sentence, Money sum, boolean timed) {
    String before = sentence.before(sum.start());
    String after = sentence.after(sum.end());
    if (OTHER_BEHIND.matcher(after).find() || OTHER_BEFORE.matcher(before).find()) {
      return false;
    }
    if (sum.currency() == null) {
      return timed || isLarge(sum);
    }
    return timed
        || PAY.matcher(before).find()
        || PAY.matcher(after).find()
        || PAY.matcher(sentence.heading()).find()
        || isLarge(sum)
            && sentence.text().length() <= SHORT
            && (sentence.title() || sum.high() != null);
  }

  private static Salary salary(
      Posting posting, Sentence sentence, Money sum, @Nullable Said period) {
    String after = sentence.after(sum.end());
    Matcher most = AT_MOST.matcher(sentence.before(sum.start()));
    Matcher least = AT_LEAST.matcher(sentence.before(sum.start()));
    boolean single = sum.high() == null;
    boolean onlyMost = single && most.find();
    boolean atLeast = single && !onlyMost && least.find();
    boolean onlyLeast = atLeast || single && !onlyMost && OR_MORE.matcher(after).find();
    int lead = onlyMost ? most.group().length() : atLeast ? least.group().length() : 0;
    int start = sum.start() - lead;
    int end = sum.end() + (period == null ? 0 : period.length());
    return new Salary(
        onlyMost ? null : sum.low(),
        onlyLeast ? null : single ? sum.low() : sum.high(),
        currency(sum, posting),
        period != null ? period.period() : isLarge(sum) ? Period.YEAR : null,
        posting.words(sentence, start, end));
  }

  private static boolean isLarge(Money sum) {
    return sum.low().compareTo(A_YEARS) >= 0
        && (sum.currency() == null || LARGE_CURRENCIES.contains(sum.currency()));
  }

  /** A bare dollar is that of the only other country with dollars that the posting speaks of. */
  private static @Nullable String currency(Money sum, Posting posting) {
    if (!Money.DOLLAR.equals(sum.currency())) {
      return sum.currency();
    }
    List<String> named =
        DOLLARS.entrySet().stream()
            .filter(country -> country.getValue().matcher(posting.text()).find())
            .map(Map.Entry::getKey)
            .toList();
    return named.size() == 1 ? named.getFirst() : "USD";
  }
}

package dev.rebound.analysis.jobs;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sum or a span of sums, as people write them: {@code £28,000 - £32,000}, {@code 50-60k}, {@code
 * 4.200 €}, {@code CHF 95'000}.
 *
 * @param low the only sum, or the lower one
 * @param high null where there is but one
 * @param currency ISO 4217, {@value #DOLLAR} where it may be any dollar, null where none is written
 * @param start where the sum begins, its currency included
 * @param end where it ends, exclusive
 */
record Money(
    BigDecimal low, @Nullable BigDecimal high, @Nullable String currency, int start, int end) {

  /** A dollar of which the sign alone does not say whose it is. */
  static final String DOLLAR = "$";

  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("£", "GBP"),
          Map.entry("€", "EUR"),
          Map.entry("EURO", "EUR"),
          Map.entry("EUROS", "EUR"),
          Map.entry("US$", "USD"),
          Map.entry("A$", "AUD"),
          Map.entry("AU$", "AUD"),
          Map.entry("C$", "CAD"),
          Map.entry("CA$", "CAD"),
          Map.entry("NZ$", "NZD"),
          Map.entry("S$", "SGD"),
          Map.entry("HK$", "HKD"),
          Map.entry("R$", "BRL"),
          Map.entry("¥", "JPY"),
          Map.entry("₹", "INR"),
          Map.entry("RS", "INR"),
          Map.entry("RS.", "INR"),
          Map.entry("ZŁ", "PLN"),
          Map.entry("FR.", "CHF"),
          Map.entry("DOLLARS", DOLLAR),
          Map.entry("POUNDS", "GBP"));

  private static final String CODES =
      "USD|EUR|GBP|CHF|CAD|AUD|NZD|SGD|HKD|SEK|NOK|DKK|PLN|CZK|HUF|INR|JPY|ZAR|AED|BRL|MXN|ILS";

  private static final String SIGN =
      "(?:US|AU|A|CA|C|NZ|S|HK|R)?\\$|£|€|¥|₹|\\bRs\\.?|\\bFr\\.|\\b(?:" + CODES + ")(?=[ \\d])";
  private static final String NAME =
      "(?:(?:" + CODES + "|euros?|pounds|dollars|zł)\\b|[€£$](?! ?\\d))";
  private static final String NUMBER =
      "\\d{1,3}(?:[.,' ]\\d{2,3}){0,3}(?:[.,' ]\\d{3})(?:[.,]\\d{1,2})?(?!\\d)|"
          + "\\d+(?:[.,]\\d{1,2})?(?!\\d)";
  private static final String TIME =
      "(?: ?(?:/|per|an?|p/) ?(?:hours?|hr|h|day|week|month|annum|year|yr)\\b)?";

  private static final Pattern SUM =
      Pattern.compile(
          "(?<![\\p{L}\\d.,/-])(?<sign>"
              + SIGN
              + ")? ?(?<low>"
              + NUMBER
              + ")(?! ?%)(?<k> ?k\\b)?(?: ?(?<name>"
              + NAME
              + "))?(?:"
              + TIME
              + " ?(?:-|to|and|bis|up to)(?: up to)? ?(?<sign2>"
              + SIGN
              + ")? ?(?<high>"
              + NUMBER
              + ")(?! ?(?:hours?|hrs?|days?|weeks?|people|%))(?<k2> ?k\\b)?(?: ?(?<name2>"
              + NAME
              + "))?)?",
          Pattern.CASE_INSENSITIVE);

  private static final int MOST = 200;

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

  /** The sums in a text, with and without a currency, {@value #MOST} at most. */
  static List<Money> in(String text) {
    return SUM.matcher(text).results().limit(MOST).map(Money::of).toList();
  }

  private static Money of(MatchResult sum) {
    BigDecimal low = number(sum.group("low"), sum.group("k"));
    String currency = currency(sum, "sign", "name", "sign2", "name2");
    if (sum.group("high") == null) {
      return new Money(low, null, currency, sum.start(), sum.end());
    }
    BigDecimal high = number(sum.group("high"), sum.group("k2"));
    if (low.compareTo(THOUSAND) < 0 && high.compareTo(TEN_THOUSAND) >= 0) {
      // '50-60k': what makes the upper one thousands holds for the lower one, too.
      low = low.multiply(THOUSAND);
    }
    if (high.compareTo(low) < 0) {
      int end = Math.max(sum.end("low"), Math.max(sum.end("k"), sum.end("name")));
      return new Money(low, null, currency(sum, "sign", "name"), sum.start(), end);
    }
    return new Money(low, high, currency, sum.start(), sum.end());
  }

  /** A code says more than a sign: '$90,000 CAD'. */
  private static @Nullable String currency(MatchResult sum, String... groups) {
    return Stream.of(groups)
        .map(sum::group)
        .filter(Objects::nonNull)
        .map(written -> written.toUpperCase(Locale.ROOT))
        .map(written -> SIGNS.getOrDefault(written, written))
        .max(Comparator.comparingInt(String::length))
        .orElse(null);
  }

  /** A separator with three digits behind it parts thousands, with one or two it parts cents. */
  private static BigDecimal number(String written, @Nullable String thousands) {
    int last =
        Math.max(
            Math.max(written.lastIndexOf('.'), written.lastIndexOf(',')),
            Math.max(written.lastIndexOf(' '), written.lastIndexOf('\'')));
    boolean cents = last >= 0 && written.length() - last - 1 < 3;
    String digits = written.replaceAll("\\D", "");
    int scale = cents ? written.length() - last - 1 : 0;
    BigDecimal number = new BigDecimal(new BigInteger(digits), scale);
    return thousands == null ? number : number.multiply(THOUSAND).setScale(0, RoundingMode.HALF_UP);
  }
}

package dev.rebound.analysis;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells languages apart by their commonest words, and knows the refusals without content of those
 * that are not read otherwise.
 */
final class Languages {

  /** Fewer words of another language in a short text may be a name or a loan. */
  private static final int FEWEST = 2;

  private static final int LEAST_WORDS = 4;

  private static final String COMMON = "language/common.txt";

  private static final Map<Language, String> STOCK =
      Map.of(
          Language.GERMAN, "language/german.txt",
          Language.FRENCH, "language/french.txt",
          Language.SPANISH, "language/spanish.txt");

  private record Common(Language language, Set<String> words) {}

  private final List<Common> common;
  private final Map<Language, StockPhrases> stock;
  private final String version;

  private Languages(List<Common> common, Map<Language, StockPhrases> stock, String version) {
    this.common = common;
    this.stock = stock;
    this.version = version;
  }

  /** Those that come with this module. */
  static Languages load() {
    List<Common> common =
        Headed.read(COMMON).stream()
            .map(part -> new Common(Language.valueOf(part.heading()), new HashSet<>(part.words())))
            .toList();
    Map<Language, StockPhrases> stock = new EnumMap<>(Language.class);
    STOCK.forEach((language, file) -> stock.put(language, StockPhrases.load(file)));
    Stream<String> files = Stream.concat(Stream.of(COMMON), STOCK.values().stream().sorted());
    return new Languages(common, stock, Fingerprint.of(files.map(Headed::content).toList()));
  }

  /** The first characters of the hash of its files. */
  String version() {
    return version;
  }

  /** The language of this text; English where its words do not tell. */
  Language of(String text) {
    // Names of tags are words of no language, and would be of several.
    String plain = Markup.blanked(text);
    if (isInOtherLetters(plain)) {
      return Language.OTHER;
    }
    List<String> words = StockPhrases.words(plain).stream().map(Token::form).toList();
    Language likeliest = Language.ENGLISH;
    long most = 0;
    int fewest = words.size() >= LEAST_WORDS ? 1 : FEWEST;
    for (Common candidate : common) {
      long count = words.stream().filter(candidate.words()::contains).count();
      boolean enough = candidate.language() == Language.ENGLISH || count >= fewest;
      if (enough && count > most) {
        most = count;
        likeliest = candidate.language();
      }
    }
    return likeliest;
  }

  private static boolean isInOtherLetters(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long latin =
        text.codePoints()
            .filter(Character::isLetter)
            .filter(point -> UnicodeScript.of(point) == UnicodeScript.LATIN)
            .count();
    return 2 * latin < letters;
  }

  /** Whether the whole text is made of phrases that say nothing about anybody. */
  boolean isStock(Language language, String text) {
    StockPhrases phrases = stock.get(language);
    return phrases != null && phrases.cover(Markup.blanked(text));
  }
}

package dev.rebound.analysis.jobs;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that human languages have in postings. */
final class LanguageNames {

  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("deutsch", "German"), Map.entry("englisch", "English"),
          Map.entry("französisch", "French"), Map.entry("spanisch", "Spanish"),
          Map.entry("italienisch", "Italian"), Map.entry("farsi", "Persian"),
          Map.entry("bsl", "British Sign Language"), Map.entry("asl", "American Sign Language"),
          Map.entry("flemish", "Dutch"), Map.entry("te reo māori", "Māori"),
          Map.entry("filipino", "Tagalog"), Map.entry("castilian", "Spanish"));

  private static final String NAMES =
      "British Sign Language|American Sign Language|English|German|French|Spanish|Italian|"
          + "Portuguese|Dutch|Polish|Czech|Slovak|Hungarian|Romanian|Bulgarian|Greek|Turkish|"
          + "Russian|Ukrainian|Arabic|Hebrew|Persian|Hindi|Urdu|Bengali|Punjabi|Gujarati|Tamil|"
          + "Telugu|Marathi|Nepali|Mandarin|Cantonese|Chinese|Japanese|Korean|Vietnamese|Thai|"
          + "Indonesian|Malay|Tagalog|Swahili|Somali|Afrikaans|Amharic|Yoruba|Swedish|Norwegian|"
          + "Danish|Finnish|Icelandic|Estonian|Latvian|Lithuanian|Croatian|Serbian|Slovenian|"
          + "Albanian|Armenian|Georgian|Welsh|Irish|Gaelic|Catalan|Basque|Luxembourgish|Maltese|"
          + "Māori|Haitian Creole|"
          + OTHER_NAMES.keySet().stream().sorted().collect(Collectors.joining("|"));

  /** Any of them, by itself or as the first part of a German word. */
  static final String ANY = "(?:" + NAMES + ")(?=\\b|kenntnisse|sprach)";

  private LanguageNames() {}

  /** The English name, as it is written. */
  static String english(String said) {
    String lower = said.toLowerCase(Locale.ROOT);
    String other = OTHER_NAMES.get(lower);
    return other != null ? other : capitalised(lower);
  }

  private static String capitalised(String name) {
    return Stream.of(name.split(" "))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining(" "));
  }
}

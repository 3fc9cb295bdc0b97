package dev.rebound.analysis;

import java.util.List;
import java.util.Set;

/**
 * Tells English from other European languages by their commonest words. Only used to read nothing
 * into a text that the lexicon was not written for.
 */
final class Language {

  private static final Set<String> ENGLISH =
      Set.of(
          "the", "and", "of", "to", "you", "your", "we", "our", "is", "was", "were", "for", "with",
          "that", "not", "it", "at", "this", "have", "had", "be", "are", "but", "as", "by", "from");
  private static final Set<String> OTHERS =
      Set.of(
          "der", "das", "und", "nicht", "sie", "wir", "ihre", "ihrer", "haben", "sich", "uns",
          "für", "mit", "leider", "eine", "einen", "den", "auf", "ist", "le", "les", "des", "vous",
          "nous", "pas", "votre", "avec", "pour", "une", "et", "est", "dans", "el", "los", "las",
          "que", "por", "para", "usted", "su", "una", "con", "nos", "het", "een", "niet", "wij",
          "voor", "helaas", "gli", "che", "della", "per", "sono", "não", "você", "com", "nie",
          "się", "och", "inte", "på", "att", "ikke", "til", "og", "som");

  private Language() {}

  static boolean isOther(List<Token> tokens) {
    int english = 0;
    int other = 0;
    for (Token token : tokens) {
      if (ENGLISH.contains(token.form())) {
        english++;
      } else if (OTHERS.contains(token.form())) {
        other++;
      }
    }
    return other > 1 && other > english;
  }
}

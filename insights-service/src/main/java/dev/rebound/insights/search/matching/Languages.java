package dev.rebound.insights.search.matching;

import dev.rebound.events.Posting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Spoken languages, in {@code search/languages.txt}, and how postings and messages ask for one. A
 * mere mention ('the German market') asks for none.
 */
public final class Languages {

  private static final List<Language> ALL = read();

  private Languages() {}

  private record Language(
      String name, String code, Set<String> names, Phrase named, Pattern asked) {

    boolean is(String text) {
      return text.equalsIgnoreCase(code) || named.in(text);
    }

    boolean neededIn(String text) {
      return asked
          .matcher(text)
          .results()
          .anyMatch(said -> {
            int name = said.start(1) < 0 ? 2 : 1;
            return !NiceToHave.saysSo(text, said.start(name), said.end(name));
          });
    }
  }

  /** The languages a text names, in the order of the list, by their English names. */
  public static Set<String> named(String text) {
    return found(language -> language.named().in(text));
  }

  /**
   * The languages a text says somebody should speak. 'No German' counts as well: in a rejection it
   * says what was missing.
   */
  public static Set<String> askedFor(String text) {
    return found(language -> language.asked().matcher(text).find());
  }

  /**
   * The languages a posting asks for, by its own list and by its words. What it says would be nice,
   * or is not needed, it does not ask for.
   */
  public static Set<String> askedFor(Posting posting) {
    Set<String> asked = new LinkedHashSet<>();
    for (String entry : Objects.requireNonNullElse(posting.languages(), List.<String>of())) {
      asked.add(canonical(entry));
    }
    Stream.of(posting.title(), posting.description())
        .flatMap(Stream::ofNullable)
        .forEach(text -> asked.addAll(found(language -> language.neededIn(text))));
    return asked;
  }

  /** The English name of a language that is given by any of its names or its code. */
  public static String canonical(String entry) {
    return language(entry).map(Language::name).orElse(entry.strip());
  }

  /** What a language is called, its English name first. */
  public static Set<String> names(String entry) {
    return language(entry).map(Language::names).orElse(Set.of(entry.strip()));
  }

  private static Optional<Language> language(String entry) {
    return ALL.stream().filter(language -> language.is(entry.strip())).findFirst();
  }

  private static Set<String> found(Predicate<Language> by) {
    return ALL.stream()
        .filter(by)
        .map(Language::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static List<Language> read() {
    List<Language> all = new ArrayList<>();
    for (String line : WordList.read("languages")) {
      String[] parts = line.split("\\|", -1);
      Set<String> names =
          Arrays.stream(parts[1].split(",", -1))
              .map(String::strip)
              .collect(Collectors.toCollection(LinkedHashSet::new));
      String name = names.iterator().next();
      all.add(
          new Language(
              name,
              parts[0].strip().toLowerCase(Locale.ROOT),
              names,
              Phrase.anyOf(names),
              asked(names)));
    }
    return List.copyOf(all);
  }

  /** What is said before or after a language's name where it is asked for; the name is a group. */
  private static Pattern asked(Set<String> names) {
    String name =
        "(?<![\\p{L}\\p{N}])("
            + names.stream().map(Pattern::quote).collect(Collectors.joining("|"))
            + ")";
    String before =
        "\\b(?:fluen(?:t|cy|tly)|native|bilingual|proficien\\w*|spoken|speak\\w*|written|"
            + "command of|knowledge of|mother tongue|verhandlungssicher\\w*|flie(?:ß|ss)end\\w*|"
            + "(?:sehr )?gute\\w*)[\\s:(]+(?:[\\p{L}&/-]+,?[\\s(]+){0,3}?";
    String after =
        "(?:[\\s(,:/-]+(?:[\\p{L}&]+[\\s(,:/-]+){0,2}?(?:speaker\\w*|speaking|skills?|fluency|"
            + "proficiency|required|mandatory|native|level|[abc][12])\\b"
            + "|kenntnisse|sprachig)";
    String notOfThings =
        "(?![\\p{L}]|\\s+(?:market|customer|client|compan|team|office|law|tax|government|econom))";
    return Pattern.compile(
        before + name + notOfThings + "|" + name + after,
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}

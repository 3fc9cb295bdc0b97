package dev.rebound.analysis;

import dev.rebound.analysis.Meaning.About;
import dev.rebound.analysis.Meaning.At;
import dev.rebound.analysis.Meaning.Cue;
import dev.rebound.analysis.Meaning.CueKind;
import dev.rebound.analysis.Meaning.Hands;
import dev.rebound.analysis.Meaning.Kind;
import dev.rebound.analysis.Meaning.Matter;
import dev.rebound.analysis.Meaning.Reach;
import dev.rebound.analysis.Meaning.Side;
import dev.rebound.analysis.Meaning.Unsafe;
import dev.rebound.events.StageKind;
import dev.rebound.events.Theme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every phrase the reader knows, looked up by first word. The files are plain text: a heading in
 * square brackets says what the phrases below it mean, phrases are separated by commas or lines,
 * and a line that starts with {@code #} is a comment. {@link Phrase} describes the patterns.
 */
final class Lexicon {

  private static final List<String> FILES =
      List.of(
          "words.txt",
          "cues.txt",
          "themes.txt",
          "stages.txt",
          "unsafe.txt",
          "control.txt",
          "contradictions.txt");

  private record Entry(Phrase phrase, Meaning meaning) {}

  private final Map<String, List<Entry>> byWord = new HashMap<>();
  private final Map<String, List<Entry>> byStem = new HashMap<>();
  private int shortestStem = Integer.MAX_VALUE;
  private int longestStem;
  private final String version;

  private Lexicon(String version) {
    this.version = version;
  }

  /** Reads the lexicon that comes with this module. */
  static Lexicon load() {
    List<String> contents = FILES.stream().map(file -> Headed.content("lexicon/" + file)).toList();
    Lexicon lexicon = new Lexicon(Fingerprint.of(contents));
    WordGroups groups = new WordGroups();
    for (int at = 0; at < contents.size(); at++) {
      lexicon.readAll(contents.get(at), groups, FILES.get(at));
    }
    return lexicon;
  }

  /** The first characters of the hash of its files. */
  String version() {
    return version;
  }

  private void readAll(String content, WordGroups groups, String file) {
    String heading = "";
    for (String raw : content.lines().toList()) {
      String line = raw.startsWith("#") ? "" : raw.strip();
      if (line.startsWith("[") && line.endsWith("]")) {
        heading = line.substring(1, line.length() - 1).strip();
      } else if (!line.isEmpty()) {
        try {
          addLine(heading, line, groups);
        } catch (IllegalArgumentException e) {
          throw new IllegalStateException(file + ", under [" + heading + "]: " + line, e);
        }
      }
    }
  }

  private void addLine(String heading, String line, WordGroups groups) {
    String kind = heading.replaceFirst("\\s.*", "");
    String argument = heading.substring(kind.length()).strip();
    List<String> phrases =
        Arrays.stream(line.split(",")).map(String::strip).filter(p -> !p.isEmpty()).toList();
    if (kind.equals("words")) {
      groups.add(argument, phrases.stream().flatMap(p -> groups.expand(p).stream()).toList());
      return;
    }
    Meaning meaning = meaning(kind, argument);
    for (String phrase : phrases) {
      add(new Entry(Phrase.of(phrase, groups), meaning));
    }
  }

  private static Meaning meaning(String kind, String argument) {
    return switch (kind) {
      case "cue" -> new Cue(CueKind.valueOf(argument));
      case "stage" -> new At(StageKind.valueOf(argument));
      case "unsafe" -> new Unsafe(argument, false);
      case "touchy" -> new Unsafe(argument, true);
      case "matter" -> new Matter(false);
      case "innocent" -> new Matter(true);
      case "more", "less" -> new Side(argument, kind.equals("more"));
      case "hands" -> new Hands(Reach.valueOf(argument));
      default -> new About(Theme.valueOf(argument), Kind.valueOf(kind));
    };
  }

  private void add(Entry entry) {
    for (String word : entry.phrase().firstWords()) {
      byWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(entry);
    }
    for (String stem : entry.phrase().firstStems()) {
      byStem.computeIfAbsent(stem, _ -> new ArrayList<>()).add(entry);
      shortestStem = Math.min(shortestStem, stem.length());
      longestStem = Math.max(longestStem, stem.length());
    }
  }

  /** Every phrase found in the clause, in the order of their first words. */
  List<Hit> find(List<Token> clause) {
    List<Hit> hits = new ArrayList<>();
    for (int at = 0; at < clause.size(); at++) {
      String form = clause.get(at).form();
      collect(byWord.get(form), clause, at, hits);
      int longest = Math.min(longestStem, form.length());
      for (int length = shortestStem; length <= longest; length++) {
        collect(byStem.get(form.substring(0, length)), clause, at, hits);
      }
    }
    return hits;
  }

  private static void collect(
      @Nullable List<Entry> entries, List<Token> clause, int at, List<Hit> hits) {
    if (entries == null) {
      return;
    }
    for (Entry entry : entries) {
      int end = entry.phrase().match(clause, at);
      if (end > at) {
        hits.add(new Hit(entry.meaning(), at - entry.phrase().lead(), end));
      }
    }
  }
}

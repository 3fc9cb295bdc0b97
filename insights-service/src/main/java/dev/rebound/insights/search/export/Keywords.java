package dev.rebound.insights.search.export;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Words in the ways that search boxes take them. */
final class Keywords {

  private Keywords() {}

  /** Quoted, so that nothing in it is an operator. A quote inside has no place in any of them. */
  static String quoted(String text) {
    return '"' + text.replaceAll("[\"“”\\\\]", " ").replaceAll("\\s+", " ").strip() + '"';
  }

  /** Any of these, as a group where there are several; empty where there is none. */
  static String anyOf(List<String> texts) {
    String either = texts.stream().map(Keywords::quoted).collect(Collectors.joining(" OR "));
    return texts.size() > 1 ? "(" + either + ")" : either;
  }

  /** None of these, each with this before it. */
  static String noneOf(String operator, Collection<String> texts) {
    return texts.stream().map(text -> operator + quoted(text)).collect(Collectors.joining(" "));
  }

  /** The parts that say anything, with a space between. */
  static String joined(String... parts) {
    return Arrays.stream(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
  }
}

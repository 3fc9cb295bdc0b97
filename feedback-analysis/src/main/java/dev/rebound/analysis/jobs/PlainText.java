package dev.rebound.analysis.jobs;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes lines of pasted text: takes mark-up out and puts lost line breaks back, at bullets, at
 * headings, and where two words ran together.
 */
final class PlainText {

  /** What is replaced, and by what. */
  record Rewrite(Pattern pattern, String replacement) {
    static Rewrite of(String regex, String replacement) {
      return new Rewrite(Pattern.compile(regex), replacement);
    }

    Traced in(Traced text) {
      return text.replace(pattern, replacement);
    }
  }

  private static final List<Rewrite> REWRITES =
      List.of(
          Rewrite.of("\\r\\n?", "\n"),
          Rewrite.of("[\\u200b-\\u200d\\ufeff\\u00ad]", ""),
          Rewrite.of("(?i)<h[1-6][^>]{0,200}>", "\n" + Headings.MARK),
          Rewrite.of("(?i)<li[^>]{0,200}>", "\n• "),
          Rewrite.of("(?i)</?(?:br|p|div|ul|ol|tr|table|h[1-6]|section)\\b[^>]{0,200}>", "\n"),
          Rewrite.of("(?i)</?[a-z][a-z0-9]{0,15}\\b[^<>]{0,200}>", ""),
          Rewrite.of("&nbsp;|[\\t\\u00a0\\u2007\\u202f]", " "),
          Rewrite.of("&(?:rsquo|lsquo|apos|#39|#8217);", "'"),
          Rewrite.of("&(?:quot|ldquo|rdquo);", "\""),
          Rewrite.of("&(?:bull|middot);", "•"),
          Rewrite.of("&(?:ndash|mdash);", "–"),
          Rewrite.of("&lt;", "<"),
          Rewrite.of("&gt;", ">"),
          Rewrite.of("&amp;", "&"),
          // Markdown: links, bold lines, emphasis, rules.
          Rewrite.of("\\[([^\\[\\]\\n]{1,200})]\\([^()\\n]{0,500}\\)", "$1"),
          Rewrite.of("(?m)^\\s{0,99}+(?:\\*\\*|__)([^*_\\n]{1,80}?):?(?:\\*\\*|__):?\\s*$", "# $1"),
          Rewrite.of("(?m)^\\s{0,99}+#{1,6}\\s+", Headings.MARK),
          Rewrite.of("\\*\\*|__|`", ""),
          Rewrite.of("(?m)^ *+[-=_*][-=_* ]{2,}+$", ""),
          // Bullets in the middle of a line.
          Rewrite.of("(?:(?<!\\s)\\s++)?[•●▪◦‣■►➢✓✔]\\s*+", "\n• "),
          Rewrite.of("(?<=[.:;!?]) [*·] (?=\\S)", "\n• "),
          Rewrite.of("(?<=[.:;!?)]) - (?=\\p{Lu})", "\n• "),
          // Words that ran together: 'toolsAssist', 'end.Start', 'DUTIESPrepare'.
          Rewrite.of("(?<=\\p{Ll}[.!?:;)]|\\p{Ll}\\p{Ll}\\))(?=\\p{Lu}(?:\\p{Ll}|\\s))", "\n"),
          Rewrite.of("(?<![\\p{L}.@/])(\\p{Ll}{4,})(?=\\p{Lu})", "$1\n"),
          Rewrite.of("(?<=\\p{Lu}{6})(?=\\p{Lu}\\p{Ll})", "\n"));

  private PlainText() {}

  /** The text without its mark-up, headings marked with {@link Headings#MARK}. */
  static Traced of(String text) {
    Traced plain = Traced.of(text);
    for (Rewrite rewrite : REWRITES) {
      plain = rewrite.in(plain);
    }
    return plain;
  }

  /** The lines of a text; headings that are known by their mark-up keep {@link Headings#MARK}. */
  static Stream<String> lines(String text) {
    return of(text)
        .text()
        .lines()
        .map(line -> line.startsWith(Headings.MARK) ? line : Headings.onLinesOfTheirOwn(line))
        .flatMap(String::lines)
        .map(line -> line.replaceAll(" {2,}", " ").strip());
  }
}

package dev.rebound.analysis.jobs;

import dev.rebound.analysis.jobs.PlainText.Rewrite;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A job description as it is asked for facts: plain, sentence by sentence, with one kind of dash
 * and one kind of quote, each part still knowing the words it was made of.
 */
final class Posting {

  private static final List<Rewrite> FOLDS =
      List.of(
          Rewrite.of("[‘’´]", "'"),
          Rewrite.of("[‐‑‒–—−]|&#8211;|&#8212;", "-"),
          Rewrite.of("&pound;|&#163;|&#x[aA]3;", "£"),
          Rewrite.of("&euro;|&#8364;|&#x20[aA][cC];", "€"));

  private static final Pattern END =
      Pattern.compile(
          "\\n+|(?<=[.!?])(?<!\\b(?:St|Mt|Ft|Dr|Mr|Ms|Sr|Jr|Snr|No|ca|approx|incl|etc|min|max|"
              + "e\\.g|i\\.e)\\.)[\"')]?\\s+(?=[\\p{Lu}\\d\"'(£€$•])|;\\s|•");

  /** Farther away than this, words of one sentence do not belong together. */
  private static final int NEAR = 120;

  /** How many sentences are asked; more, in a text of the length that is taken, are no words. */
  private static final int MOST_SENTENCES = 2_000;

  private static final int TITLE_LINES = 2;
  private static final int LONGEST_TITLE = 90;
  private static final Pattern NO_TITLE =
      Pattern.compile(
          "[.!]$|\\b(?:we|our|us|you|your|is|are|was|has|have|will|seeks?|looking|join)\\b",
          Pattern.CASE_INSENSITIVE);

  /**
   * A sentence, an item of a list, a heading or a title.
   *
   * @param text what it says
   * @param start where it begins in the posting
   * @param heading the heading above it, blank where there is none
   * @param place the how manieth of the posting it is, from 0
   * @param title whether it stands at the top, in the form of a title
   */
  record Sentence(String text, int start, String heading, int place, boolean title) {

    /** What is said before this point, as far back as it matters. */
    String before(int at) {
      return text.substring(Math.max(0, at - NEAR), at);
    }

    /** What is said from this point on, as far as it matters. */
    String after(int at) {
      return text.substring(at, Math.min(text.length(), at + NEAR));
    }
  }

  private final Traced traced;
  private final List<Sentence> sentences = new ArrayList<>();
  private String heading = "";
  private int lines;

  private Posting(Traced traced) {
    this.traced = traced;
  }

  /** The description as it can be asked. */
  static Posting of(String text) {
    Traced traced = PlainText.of(text);
    for (Rewrite fold : FOLDS) {
      traced = fold.in(traced);
    }
    Posting posting = new Posting(traced);
    posting.split();
    return posting;
  }

  /** All of it, as it was split. */
  String text() {
    return traced.text();
  }

  List<Sentence> sentences() {
    return List.copyOf(sentences);
  }

  /** The words that a part of a sentence was made of. */
  Words words(Sentence sentence, int start, int end) {
    return traced.words(sentence.start + start, sentence.start + end);
  }

  private void split() {
    Matcher end = END.matcher(text());
    int from = 0;
    boolean lineBegins = true;
    while (end.find()) {
      add(from, end.start(), lineBegins && end.group().startsWith("\n"));
      lineBegins = end.group().startsWith("\n");
      from = end.end();
    }
    add(from, text().length(), lineBegins);
  }

  private void add(int from, int to, boolean wholeLine) {
    int start = from;
    while (start < to && Character.isWhitespace(text().charAt(start))) {
      start++;
    }
    String text = text().substring(start, to).stripTrailing();
    if (text.isEmpty() || sentences.size() >= MOST_SENTENCES) {
      return;
    }
    boolean marked = text.startsWith(Headings.MARK);
    if (marked) {
      start += Headings.MARK.length();
      text = text.substring(Headings.MARK.length());
    }
    Matcher item = JobDescription.BULLET.matcher(text);
    if (wholeLine && item.matches()) {
      start += item.start(1);
      text = item.group(1);
    }
    lines += wholeLine ? 1 : 0;
    boolean title =
        wholeLine
            && lines <= TITLE_LINES
            && text.length() <= LONGEST_TITLE
            && !NO_TITLE.matcher(text).find();
    if (marked || wholeLine && Headings.isHeading(text)) {
      heading = text;
    }
    sentences.add(new Sentence(text, start, heading, sentences.size(), title));
  }
}

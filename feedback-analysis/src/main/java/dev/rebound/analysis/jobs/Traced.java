package dev.rebound.analysis.jobs;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text made out of another one, which knows of each character where it comes from. */
final class Traced {

  private static final String GROUP = "$1";

  private final String original;
  private final String text;
  private final int[] starts;
  private final int[] ends;

  private Traced(String original, String text, int[] starts, int[] ends) {
    this.original = original;
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  /** A text that is still as it came. */
  static Traced of(String text) {
    int[] starts = new int[text.length()];
    int[] ends = new int[text.length()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = i;
      ends[i] = i + 1;
    }
    return new Traced(text, text, starts, ends);
  }

  String text() {
    return text;
  }

  /** The words of the original that a part of this text, which is not empty, was made of. */
  Words words(int start, int end) {
    int from = starts[start];
    int to = Math.max(from, ends[end - 1]);
    return new Words(original.substring(from, to), from, to);
  }

  /**
   * Replaces every match. The replacement comes from all of the match, save for its {@code $1},
   * which stays where it was.
   */
  Traced replace(Pattern pattern, String replacement) {
    Matcher match = pattern.matcher(text);
    if (!match.find()) {
      return this;
    }
    int group = replacement.indexOf(GROUP);
    Writing writing = new Writing(text.length() + 16);
    int from = 0;
    do {
      writing.copy(from, match.start());
      if (group < 0) {
        writing.put(replacement, match);
      } else {
        writing.put(replacement.substring(0, group), match);
        writing.copy(match.start(1), match.end(1));
        writing.put(replacement.substring(group + GROUP.length()), match);
      }
      from = match.end();
    } while (match.find());
    writing.copy(from, text.length());
    return writing.written();
  }

  /** A text on its way. */
  private final class Writing {

    private final StringBuilder made;
    private int[] from;
    private int[] to;

    Writing(int room) {
      made = new StringBuilder(room);
      from = new int[room];
      to = new int[room];
    }

    void copy(int start, int end) {
      int length = made.length();
      made.append(text, start, end);
      makeRoom();
      System.arraycopy(starts, start, from, length, end - start);
      System.arraycopy(ends, start, to, length, end - start);
    }

    void put(String piece, Matcher match) {
      int length = made.length();
      made.append(piece);
      makeRoom();
      int start = match.start() < starts.length ? starts[match.start()] : original.length();
      int end = match.end() > match.start() ? ends[match.end() - 1] : start;
      Arrays.fill(from, length, made.length(), start);
      Arrays.fill(to, length, made.length(), end);
    }

    Traced written() {
      return new Traced(original, made.toString(), from, to);
    }

    private void makeRoom() {
      if (made.length() > from.length) {
        int room = Math.max(made.length(), 2 * from.length);
        from = Arrays.copyOf(from, room);
        to = Arrays.copyOf(to, room);
      }
    }
  }
}

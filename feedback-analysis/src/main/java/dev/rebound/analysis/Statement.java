package dev.rebound.analysis;

import dev.rebound.events.MissingPart;
import dev.rebound.events.StageKind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One clause of a text and what it says.
 *
 * @param text the words, exactly as {@code source.substring(start, end)}
 * @param start where it starts in the source, in UTF-16 units
 * @param end where it ends in the source, exclusive
 * @param themes what it is about, surest first; empty when it is about none of them (thanks,
 *     greetings). A theme of a POSITIVE statement is a strength, of a NEGATIVE one a cause or
 *     weakness, of a NEUTRAL one advice or a mention; {@code parts} holds THEME exactly where the
 *     themes are causes or advice, and UNSPECIFIED is a cause only there
 * @param polarity how it judges the person
 * @param stage the stage it speaks about, when it or an earlier statement names one
 * @param parts which parts of specific feedback it brings
 */
public record Statement(
    String text,
    int start,
    int end,
    List<ThemeReading> themes,
    Polarity polarity,
    @Nullable StageKind stage,
    Set<MissingPart> parts) {

  public Statement {
    if (start < 0 || end < start || text.length() != end - start) {
      throw new IllegalArgumentException("offsets " + start + " to " + end + " do not fit");
    }
    themes = List.copyOf(themes);
    parts = Set.copyOf(parts);
  }

  /** Whether its themes are causes, or something to work on; not strengths, and not mentions. */
  public boolean namesCause() {
    return polarity == Polarity.NEGATIVE || parts.contains(MissingPart.THEME);
  }
}

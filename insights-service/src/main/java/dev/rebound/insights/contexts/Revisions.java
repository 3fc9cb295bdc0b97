package dev.rebound.insights.contexts;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Grows whenever something about a candidate changes.
 *
 * @param contexts how many events are in the contexts
 * @param decisions how many events are in the candidate's own decisions
 */
public record Revisions(long contexts, long decisions) {

  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18})\\.(\\d{1,18})");

  /** Reads what {@link #toString()} wrote; empty where it is anything else. */
  public static Optional<Revisions> parse(String text) {
    Matcher parts = WRITTEN.matcher(text);
    return parts.matches()
        ? Optional.of(new Revisions(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return contexts + "." + decisions;
  }
}

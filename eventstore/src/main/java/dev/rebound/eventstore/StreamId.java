package dev.rebound.eventstore;

import java.util.UUID;

/**
 * The name of a stream: what kind of thing it tells of, and which one.
 *
 * @param category up to 40 lower-case letters and dashes, such as {@code application}
 */
public record StreamId(String category, UUID id) {

  private static final int UUID_LENGTH = 36;

  /* Bounded, since the name may come from a record that anybody wrote. */
  private static final int LONGEST = 40;

  public StreamId {
    if (category.isEmpty() || category.length() > LONGEST || category.charAt(0) == '-') {
      throw new IllegalArgumentException("not a category");
    }
    for (int i = 0; i < category.length(); i++) {
      char letter = category.charAt(i);
      if (letter != '-' && (letter < 'a' || letter > 'z')) {
        throw new IllegalArgumentException("not a category");
      }
    }
  }

  /** Reads what {@link #toString()} wrote. */
  public static StreamId parse(String text) {
    int split = text.length() - UUID_LENGTH - 1;
    if (split < 1 || text.charAt(split) != '-') {
      throw new IllegalArgumentException("not a stream id");
    }
    return new StreamId(text.substring(0, split), UUID.fromString(text.substring(split + 1)));
  }

  @Override
  public String toString() {
    return category + "-" + id;
  }
}

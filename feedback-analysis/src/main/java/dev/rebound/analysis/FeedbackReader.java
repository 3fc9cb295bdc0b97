package dev.rebound.analysis;

/**
 * Reads one text of feedback, a rejection message or a note. Safe to share between threads.
 *
 * <p>The interface is what the services depend on, so that a better reader can take the place of
 * this one; {@link #version()} is stored beside whatever was concluded from a reading.
 */
public interface FeedbackReader {

  /** The reading of this text. Never fails: what cannot be read is said to be not read. */
  Reading read(String text);

  /** Names the rules behind the readings; changes whenever they do. */
  String version();

  /** The reader that every service uses. */
  static FeedbackReader standard() {
    return LexiconReader.shared();
  }
}

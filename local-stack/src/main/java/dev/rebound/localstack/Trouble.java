package dev.rebound.localstack;

/**
 * Something that a person has to see to. The message is shown as it is, without a stack trace, and
 * says what to do.
 */
public final class Trouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A trouble that this text explains. */
  public Trouble(String message) {
    super(message);
  }

  /** A trouble that this text explains, with what caused it for a debugger. */
  public Trouble(String message, Throwable cause) {
    super(message, cause);
  }
}

package dev.rebound.feedback.mail;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Takes letters to people. */
public interface Post {

  /** The letter will not be taken, now or later: the address does not exist, for example. */
  final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Without the server's words, which may quote the address. */
    public Refused() {
      super("refused for good", null, false, false);
    }
  }

  /**
   * Sends a letter. When it answers, the letter is out of this service's hands; when it fails, the
   * letter may or may not have left; with {@link Refused} it has not, and will not.
   *
   * @param addressee the pseudonym of whom it goes to
   */
  Uni<Void> send(UUID addressee, Letter letter);
}

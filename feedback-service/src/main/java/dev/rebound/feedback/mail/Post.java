package dev.rebound.feedback.mail;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Takes letters to people. */
public interface Post {

  /**
   * Sends a letter. When it answers, the letter is out of this service's hands; when it fails, the
   * letter may or may not have left.
   *
   * @param addressee the pseudonym of whom it goes to
   */
  Uni<Void> send(UUID addressee, Letter letter);
}

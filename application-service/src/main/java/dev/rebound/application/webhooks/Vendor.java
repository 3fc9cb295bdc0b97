package dev.rebound.application.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One vendor's way to sign and to tell. */
interface Vendor {

  /**
   * For how long a delivery is remembered where no time is signed: what was recorded once could be
   * sent again at any time.
   */
  Duration WITHOUT_TIME = Duration.ofDays(365);

  /** Its name in the path and in reasons, such as {@code greenhouse}. */
  String name();

  /**
   * What is wrong with a secret, if anything, as a person is told.
   *
   * @param secret as the board gave it
   */
  default Optional<String> problemOf(String secret) {
    return Optional.empty();
  }

  /**
   * Whether a delivery is signed with this secret, and recently where the vendor says when.
   * Compares in constant time and changes nothing.
   */
  boolean isSigned(Delivery delivery, String secret, Instant now);

  /** For how long a repeat is known; vendors repeat for less (Standard Webhooks: 76 h). */
  default Duration remembered() {
    return Duration.ofDays(7);
  }

  /**
   * Whether a signature holds once, whatever came of it: where the data is not signed, it could be
   * used again with other data.
   */
  default boolean isSpentAtOnce() {
    return false;
  }

  /** What a delivery says, once it is known to be signed. */
  Received read(Delivery delivery);
}

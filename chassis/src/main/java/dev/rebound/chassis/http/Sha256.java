package dev.rebound.chassis.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** By which requests and tokens are known again without being kept. */
final class Sha256 {

  private Sha256() {}

  /** The hash of these, one after the other. */
  static byte[] of(byte[]... parts) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        sha256.update(part);
      }
      return sha256.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
    }
  }
}

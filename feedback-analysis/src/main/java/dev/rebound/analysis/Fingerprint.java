package dev.rebound.analysis;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Names the content of files by the first characters of its SHA-256: another content has another.
 */
final class Fingerprint {

  private static final int CHARACTERS = 10;

  private final MessageDigest digest;

  /** Of nothing yet. */
  Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
    }
  }

  /** Of these texts, one after the other. */
  static String of(List<String> texts) {
    return new Fingerprint().of(String.join("", texts).getBytes(StandardCharsets.UTF_8)).end();
  }

  /** The same stream; what is read from it belongs to the content. */
  InputStream of(InputStream in) {
    return new DigestInputStream(in, digest);
  }

  /** The same fingerprint, with this as a part of the content. */
  Fingerprint of(byte[] part) {
    digest.update(part);
    return this;
  }

  /** The characters; ends the content. */
  String end() {
    return HexFormat.of().formatHex(digest.digest()).substring(0, CHARACTERS);
  }
}

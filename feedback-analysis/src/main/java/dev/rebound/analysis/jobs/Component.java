package dev.rebound.analysis.jobs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * One thing that a job is made of or asks for.
 *
 * @param id derived from the text alone, so it stays while the text stays
 * @param text a sentence or an item of a list, at most {@value #LONGEST} characters
 */
public record Component(String id, ComponentKind kind, String text) {

  /** The longest text of a component, in characters. */
  public static final int LONGEST = 600;

  private static final int ID_BYTES = 8;

  static Component of(ComponentKind kind, String text) {
    return new Component(idOf(text), kind, text);
  }

  /** Case and punctuation do not make another component. */
  private static String idOf(String text) {
    String words = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}+#]+", " ").strip();
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

package dev.rebound.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key-encryption key: wraps the subjects' keys, and yields the secret of the pseudonyms. It
 * comes from a setting and is never stored.
 */
public final class WrappingKey {

  private static final int KEY_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final ThreadLocal<Mac> MACS = ThreadLocal.withInitial(WrappingKey::newMac);

  private final SecretKey key;
  private final SecretKey pseudonymKey;

  /**
   * Reads the key from its setting.
   *
   * @throws IllegalArgumentException where it is not 32 bytes in Base64; the message does not say
   *     what it was
   */
  public WrappingKey(String base64) {
    byte[] bytes = decode(base64.strip());
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException("a key-encryption key is 32 bytes in Base64");
    }
    key = new SecretKeySpec(bytes, "AES");
    pseudonymKey =
        new SecretKeySpec(
            hmac(new SecretKeySpec(bytes, "HmacSHA256"), "rebound pseudonym of an address"),
            "HmacSHA256");
  }

  /** A new random AES-256 key. */
  static SecretKey freshKey() {
    byte[] bytes = new byte[KEY_BYTES];
    RANDOM.nextBytes(bytes);
    return new SecretKeySpec(bytes, "AES");
  }

  /** A subject's key as it may be stored. */
  byte[] wrap(UUID subject, SecretKey subjectKey) {
    return Box.close(key, subjectKey.getEncoded(), subject.toString());
  }

  /** The key that {@link #wrap} wrapped for this subject. */
  SecretKey unwrap(UUID subject, byte[] wrapped) {
    return new SecretKeySpec(Box.open(key, wrapped, subject.toString()), "AES");
  }

  /** A UUID of version 8 (RFC 9562: own content) out of a keyed hash of the text. */
  UUID pseudonym(String text) {
    ByteBuffer hash = ByteBuffer.wrap(hmac(pseudonymKey, text));
    long high = hash.getLong() & ~0xF000L | 0x8000L;
    long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  private static byte[] decode(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  private static Mac newMac() {
    try {
      return Mac.getInstance("HmacSHA256");
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HMAC-SHA256 is part of every JDK", impossible);
    }
  }

  private static byte[] hmac(SecretKey secret, String text) {
    try {
      Mac mac = MACS.get();
      mac.init(secret);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HMAC-SHA256 is part of every JDK", impossible);
    }
  }
}

package dev.rebound.sealing;

import dev.rebound.sealing.Sealing.BrokenBox;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-256-GCM in one layout: 12 bytes of random nonce, then the cipher text with its tag. */
final class Box {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Looking the algorithm up costs more than closing a box. */
  private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(Box::newCipher);

  private Box() {}

  /** Closes a box that opens with the same key at the same place only. */
  static byte[] close(SecretKey key, byte[] clear, String place) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      byte[] closed = cipher(Cipher.ENCRYPT_MODE, key, nonce, place).doFinal(clear);
      return ByteBuffer.allocate(NONCE_BYTES + closed.length).put(nonce).put(closed).array();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("AES-GCM is part of every JDK", impossible);
    }
  }

  /**
   * Opens a box.
   *
   * @throws BrokenBox where it was changed, moved from its place, or closed with another key
   */
  static byte[] open(SecretKey key, byte[] box, String place) {
    if (box.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
      throw new BrokenBox();
    }
    byte[] nonce = Arrays.copyOf(box, NONCE_BYTES);
    try {
      return cipher(Cipher.DECRYPT_MODE, key, nonce, place)
          .doFinal(box, NONCE_BYTES, box.length - NONCE_BYTES);
    } catch (AEADBadTagException changed) {
      throw new BrokenBox();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("AES-GCM is part of every JDK", impossible);
    }
  }

  private static Cipher newCipher() {
    try {
      return Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("AES-GCM is part of every JDK", impossible);
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String place)
      throws GeneralSecurityException {
    Cipher cipher = CIPHER.get();
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}

package dev.rebound.application.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 as the vendors use it. */
final class Signatures {

  private Signatures() {}

  /** The signature of these bytes, one after the other. */
  static byte[] hmac(byte[] secret, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HMAC-SHA256 is part of every JDK", impossible);
    }
  }

  /** Whether a text is this signature in hexadecimal; takes as long whatever is wrong. */
  static boolean isHex(byte[] signature, String given) {
    return MessageDigest.isEqual(
        HexFormat.of().formatHex(signature).getBytes(UTF_8),
        given.strip().toLowerCase(Locale.ROOT).getBytes(UTF_8));
  }

  /** What a name or a body is known by without being kept. */
  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
    }
  }
}

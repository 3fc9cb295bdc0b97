package dev.rebound.eventstore.postgres;

import dev.rebound.eventstore.IdempotencyKey;
import dev.rebound.eventstore.RecordedAnswer;
import dev.rebound.sealing.Sealing;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * A recorded answer as it is stored: the key hashed, the answer sealed under the caller's own key.
 */
record SealedAnswer(UUID caller, byte[] keyHash, byte[] requestHash, byte[] answer) {

  /** Seals an answer. */
  static Uni<SealedAnswer> seal(Sealing sealing, RecordedAnswer recorded) {
    IdempotencyKey key = recorded.key();
    byte[] hash = hash(key);
    return sealing
        .seal(key.caller(), recorded.answer(), place(hash))
        .map(sealed -> new SealedAnswer(key.caller(), hash, recorded.requestHash(), sealed));
  }

  /** Opens it again; empty where the caller is erased. */
  Uni<Optional<RecordedAnswer>> open(Sealing sealing, IdempotencyKey key) {
    return sealing
        .open(caller, answer, place(keyHash))
        .map(open -> open.map(clear -> new RecordedAnswer(key, requestHash, clear)));
  }

  /** SHA-256 of the key's text. */
  static byte[] hash(IdempotencyKey key) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(key.key().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
    }
  }

  private static String place(byte[] hash) {
    return "idempotency/" + HexFormat.of().formatHex(hash);
  }
}

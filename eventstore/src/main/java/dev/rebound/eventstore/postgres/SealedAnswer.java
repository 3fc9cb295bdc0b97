package dev.rebound.eventstore.postgres;

import dev.rebound.eventstore.EventStore.IdempotencyKey;
import dev.rebound.eventstore.EventStore.RecordedAnswer;
import dev.rebound.sealing.Sealing;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
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

  private static final String READ =
      "select request_hash, answer from idempotency where caller = $1 and key_hash = $2";

  private static final String WRITE =
      """
      insert into idempotency (caller, key_hash, request_hash, answer) values ($1, $2, $3, $4)
      on conflict do nothing
      """;

  /** Seals an answer. */
  static Uni<SealedAnswer> seal(Sealing sealing, RecordedAnswer recorded) {
    IdempotencyKey key = recorded.key();
    byte[] hash = hash(key);
    return sealing
        .seal(key.caller(), recorded.answer(), place(hash))
        .map(sealed -> new SealedAnswer(key.caller(), hash, recorded.requestHash(), sealed));
  }

  /** What is kept under a key. */
  static Uni<Optional<RecordedAnswer>> find(SqlClient client, Sealing sealing, IdempotencyKey key) {
    byte[] hash = hash(key);
    return client
        .preparedQuery(READ)
        .execute(Tuple.of(key.caller(), Buffer.buffer(hash)))
        .onItem()
        .transformToUni(rows -> {
          for (Row row : rows) {
            return new SealedAnswer(
                    key.caller(),
                    hash,
                    row.getBuffer("request_hash").getBytes(),
                    row.getBuffer("answer").getBytes())
                .open(sealing, key);
          }
          return Uni.createFrom().item(Optional.empty());
        });
  }

  /** Writes it by itself; one that is there already stays. */
  Uni<Void> write(SqlClient client) {
    return client
        .preparedQuery(WRITE)
        .execute(
            Tuple.of(
                caller, Buffer.buffer(keyHash), Buffer.buffer(requestHash), Buffer.buffer(answer)))
        .replaceWithVoid();
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

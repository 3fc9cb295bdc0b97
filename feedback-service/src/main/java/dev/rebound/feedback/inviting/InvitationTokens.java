package dev.rebound.feedback.inviting;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Which token is for which round of which request. */
@ApplicationScoped
public class InvitationTokens {

  /** How long a token that opens nothing any more is kept, so that a repeat can be replayed. */
  private static final Duration KEPT_AFTER_EXPIRY = Duration.ofDays(30);

  private final Pool pool;

  /** Wired by the container. */
  @Inject
  public InvitationTokens(Pool pool) {
    this.pool = pool;
  }

  /** What a token is for. */
  public record Purpose(UUID requestId, int round) {}

  /** What a token is for, whether or not it still opens it; empty for one that is not ours. */
  public Uni<Optional<Purpose>> find(Token token) {
    return pool.preparedQuery(
            "select request_id, round from invitation_token where token_hash = $1")
        .execute(Tuple.of(Buffer.buffer(token.hash())))
        .map(rows -> {
          for (Row row : rows) {
            return Optional.of(new Purpose(row.getUUID("request_id"), row.getInteger("round")));
          }
          return Optional.empty();
        });
  }

  /** Makes a token; it is good as soon as this answers. */
  Uni<Token> issue(UUID requestId, int round, Instant expiresAt) {
    Token token = Token.random();
    return pool.preparedQuery(
            """
            insert into invitation_token (token_hash, request_id, round, expires_at)
            values ($1, $2, $3, $4)
            """)
        .execute(
            Tuple.of(
                Buffer.buffer(token.hash()), requestId, round, expiresAt.atOffset(ZoneOffset.UTC)))
        .replaceWith(token);
  }

  /** Forgets tokens that have opened nothing for a month. */
  Uni<Void> forget(Instant now) {
    return pool.preparedQuery("delete from invitation_token where expires_at < $1")
        .execute(Tuple.of(now.minus(KEPT_AFTER_EXPIRY).atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }
}

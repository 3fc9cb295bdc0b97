package dev.rebound.insights.boardcandidates;

import dev.rebound.sealing.Sealing;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Finds the candidate whom a board means, where the candidate consents to it. */
@ApplicationScoped
public class BoardCandidates {

  /** How long the database may take over the statement. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** A board's id may have stood for an address alone before it stood for whoever owns it. */
  private static final String FIND =
      """
      select candidate_id from board_candidate
      join board_consent using (board, candidate_id)
      where board = $1 and person = $2 and share_search
      order by candidate_id limit 1
      """;

  private final Pool pool;
  private final Sealing sealing;

  /** Wired by the container. */
  @Inject
  public BoardCandidates(Pool pool, Sealing sealing) {
    this.pool = pool;
    this.sealing = sealing;
  }

  /** The pseudonym of a board's own id of a candidate. */
  UUID person(String board, String externalId) {
    return sealing.pseudonym("a candidate of board " + board, externalId);
  }

  /** The candidate who is meant and consents; empty where there is none. */
  public Uni<Optional<UUID>> consenting(String board, String externalId) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(board, person(board, externalId)))
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .map(rows ->
            rows.rowCount() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next().getUUID("candidate_id")));
  }
}

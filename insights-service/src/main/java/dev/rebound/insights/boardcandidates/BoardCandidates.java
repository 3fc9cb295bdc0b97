package dev.rebound.insights.boardcandidates;

import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import dev.rebound.sealing.Sealing;
import dev.rebound.sealing.Withdrawals;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds the candidate whom a board means, where the candidate consents to it. */
@ApplicationScoped
public class BoardCandidates {

  /** A board's id may have stood for an address alone before it stood for whoever owns it. */
  private static final String FIND =
      """
      select candidate_id from board_candidate
      join board_consent using (board, candidate_id)
      where board = $1 and person = $2 and share_search
      order by candidate_id limit 1
      """;

  private static final String OF =
      """
      select board,
        coalesce(bool_or(share_search), false) as shares, bool_or(reported) as reported
      from (
        select board, share_search, false as reported from board_consent where candidate_id = $1
        union all
        select board, null, true from board_candidate where candidate_id = $1) as standing
      group by board order by board
      """;

  private final ScopedPool pool;
  private final Sealing sealing;
  private final Withdrawals withdrawals;

  /** Wired by the container. */
  @Inject
  public BoardCandidates(ScopedPool pool, Sealing sealing, Withdrawals withdrawals) {
    this.pool = pool;
    this.sealing = sealing;
    this.withdrawals = withdrawals;
  }

  /** The pseudonym of a board's own id of a candidate. */
  UUID person(String board, String externalId) {
    return sealing.pseudonym("a candidate of board " + board, externalId);
  }

  /**
   * How a board and a candidate stand, as the candidate sees it.
   *
   * @param reported whether the board has reported the candidate, and may so ask for matches
   */
  public record Standing(String board, boolean shareSearch, boolean reported) {}

  /** How boards and a candidate stand. */
  public Uni<List<Standing>> of(UUID candidate) {
    return pool.query(Scope.ofPerson(candidate), OF, Tuple.of(candidate))
        .map(rows -> {
          List<Standing> all = new ArrayList<>();
          for (Row row : rows) {
            all.add(
                new Standing(
                    row.getString("board"), row.getBoolean("shares"), row.getBoolean("reported")));
          }
          return all;
        });
  }

  /**
   * The candidate who is meant and consents; empty where there is none. Who has taken it back does
   * not, whether or not the event has come here.
   */
  public Uni<Optional<UUID>> consenting(String board, String externalId) {
    return pool.query(Scope.ofBoard(board), FIND, Tuple.of(board, person(board, externalId)))
        .chain(rows ->
            rows.size() == 0
                ? Uni.createFrom().item(Optional.empty())
                : unlessWithdrawn(rows.iterator().next().getUUID("candidate_id"), board));
  }

  private Uni<Optional<UUID>> unlessWithdrawn(UUID candidate, String board) {
    return withdrawals
        .isWithdrawn(candidate, board)
        .map(withdrawn -> Optional.of(candidate).filter(it -> !withdrawn));
  }
}

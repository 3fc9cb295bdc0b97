package dev.rebound.application.boards.outgoing;

import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import dev.rebound.sealing.Sealing;
import dev.rebound.sealing.Sealing.Sealed;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * By which ids boards know a candidate, and what the candidate allows them: the tables {@code
 * board_candidate}, whose ids are sealed under the candidate's key, and {@code board_consent}.
 */
@ApplicationScoped
public class KnownCandidates {

  /** How long the database may take over both statements of a change of consent. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final String STANDING =
      """
      select
        exists (
          select from board_candidate where board = $1 and candidate = $2 and person = $3) as known,
        exists (
          select from board_consent where board = $1 and candidate = $2 and share_search) as shared
      """;

  private static final String REMEMBER =
      """
      insert into board_candidate (board, candidate, person, external_id)
      values ($1, $2, $3, $4)
      on conflict do nothing
      """;

  private static final String IDS =
      """
      select board, person, external_id from board_candidate
      where candidate = $1 order by board, person
      """;

  private static final String CONSENT =
      """
      insert into board_consent (board, candidate, share_search) values ($1, $2, $3)
      on conflict (board, candidate) do update set share_search = excluded.share_search
      """;

  /**
   * What was allowed once and is no longer: neither what waits is sent nor is anything replayed.
   */
  private static final String TAKE_BACK =
      "delete from board_delivery where board = $1 and candidate = $2 and type = $3";

  private final ScopedPool pool;
  private final Sealing sealing;

  /** Wired by the container. */
  @Inject
  public KnownCandidates(ScopedPool pool, Sealing sealing) {
    this.pool = pool;
    this.sealing = sealing;
  }

  /**
   * How a board and a candidate stand.
   *
   * @param known whether the board's id of the candidate is remembered
   * @param shared whether the board may apply the candidate's search
   */
  record Standing(boolean known, boolean shared) {}

  /** How they stand. */
  Uni<Standing> standing(String board, UUID candidate, String externalId) {
    return pool.query(
            Scope.ofBoard(board),
            STANDING,
            Tuple.of(board, candidate, person(sealing, board, externalId)))
        .map(rows -> {
          Row row = rows.iterator().next();
          return new Standing(row.getBoolean("known"), row.getBoolean("shared"));
        });
  }

  /** Remembers a board's id of a candidate; once, however often it comes. */
  Uni<Void> remember(String board, UUID candidate, String externalId) {
    UUID person = person(sealing, board, externalId);
    return sealing
        .seal(candidate, externalId.getBytes(StandardCharsets.UTF_8), place(board, person))
        .chain(sealed ->
            pool.query(
                Scope.ofBoard(board),
                REMEMBER,
                Tuple.of(board, candidate, person, Buffer.buffer(sealed))))
        .replaceWithVoid();
  }

  /** By board, the ids by which it knows a candidate; none of them once the key is gone. */
  Uni<SortedMap<String, List<String>>> idsOf(UUID candidate) {
    return pool.query(Scope.ofPerson(candidate), IDS, Tuple.of(candidate))
        .chain(rows -> {
          List<Row> known = StreamSupport.stream(rows.spliterator(), false).toList();
          return sealing
              .openAll(known.stream().map(row -> sealed(candidate, row)).toList())
              .map(opened -> {
                SortedMap<String, List<String>> ids = new TreeMap<>();
                for (int i = 0; i < known.size(); i++) {
                  String board = known.get(i).getString("board");
                  opened
                      .get(i)
                      .map(id -> new String(id, StandardCharsets.UTF_8))
                      .ifPresent(id -> ids.computeIfAbsent(board, it -> new ArrayList<>()).add(id));
                }
                return ids;
              });
        });
  }

  /** Notes what a candidate allows a board; what the board was to be told by it goes with it. */
  Uni<Void> consent(String board, UUID candidate, boolean shared) {
    return pool.transaction(
            Scope.ofBoard(board),
            transaction ->
                run(transaction, CONSENT, Tuple.of(board, candidate, shared))
                    .chain(() ->
                        shared
                            ? Uni.createFrom().voidItem()
                            : run(
                                transaction,
                                TAKE_BACK,
                                Tuple.of(board, candidate, NoticeType.SEARCH_REFINED.code()))))
        .ifNoItem()
        .after(LIMIT)
        .fail();
  }

  private static Uni<Void> run(SqlConnection transaction, String sql, Tuple values) {
    return transaction.preparedQuery(sql).execute(values).replaceWithVoid();
  }

  private static Sealed sealed(UUID candidate, Row row) {
    return new Sealed(
        candidate,
        row.getBuffer("external_id").getBytes(),
        place(row.getString("board"), row.getUUID("person")));
  }

  /** The pseudonym of a board's own id of a candidate. */
  static UUID person(Sealing sealing, String board, String externalId) {
    return sealing.pseudonym("a candidate of board " + board, externalId);
  }

  static String place(String board, UUID person) {
    return "board_candidate/" + board + "/" + person;
  }
}

package dev.rebound.application.boards.outgoing;

import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import dev.rebound.sealing.Sealing;
import dev.rebound.sealing.Sealing.Clear;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Takes many boards' ids of candidates into the table {@code board_candidate} at once: two
 * statements for however many come together, which {@link KnownCandidates} would need for each.
 */
@ApplicationScoped
public class Introductions {

  /** Which are remembered and which boards may apply the search, in their order. */
  private static final String STANDINGS =
      """
      select
        exists (
          select from board_candidate known
          where known.board = asked.board and known.candidate = asked.candidate
            and known.person = asked.person) as known,
        exists (
          select from board_consent given
          where given.board = asked.board and given.candidate = asked.candidate
            and given.share_search) as shared
      from unnest($1::text[], $2::uuid[], $3::uuid[])
        with ordinality as asked (board, candidate, person, nr)
      order by nr
      """;

  /* Keys are made between the look and this: who consents meanwhile is left to be told of. */
  private static final String REMEMBER_ALL =
      """
      insert into board_candidate (board, candidate, person, external_id)
      select fresh.*
      from unnest($1::text[], $2::uuid[], $3::uuid[], $4::bytea[])
        as fresh (board, candidate, person, external_id)
      where not exists (
        select from board_consent given
        where given.board = fresh.board and given.candidate = fresh.candidate
          and given.share_search)
      on conflict do nothing
      returning candidate, person
      """;

  private final ScopedPool pool;
  private final Sealing sealing;

  /** Wired by the container. */
  @Inject
  public Introductions(ScopedPool pool, Sealing sealing) {
    this.pool = pool;
    this.sealing = sealing;
  }

  /**
   * A board's id of a candidate.
   *
   * @param externalId as the board writes it
   */
  record Introduction(String board, UUID candidate, String externalId) {}

  /**
   * Remembers those that are not remembered, where the board may not apply the candidate's search.
   *
   * @return which are remembered now, and those of whoever is erased; the others were left
   */
  Uni<Set<Introduction>> rememberAll(Collection<Introduction> introductions) {
    List<Introduced> distinct =
        introductions.stream()
            .distinct()
            .map(it ->
                new Introduced(it, KnownCandidates.person(sealing, it.board(), it.externalId())))
            .toList();
    if (distinct.isEmpty()) {
      return Uni.createFrom().item(Set.of());
    }
    return pool.query(Scope.ALL_BOARDS, STANDINGS, Tuple.from(columns(distinct)))
        .chain(rows -> {
          Set<Introduction> settled = new HashSet<>();
          List<Introduced> fresh = new ArrayList<>();
          int at = 0;
          for (Row row : rows) {
            Introduced introduced = distinct.get(at++);
            if (row.getBoolean("known")) {
              settled.add(introduced.what());
            } else if (!row.getBoolean("shared")) {
              fresh.add(introduced);
            }
          }
          return remember(fresh).invoke(settled::addAll).replaceWith(settled);
        });
  }

  /** With the pseudonym of the board's id. */
  private record Introduced(Introduction what, UUID person) {

    Clear clear() {
      return new Clear(
          what.candidate(),
          what.externalId().getBytes(StandardCharsets.UTF_8),
          KnownCandidates.place(what.board(), person));
    }

    /** The row's key without the board, which the pseudonym is made of. */
    Key key() {
      return new Key(what.candidate(), person);
    }
  }

  private record Key(UUID candidate, UUID person) {

    static Key of(Row row) {
      return new Key(row.getUUID("candidate"), row.getUUID("person"));
    }
  }

  /** Answers which are remembered, and those of whoever is erased: of them nothing is to be. */
  private Uni<Set<Introduction>> remember(List<Introduced> fresh) {
    if (fresh.isEmpty()) {
      return Uni.createFrom().item(Set.of());
    }
    return sealing
        .sealAll(fresh.stream().map(Introduced::clear).toList())
        .chain(sealed -> {
          Set<Introduction> settled = new HashSet<>();
          List<Introduced> living = new ArrayList<>();
          List<Buffer> boxes = new ArrayList<>();
          for (int i = 0; i < fresh.size(); i++) {
            Introduced introduced = fresh.get(i);
            Optional<byte[]> box = sealed.get(i);
            if (box.isPresent()) {
              living.add(introduced);
              boxes.add(Buffer.buffer(box.get()));
            } else {
              settled.add(introduced.what());
            }
          }
          List<Object> values = columns(living);
          values.add(boxes.toArray(Buffer[]::new));
          return pool.query(Scope.ALL_BOARDS, REMEMBER_ALL, Tuple.from(values))
              .map(rows -> {
                Set<Key> remembered = new HashSet<>();
                rows.forEach(row -> remembered.add(Key.of(row)));
                living.stream()
                    .filter(it -> remembered.contains(it.key()))
                    .forEach(it -> settled.add(it.what()));
                return settled;
              });
        });
  }

  private static List<Object> columns(List<Introduced> rows) {
    List<Object> columns = new ArrayList<>();
    columns.add(rows.stream().map(it -> it.what().board()).toArray(String[]::new));
    columns.add(rows.stream().map(it -> it.what().candidate()).toArray(UUID[]::new));
    columns.add(rows.stream().map(Introduced::person).toArray(UUID[]::new));
    return columns;
  }
}

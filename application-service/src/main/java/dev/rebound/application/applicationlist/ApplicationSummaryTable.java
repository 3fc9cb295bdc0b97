package dev.rebound.application.applicationlist;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.rebound.application.timeline.ApplicationStatus;
import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import dev.rebound.events.EventJson;
import dev.rebound.sealing.Sealing;
import dev.rebound.sealing.Sealing.Clear;
import dev.rebound.sealing.Sealing.Sealed;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The table {@code application_summary}: whatever is words in it is sealed. */
@ApplicationScoped
public class ApplicationSummaryTable {

  /** No candidate has more, and no answer is searched for further. */
  public static final int MOST_ROWS = 5_000;

  /** How many are read at once where all are wanted. */
  private static final int PART = 200;

  private static final String UPSERT =
      """
      insert into application_summary (owner, id, status, applied_on, board, sealed, updated)
      select * from unnest(
        $1::uuid[], $2::uuid[], $3::text[], $4::date[], $5::text[], $6::bytea[], $7::timestamptz[])
      on conflict (id) do update
        set status = excluded.status, applied_on = excluded.applied_on, board = excluded.board,
            sealed = excluded.sealed, updated = excluded.updated
      """;

  private final ScopedPool pool;
  private final Sealing sealing;

  /** Wired by the container. */
  @Inject
  public ApplicationSummaryTable(ScopedPool pool, Sealing sealing) {
    this.pool = pool;
    this.sealing = sealing;
  }

  /** One application of one owner. */
  record Row(UUID owner, ApplicationSummary summary, Instant updated) {}

  /** The last row that was seen: the list goes on behind it. */
  record Position(LocalDate appliedOn, UUID id) {}

  /** A candidate's applications, newest first. */
  Uni<List<ApplicationSummary>> list(
      UUID owner, @Nullable ApplicationStatus status, @Nullable Position behind, int limit) {
    String sql =
        """
        select id, owner, sealed, updated
          from application_summary
         where owner = $1
           and ($2::text is null or status = $2)
           and ($3::date is null or (applied_on, id) < ($3, $4))
         order by applied_on desc, id desc
         limit $5
        """;
    Tuple values =
        Tuple.from(
            new @Nullable Object[] {
              owner,
              status == null ? null : status.name(),
              behind == null ? null : behind.appliedOn(),
              behind == null ? null : behind.id(),
              limit
            });
    return pool.query(Scope.ofPerson(owner), sql, values)
        .flatMap(this::open)
        .map(rows -> rows.stream().map(Row::summary).toList());
  }

  /** All applications of a candidate, newest first, read part by part as they are asked for. */
  public Multi<ApplicationSummary> all(UUID owner) {
    return Multi.createBy()
        .repeating()
        .uni(
            () -> new AtomicReference<@Nullable Position>(),
            last ->
                list(owner, null, last.get(), PART)
                    .invoke(part -> {
                      if (!part.isEmpty()) {
                        ApplicationSummary end = part.getLast();
                        last.set(new Position(end.appliedOn(), end.id()));
                      }
                    }))
        .whilst(part -> part.size() == PART)
        .onItem()
        .disjoint();
  }

  /** The rows of these applications; one whose key is gone is not among them. */
  Uni<List<Row>> read(SqlConnection transaction, Set<UUID> ids) {
    return transaction
        .preparedQuery(
            """
            select id, owner, sealed, updated
              from application_summary
             where id = any($1)
            """)
        .execute(Tuple.of(ids.toArray(UUID[]::new)))
        .flatMap(this::open);
  }

  /** Puts rows in place of their former selves; those of a person who was erased are left out. */
  Uni<Void> write(SqlConnection transaction, Collection<Row> changed) {
    if (changed.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<Row> rows = List.copyOf(changed);
    List<Clear> clear =
        rows.stream()
            .map(row -> new Clear(row.owner(), bytes(row.summary()), place(row.summary().id())))
            .toList();
    return sealing
        .sealAll(clear)
        .flatMap(sealed -> {
          List<Row> living = new ArrayList<>();
          List<byte[]> boxes = new ArrayList<>();
          for (int i = 0; i < rows.size(); i++) {
            if (sealed.get(i).isPresent()) {
              living.add(rows.get(i));
              boxes.add(sealed.get(i).get());
            }
          }
          return transaction.preparedQuery(UPSERT).execute(columns(living, boxes));
        })
        .replaceWithVoid();
  }

  private static Tuple columns(List<Row> rows, List<byte[]> sealed) {
    return Tuple.from(
        List.of(
            rows.stream().map(Row::owner).toArray(UUID[]::new),
            rows.stream().map(row -> row.summary().id()).toArray(UUID[]::new),
            rows.stream().map(row -> row.summary().status().name()).toArray(String[]::new),
            rows.stream().map(row -> row.summary().appliedOn()).toArray(LocalDate[]::new),
            rows.stream().map(row -> row.summary().board()).toArray(String[]::new),
            sealed.stream().map(Buffer::buffer).toArray(Buffer[]::new),
            rows.stream()
                .map(row -> row.updated().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new)));
  }

  private Uni<List<Row>> open(RowSet<io.vertx.mutiny.sqlclient.Row> found) {
    List<io.vertx.mutiny.sqlclient.Row> rows =
        StreamSupport.stream(found.spliterator(), false).toList();
    List<Sealed> sealed =
        rows.stream()
            .map(row ->
                new Sealed(
                    row.getUUID("owner"),
                    row.getBuffer("sealed").getBytes(),
                    place(row.getUUID("id"))))
            .toList();
    return sealing
        .openAll(sealed)
        .map(opened -> {
          List<Row> readable = new ArrayList<>();
          for (int i = 0; i < rows.size(); i++) {
            io.vertx.mutiny.sqlclient.Row row = rows.get(i);
            opened
                .get(i)
                .ifPresent(json ->
                    readable.add(
                        new Row(
                            row.getUUID("owner"),
                            summary(json),
                            row.getOffsetDateTime("updated").toInstant())));
          }
          return readable;
        });
  }

  private static String place(UUID id) {
    return "application_summary/" + id;
  }

  private static byte[] bytes(ApplicationSummary summary) {
    try {
      return EventJson.mapper().writeValueAsBytes(summary);
    } catch (JsonProcessingException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static ApplicationSummary summary(byte[] json) {
    try {
      return EventJson.mapper().readValue(json, ApplicationSummary.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

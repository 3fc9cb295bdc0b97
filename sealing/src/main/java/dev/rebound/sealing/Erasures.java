package dev.rebound.sealing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The log of erasures: who was erased when, and which service has forgotten that person since.
 *
 * <p>It is kept with the keys, apart from the services' databases. So a service whose database is
 * restored from a backup finds here whom it has to forget again, and a key that is restored by
 * mistake with an older backup of this database is the one thing it cannot tell.
 */
public final class Erasures {

  /** How long the database may take over a statement. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final String AFTER =
      """
      select subject, erased_at from subject_key
      where erased_at is not null and (erased_at, subject) > ($1, $2)
      order by erased_at, subject
      limit $3
      """;

  private static final String ACKNOWLEDGE =
      """
      insert into erasure_acknowledgement (subject, service)
      select subject, $2 from unnest($1::uuid[]) as forgotten (subject)
      on conflict do nothing
      """;

  private static final String STATE =
      """
      select k.erased_at, a.service, a.at
      from subject_key k left join erasure_acknowledgement a on a.subject = k.subject
      where k.subject = $1 and k.erased_at is not null
      """;

  private static final String AMONG =
      "select subject from subject_key where subject = any($1) and erased_at is not null";

  private final Pool pool;

  /** The log in the keys' database. */
  public Erasures(Pool pool) {
    this.pool = pool;
  }

  /** Who was erased, and when. */
  public record Erasure(UUID subject, Instant at) {}

  /**
   * How an erasure stands.
   *
   * @param erasedAt when the key was destroyed
   * @param forgotten when each service had forgotten the person, by its name
   */
  public record State(Instant erasedAt, Map<String, Instant> forgotten) {}

  /**
   * Those who were erased after a moment, oldest first.
   *
   * @param last the last one of that moment that is known; null for all of the moment
   * @param limit how many at most
   */
  public Uni<List<Erasure>> after(Instant moment, @Nullable UUID last, int limit) {
    UUID from = last == null ? new UUID(0, 0) : last;
    return pool.preparedQuery(AFTER)
        .execute(Tuple.of(moment.atOffset(ZoneOffset.UTC), from, limit))
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .map(rows -> {
          List<Erasure> erased = new ArrayList<>(rows.rowCount());
          for (Row row : rows) {
            erased.add(
                new Erasure(
                    row.getUUID("subject"), row.getOffsetDateTime("erased_at").toInstant()));
          }
          return erased;
        });
  }

  /** Notes that a service has forgotten these; what was noted before stays. */
  public Uni<Void> acknowledge(String service, List<UUID> subjects) {
    return pool.preparedQuery(ACKNOWLEDGE)
        .execute(Tuple.of(subjects.toArray(UUID[]::new), service))
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .replaceWithVoid();
  }

  /** Those of some people who are erased. */
  public Uni<Set<UUID>> among(Set<UUID> subjects) {
    if (subjects.isEmpty()) {
      return Uni.createFrom().item(Set.of());
    }
    return pool.preparedQuery(AMONG)
        .execute(Tuple.of(subjects.toArray(UUID[]::new)))
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .map(rows -> {
          Set<UUID> erased = new HashSet<>();
          for (Row row : rows) {
            erased.add(row.getUUID("subject"));
          }
          return erased;
        });
  }

  /** How the erasure of a person stands; empty for whoever is not erased. */
  public Uni<Optional<State>> state(UUID subject) {
    return pool.preparedQuery(STATE)
        .execute(Tuple.of(subject))
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .map(rows -> {
          @Nullable Instant erasedAt = null;
          Map<String, Instant> forgotten = new TreeMap<>();
          for (Row row : rows) {
            erasedAt = row.getOffsetDateTime("erased_at").toInstant();
            @Nullable String service = row.getString("service");
            if (service != null) {
              forgotten.put(service, row.getOffsetDateTime("at").toInstant());
            }
          }
          return erasedAt == null
              ? Optional.<State>empty()
              : Optional.of(new State(erasedAt, forgotten));
        });
  }
}

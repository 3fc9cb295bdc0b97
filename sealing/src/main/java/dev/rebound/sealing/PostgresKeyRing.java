package dev.rebound.sealing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the subjects' keys in a PostgreSQL database of their own, wrapped, and those in use in
 * memory for {@link #KEPT}. A batch costs one query for all keys that are not in memory.
 */
public final class PostgresKeyRing implements KeyRing {

  /** How long a key may stay in memory, and so how long an erasure may take elsewhere. */
  static final Duration KEPT = Duration.ofMinutes(2);

  private static final int KEPT_KEYS = 50_000;

  /** How long the database may take over a statement. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final String SELECT =
      "select subject, wrapped from subject_key where subject = any($1)";

  private static final String INSERT =
      """
      insert into subject_key (subject, wrapped)
      select * from unnest($1::uuid[], $2::bytea[])
      on conflict do nothing
      returning subject
      """;

  private static final String ERASE =
      """
      insert into subject_key (subject, wrapped, erased_at) values ($1, null, now())
      on conflict (subject) do update
      set wrapped = null, erased_at = coalesce(subject_key.erased_at, now())
      """;

  private final Pool pool;
  private final WrappingKey wrappingKey;
  private final Cache<UUID, SecretKey> kept =
      Caffeine.newBuilder().maximumSize(KEPT_KEYS).expireAfterWrite(KEPT).recordStats().build();

  /** A key ring on the database of the pool. */
  public PostgresKeyRing(Pool pool, WrappingKey wrappingKey) {
    this.pool = pool;
    this.wrappingKey = wrappingKey;
  }

  /**
   * How often a key was asked for since the start.
   *
   * @param hits how often it was in memory
   * @param misses how often it was not
   */
  public record Lookups(long hits, long misses) {}

  /** How often keys were asked for so far. */
  public Lookups lookups() {
    CacheStats stats = kept.stats();
    return new Lookups(stats.hitCount(), stats.missCount());
  }

  @Override
  public Uni<Map<UUID, SecretKey>> forSealing(Set<UUID> subjects) {
    return forOpening(subjects)
        .onItem()
        .transformToUni(found ->
            found.size() == subjects.size()
                ? Uni.createFrom().item(found)
                : makeMissing(subjects, found));
  }

  @Override
  public Uni<Map<UUID, SecretKey>> forOpening(Set<UUID> subjects) {
    Map<UUID, SecretKey> found = new HashMap<>();
    Set<UUID> missing = new HashSet<>();
    for (UUID subject : subjects) {
      @Nullable SecretKey key = kept.getIfPresent(subject);
      if (key == null) {
        missing.add(subject);
      } else {
        found.put(subject, key);
      }
    }
    if (missing.isEmpty()) {
      return Uni.createFrom().item(found);
    }
    return fetch(missing)
        .map(fetched -> {
          found.putAll(fetched);
          return found;
        });
  }

  @Override
  public Uni<Void> erase(UUID subject) {
    return pool.preparedQuery(ERASE)
        .execute(Tuple.of(subject))
        .invoke(() -> kept.invalidate(subject))
        .replaceWithVoid();
  }

  /** Whether a person's key is in memory, so that it is there without a look. */
  public boolean keeps(UUID subject) {
    return kept.getIfPresent(subject) != null;
  }

  /** Drops the keys that are in memory of these, whose keys were destroyed by another process. */
  public void forget(Collection<UUID> subjects) {
    kept.invalidateAll(subjects);
  }

  private Uni<Map<UUID, SecretKey>> fetch(Set<UUID> subjects) {
    return pool.preparedQuery(SELECT)
        .execute(Tuple.of(subjects.toArray(UUID[]::new)))
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .map(rows -> {
          Map<UUID, SecretKey> fetched = new HashMap<>();
          for (Row row : rows) {
            UUID subject = row.getUUID("subject");
            var wrapped = row.getBuffer("wrapped");
            if (wrapped != null) {
              fetched.put(subject, wrappingKey.unwrap(subject, wrapped.getBytes()));
            }
          }
          kept.putAll(fetched);
          return fetched;
        });
  }

  private static Map<UUID, SecretKey> joined(
      Map<UUID, SecretKey> some, Map<UUID, SecretKey> others) {
    some.putAll(others);
    return some;
  }

  /** Makes a key for who has none; where another process was faster, that one's counts. */
  private Uni<Map<UUID, SecretKey>> makeMissing(Set<UUID> subjects, Map<UUID, SecretKey> existing) {
    UUID[] missing =
        subjects.stream().filter(s -> !existing.containsKey(s)).sorted().toArray(UUID[]::new);
    Map<UUID, SecretKey> fresh = new HashMap<>();
    Buffer[] wrapped = new Buffer[missing.length];
    for (int i = 0; i < missing.length; i++) {
      SecretKey key = WrappingKey.freshKey();
      fresh.put(missing[i], key);
      wrapped[i] = Buffer.buffer(wrappingKey.wrap(missing[i], key));
    }
    return pool.preparedQuery(INSERT)
        .execute(Tuple.of(missing, wrapped))
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .onItem()
        .transformToUni(rows -> {
          Map<UUID, SecretKey> made = new HashMap<>();
          for (Row row : rows) {
            UUID subject = row.getUUID("subject");
            made.put(subject, fresh.get(subject));
          }
          kept.putAll(made);
          fresh.keySet().removeAll(made.keySet());
          made.putAll(existing);
          return fresh.isEmpty()
              ? Uni.createFrom().item(made)
              : fetch(fresh.keySet()).map(others -> joined(made, others));
        });
  }
}

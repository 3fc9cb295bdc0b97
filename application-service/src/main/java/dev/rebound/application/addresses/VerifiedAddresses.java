package dev.rebound.application.addresses;

import dev.rebound.sealing.Sealing;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Finds the candidate of an address. */
@ApplicationScoped
public class VerifiedAddresses {

  /** How long the database may take over a statement. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final String FIND =
      "select address, candidate from verified_address where address = any($1)";

  private static final String OF =
      "select address, verified_at from verified_address where candidate = $1";

  private static final String REMEMBER =
      """
      insert into verified_address (address, candidate, verified_at) values ($1, $2, $3)
      on conflict (address) do update
      set candidate = excluded.candidate, verified_at = excluded.verified_at
      """;

  private final Pool pool;
  private final Sealing sealing;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  public VerifiedAddresses(Pool pool, Sealing sealing, Clock clock) {
    this.pool = pool;
    this.sealing = sealing;
    this.clock = clock;
  }

  /** The pseudonym of an address. People write the same address in upper and lower case. */
  public UUID pseudonym(String email) {
    return sealing.pseudonym("a candidate's address", email.strip().toLowerCase(Locale.ROOT));
  }

  /** The candidates who have signed in with these addresses, by the address's pseudonym. */
  public Uni<Map<UUID, UUID>> candidatesOf(Set<UUID> addresses) {
    if (addresses.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(addresses.toArray(UUID[]::new)))
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .map(rows -> {
          Map<UUID, UUID> candidates = new HashMap<>();
          for (Row row : rows) {
            candidates.put(row.getUUID("address"), row.getUUID("candidate"));
          }
          return candidates;
        });
  }

  /** An address as it is kept. */
  public record Verified(UUID pseudonym, OffsetDateTime verifiedAt) {}

  /** The addresses that a candidate was the last to sign in with. */
  public Uni<List<Verified>> of(UUID candidate) {
    return pool.preparedQuery(OF)
        .execute(Tuple.of(candidate))
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .map(rows -> {
          List<Verified> addresses = new ArrayList<>();
          for (Row row : rows) {
            addresses.add(
                new Verified(row.getUUID("address"), row.getOffsetDateTime("verified_at")));
          }
          return addresses;
        });
  }

  /** Notes who has signed in with a verified address; whoever came last has it. */
  Uni<Void> remember(String email, UUID candidate) {
    return pool.preparedQuery(REMEMBER)
        .execute(Tuple.of(pseudonym(email), candidate, clock.instant().atOffset(ZoneOffset.UTC)))
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .replaceWithVoid();
  }
}

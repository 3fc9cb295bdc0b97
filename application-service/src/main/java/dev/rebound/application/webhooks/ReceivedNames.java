package dev.rebound.application.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import dev.rebound.chassis.events.Prunable;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The table {@code webhook_received}: the deliveries that were dealt with. It knows repeats for as
 * long as {@link Vendor#remembered} says; those that come at the same time are told apart by the
 * key that is written with the event.
 */
@ApplicationScoped
class ReceivedNames implements Prunable {

  private static final String FIND =
      """
      select 1 from webhook_received where board = $1 and provider = $2 and name = any($3) limit 1
      """;

  private static final String NOTE =
      """
      insert into webhook_received (board, provider, name, received_at)
      select $1, $2, name, $4 from unnest($3::bytea[]) as named (name) order by name
      on conflict do nothing
      """;

  private final ScopedPool pool;
  private final Vendors vendors;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  ReceivedNames(ScopedPool pool, Vendors vendors, Clock clock) {
    this.pool = pool;
    this.vendors = vendors;
    this.clock = clock;
  }

  /** Whether a delivery with one of these names was dealt with. */
  Uni<Boolean> contain(String board, String provider, List<String> names) {
    return pool.query(Scope.ofBoard(board), FIND, Tuple.of(board, provider, hashes(names)))
        .map(rows -> rows.size() > 0);
  }

  /** Notes that it was. */
  Uni<Void> note(String board, String provider, List<String> names) {
    return pool.query(Scope.ofBoard(board), NOTE, Tuple.of(board, provider, hashes(names), now()))
        .replaceWithVoid();
  }

  /** Forgets those that are remembered no longer. */
  @Override
  public Uni<Void> prune() {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (Vendor vendor : vendors.all().values()) {
      done =
          done.chain(() ->
              pool.prune(
                  Scope.ALL_BOARDS,
                  "webhook_received",
                  "provider = $1 and received_at < $2",
                  Tuple.of(vendor.name(), now().minus(vendor.remembered()))));
    }
    return done;
  }

  private static Buffer[] hashes(List<String> names) {
    return names.stream()
        .map(name -> Buffer.buffer(Signatures.sha256(name.getBytes(UTF_8))))
        .toArray(Buffer[]::new);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}

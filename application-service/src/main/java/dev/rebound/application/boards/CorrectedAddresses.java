package dev.rebound.application.boards;

import dev.rebound.application.boards.BoardApplications.Link;
import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Puts the address right that applications wait for, where their board names another by now: else
 * one that was mistyped would keep its application from whom it is of.
 */
@ApplicationScoped
public class CorrectedAddresses {

  /**
   * Only while it waits, and for the person it waits for: whose it is by then does not change with
   * an address. It is theirs who have signed in with the address, adopted yet or not. An address
   * that is as good as the new one stays.
   */
  private static final String CORRECT =
      """
      update board_application as link
         set address = named.address
        from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as named (application, person, address)
       where link.board = $1 and link.application = named.application
         and link.person = named.person
         and link.adopted_at is null and link.adopter is null
         and link.address <> named.address and link.address <> all ($5::uuid[])
         and not exists (select from verified_address where address = link.address)
      """;

  private final ScopedPool pool;

  /** Wired by the container. */
  @Inject
  public CorrectedAddresses(ScopedPool pool) {
    this.pool = pool;
  }

  /**
   * Notes the addresses that applications wait for now. Nothing changes where somebody has adopted
   * one or has signed in with its address, or where it waits for another person.
   *
   * @param links of different applications
   * @param asGood addresses of the same person: what waits for one of them goes on waiting for it
   * @return how many wait for another address than before
   */
  public Uni<Integer> note(String board, List<Link> links, List<UUID> asGood) {
    if (links.isEmpty()) {
      return Uni.createFrom().item(0);
    }
    return pool.query(
            Scope.ofBoard(board),
            CORRECT,
            Tuple.of(
                board,
                each(links, Link::application),
                each(links, Link::person),
                each(links, Link::address),
                asGood.toArray(UUID[]::new)))
        .map(rows -> rows.rowCount());
  }

  private static UUID[] each(List<Link> links, Function<Link, UUID> part) {
    return links.stream().map(part).toArray(UUID[]::new);
  }
}

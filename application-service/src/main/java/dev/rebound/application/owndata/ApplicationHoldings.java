package dev.rebound.application.owndata;

import dev.rebound.application.addresses.VerifiedAddresses;
import dev.rebound.application.boards.BoardApplications;
import dev.rebound.application.boards.BoardApplications.Held;
import dev.rebound.application.boards.outgoing.DeliveryLog;
import dev.rebound.application.boards.outgoing.DeliveryLog.Told;
import dev.rebound.application.reflectionform.ReflectionDrafts;
import dev.rebound.application.streams.Streams;
import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import dev.rebound.chassis.owndata.Holdings;
import dev.rebound.eventstore.StreamId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The applications of a candidate, the reflections on them, saved or not, the consents, and what
 * boards reported before the candidate signed in, and what they were told.
 */
@ApplicationScoped
public class ApplicationHoldings implements Holdings {

  private static final String APPLICATIONS = "select id from application_summary where owner = $1";

  private final ScopedPool pool;
  private final ReflectionDrafts drafts;
  private final VerifiedAddresses addresses;
  private final BoardApplications reported;
  private final DeliveryLog deliveries;

  /** Wired by the container. */
  @Inject
  public ApplicationHoldings(
      ScopedPool pool,
      ReflectionDrafts drafts,
      VerifiedAddresses addresses,
      BoardApplications reported,
      DeliveryLog deliveries) {
    this.pool = pool;
    this.drafts = drafts;
    this.addresses = addresses;
    this.reported = reported;
    this.deliveries = deliveries;
  }

  @Override
  public Uni<List<StreamId>> streams(UUID candidate) {
    return reported
        .heldOf(candidate)
        .chain(held ->
            pool.query(Scope.ofPerson(candidate), APPLICATIONS, Tuple.of(candidate))
                .map(rows -> {
                  List<StreamId> streams = new ArrayList<>();
                  streams.add(Streams.consents(candidate));
                  streams.add(Streams.subject(candidate));
                  for (Row row : rows) {
                    streams.add(Streams.application(row.getUUID(0)));
                    streams.add(Streams.reflection(row.getUUID(0)));
                  }
                  for (Held one : held) {
                    streams.add(Streams.application(one.application()));
                  }
                  return streams;
                }));
  }

  @Override
  public Uni<Map<String, Object>> beside(UUID candidate) {
    return Uni.combine()
        .all()
        .unis(
            drafts.all(candidate),
            addresses.of(candidate),
            reported.heldOf(candidate),
            told(candidate))
        .asTuple()
        .map(all ->
            Map.of(
                "reflectionDrafts", all.getItem1(),
                "verifiedAddresses", all.getItem2(),
                "reportedByBoards", all.getItem3(),
                "toldToBoards", all.getItem4()));
  }

  /** Boards were told of whom something waited for before it was known to be this candidate. */
  private Uni<List<Told>> told(UUID candidate) {
    return reported
        .personsOfNobodyElse(candidate)
        .chain(persons ->
            deliveries.about(
                Stream.concat(Stream.of(candidate), persons.stream()).toArray(UUID[]::new)));
  }

  @Override
  public List<String> deletions() {
    return List.of(
        "delete from application_summary where owner = any($1)",
        "delete from reflection_draft where owner = any($1)",
        "delete from board_delivery where candidate = any($1)",
        "delete from board_candidate where candidate = any($1)",
        "delete from board_consent where candidate = any($1)",
        // As whom a board knows a person is a subject of its own, erased by the board or with the
        // person.
        "delete from board_application where person = any($1)",
        "delete from board_application where adopter = any($1)",
        "delete from board_application using verified_address verified"
            + " where adopter is null and verified.address = board_application.address"
            + " and verified.candidate = any($1)",
        "delete from verified_address where candidate = any($1)");
  }
}

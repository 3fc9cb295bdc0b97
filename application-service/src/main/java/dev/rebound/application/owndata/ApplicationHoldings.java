package dev.rebound.application.owndata;

import dev.rebound.application.reflectionform.ReflectionDrafts;
import dev.rebound.application.streams.Streams;
import dev.rebound.chassis.owndata.Holdings;
import dev.rebound.eventstore.StreamId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The applications of a candidate, the reflections on them, saved or not, and the consents. */
@ApplicationScoped
public class ApplicationHoldings implements Holdings {

  private static final String APPLICATIONS = "select id from application_summary where owner = $1";

  private final Pool pool;
  private final ReflectionDrafts drafts;

  /** Wired by the container. */
  @Inject
  public ApplicationHoldings(Pool pool, ReflectionDrafts drafts) {
    this.pool = pool;
    this.drafts = drafts;
  }

  @Override
  public Uni<List<StreamId>> streams(UUID candidate) {
    return pool.preparedQuery(APPLICATIONS)
        .execute(Tuple.of(candidate))
        .map(rows -> {
          List<StreamId> streams = new ArrayList<>();
          streams.add(Streams.consents(candidate));
          streams.add(Streams.subject(candidate));
          for (Row row : rows) {
            streams.add(Streams.application(row.getUUID(0)));
            streams.add(Streams.reflection(row.getUUID(0)));
          }
          return streams;
        });
  }

  @Override
  public Uni<Map<String, Object>> beside(UUID candidate) {
    return drafts.all(candidate).map(saved -> Map.of("reflectionDrafts", saved));
  }

  @Override
  public List<String> deletions() {
    return List.of(
        "delete from application_summary where owner = any($1)",
        "delete from reflection_draft where owner = any($1)",
        // An address is a subject of its own, and erased with the person.
        "delete from board_application where address = any($1)",
        "delete from verified_address where candidate = any($1)");
  }
}

package dev.rebound.feedback.rejections;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.rebound.delivery.Projection;
import dev.rebound.events.ApplicationEvent;
import dev.rebound.events.ApplicationEvent.ApplicationCorrected;
import dev.rebound.events.ApplicationEvent.StageReached;
import dev.rebound.events.EventJson;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.feedback.rejections.KnownApplication.KnownRejection;
import dev.rebound.sealing.Sealing;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@code known_application}. Most events say all that is kept; what is put right or added
 * after a rejection changes the row, whose posting need not be opened for it.
 */
@ApplicationScoped
public class KnownApplicationProjection implements Projection {

  private static final String UPSERT =
      """
      insert into known_application as known
        (application_id, candidate_id, rejection_event, recruiter_id, stages, board, posting)
      select * from unnest
        ($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::bytea[])
      on conflict (application_id) do update set
        rejection_event = excluded.rejection_event, recruiter_id = excluded.recruiter_id,
        stages = excluded.stages, board = excluded.board,
        posting = case when excluded.rejection_event is not null
          then coalesce(excluded.posting, known.posting) end
      """;

  private static final String LOAD =
      """
      select application_id, candidate_id, rejection_event, recruiter_id, stages, board
      from known_application
      where application_id = any($1) and rejection_event is not null
      """;

  private final Sealing sealing;

  /** Wired by the container. */
  @Inject
  public KnownApplicationProjection(Sealing sealing) {
    this.sealing = sealing;
  }

  @Override
  public String name() {
    return "known-application";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.APPLICATIONS);
  }

  @Override
  public List<String> tables() {
    return List.of("known_application");
  }

  @Override
  public List<SealedColumn> sealed() {
    return List.of(
        new SealedColumn(
            "known_application",
            "posting",
            "candidate_id",
            "'known_application/' || application_id"));
  }

  @Override
  public Uni<Void> apply(SqlConnection transaction, List<StoredEvent> batch) {
    return load(transaction, batch)
        .chain(known -> write(transaction, List.copyOf(changed(known, batch).values())));
  }

  private static Map<UUID, KnownApplication> changed(
      Map<UUID, KnownApplication> known, List<StoredEvent> batch) {
    Map<UUID, KnownApplication> changed = new LinkedHashMap<>();
    for (StoredEvent stored : batch) {
      if (stored.event() instanceof ApplicationEvent) {
        UUID id = stored.stream().id();
        KnownApplication after =
            KnownApplication.evolve(changed.getOrDefault(id, known.get(id)), stored);
        if (after != null) {
          changed.put(after.applicationId(), after);
        }
      }
    }
    return changed;
  }

  /** The rejected ones that something was put right with, or added to. */
  private static Uni<Map<UUID, KnownApplication>> load(
      SqlConnection transaction, List<StoredEvent> batch) {
    UUID[] ids =
        batch.stream()
            .filter(stored ->
                stored.event() instanceof ApplicationCorrected
                    || stored.event() instanceof StageReached)
            .map(stored -> stored.stream().id())
            .distinct()
            .toArray(UUID[]::new);
    return ids.length == 0
        ? Uni.createFrom().item(Map.of())
        : transaction
            .preparedQuery(LOAD)
            .execute(Tuple.of(ids))
            .map(rows -> {
              Map<UUID, KnownApplication> known = new HashMap<>();
              rows.forEach(row -> known.put(row.getUUID("application_id"), read(row)));
              return known;
            });
  }

  private static KnownApplication read(Row row) {
    return new KnownApplication(
        row.getUUID("application_id"),
        row.getUUID("candidate_id"),
        new KnownRejection(
            row.getUUID("rejection_event"),
            row.getUUID("recruiter_id"),
            Stages.read(row.getString("stages")),
            row.getString("board"),
            null));
  }

  private Uni<Void> write(SqlConnection transaction, List<KnownApplication> rows) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : seal(rows)
            .onItem()
            .transformToUni(words -> transaction.preparedQuery(UPSERT).execute(tuple(rows, words)))
            .replaceWithVoid();
  }

  private static Tuple tuple(List<KnownApplication> rows, Map<UUID, byte[]> words) {
    int size = rows.size();
    var ids = new UUID[size];
    var candidates = new UUID[size];
    var rejections = new @Nullable UUID[size];
    var recruiters = new @Nullable UUID[size];
    var stages = new @Nullable String[size];
    var boards = new @Nullable String[size];
    var postings = new @Nullable Buffer[size];
    for (int i = 0; i < size; i++) {
      KnownApplication row = rows.get(i);
      KnownRejection rejection = row.rejection();
      byte[] sealed = words.get(row.applicationId());
      ids[i] = row.applicationId();
      candidates[i] = row.candidateId();
      rejections[i] = rejection == null ? null : rejection.eventId();
      recruiters[i] = rejection == null ? null : rejection.recruiterId();
      stages[i] = rejection == null ? null : Stages.write(rejection.stages());
      boards[i] = rejection == null ? null : rejection.board();
      postings[i] = sealed == null ? null : Buffer.buffer(sealed);
    }
    return Tuple.from(
        new Object[] {ids, candidates, rejections, recruiters, stages, boards, postings});
  }

  /** The sealed postings of the rejected ones, by application; none of who was erased. */
  private Uni<Map<UUID, byte[]>> seal(List<KnownApplication> rows) {
    List<UUID> ids = new ArrayList<>();
    List<Sealing.Clear> clear = new ArrayList<>();
    for (KnownApplication row : rows) {
      KnownRejection rejection = row.rejection();
      if (rejection != null && rejection.posting() != null && rejection.posting().title() != null) {
        ids.add(row.applicationId());
        clear.add(
            new Sealing.Clear(
                row.candidateId(), bytes(rejection.posting()), place(row.applicationId())));
      }
    }
    return clear.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : sealing
            .sealAll(clear)
            .map(sealed -> {
              Map<UUID, byte[]> byId = new LinkedHashMap<>();
              for (int i = 0; i < ids.size(); i++) {
                UUID id = ids.get(i);
                sealed.get(i).ifPresent(posting -> byId.put(id, posting));
              }
              return byId;
            });
  }

  /** What binds a sealed posting to its row. */
  static String place(UUID applicationId) {
    return "known_application/" + applicationId;
  }

  private static byte[] bytes(Object value) {
    try {
      return EventJson.mapper().writeValueAsBytes(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a posting that was read can be written");
    }
  }
}

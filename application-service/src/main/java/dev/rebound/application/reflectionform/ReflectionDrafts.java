package dev.rebound.application.reflectionform;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.rebound.events.EventJson;
import dev.rebound.sealing.Sealing;
import dev.rebound.sealing.Sealing.Sealed;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The table {@code reflection_draft}; what is in a draft is sealed under its owner's key. */
@ApplicationScoped
public class ReflectionDrafts {

  private final Pool pool;
  private final Sealing sealing;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  public ReflectionDrafts(Pool pool, Sealing sealing, Clock clock) {
    this.pool = pool;
    this.sealing = sealing;
    this.clock = clock;
  }

  /**
   * What was saved last.
   *
   * @param completions how often the reflection had been completed by then
   * @param revision how often a draft was saved, over all time
   * @param content empty where the owner's key is gone
   */
  record Draft(int completions, int revision, Optional<ReflectionForm> content) {}

  /** The draft on an application, where its owner ever saved one. */
  Uni<Optional<Draft>> find(UUID owner, UUID applicationId) {
    return pool.preparedQuery(
            """
            select completions, revision, sealed
              from reflection_draft
             where owner = $1 and application_id = $2
            """)
        .execute(Tuple.of(owner, applicationId))
        .flatMap(rows -> {
          if (rows.size() == 0) {
            return Uni.createFrom().item(Optional.<Draft>empty());
          }
          Row row = rows.iterator().next();
          return sealing
              .open(owner, row.getBuffer("sealed").getBytes(), place(applicationId))
              .map(json ->
                  Optional.of(
                      new Draft(
                          row.getInteger("completions"),
                          row.getInteger("revision"),
                          json.map(ReflectionDrafts::form))));
        });
  }

  /** A draft as it is shown to its owner with everything else that is held. */
  public record Saved(UUID applicationId, Instant savedAt, @Nullable ReflectionForm content) {}

  /** All drafts of an owner. */
  public Uni<List<Saved>> all(UUID owner) {
    return pool.preparedQuery(
            """
            select application_id, saved_at, sealed from reflection_draft
             where owner = $1
             order by saved_at, application_id
            """)
        .execute(Tuple.of(owner))
        .flatMap(rows -> {
          List<Row> found = StreamSupport.stream(rows.spliterator(), false).toList();
          return sealing
              .openAll(
                  found.stream()
                      .map(row ->
                          new Sealed(
                              owner,
                              row.getBuffer("sealed").getBytes(),
                              place(row.getUUID("application_id"))))
                      .toList())
              .map(opened -> {
                List<Saved> saved = new ArrayList<>();
                for (int i = 0; i < found.size(); i++) {
                  Row row = found.get(i);
                  saved.add(
                      new Saved(
                          row.getUUID("application_id"),
                          row.getOffsetDateTime("saved_at").toInstant(),
                          opened.get(i).map(ReflectionDrafts::form).orElse(null)));
                }
                return saved;
              });
        });
  }

  /** How often a draft on an application was saved, over all time. */
  public Uni<Integer> revision(UUID owner, UUID applicationId) {
    return pool.preparedQuery(
            """
            select revision from reflection_draft where owner = $1 and application_id = $2
            """)
        .execute(Tuple.of(owner, applicationId))
        .map(rows -> rows.size() == 0 ? 0 : rows.iterator().next().getInteger("revision"));
  }

  /**
   * Saves a draft over the former one.
   *
   * @param expected the revision the writer has seen, 0 for none; null to save whatever there is
   * @return the new revision; empty where there is another one than expected
   */
  Uni<Optional<Integer>> save(
      UUID owner,
      UUID applicationId,
      int completions,
      @Nullable Integer expected,
      ReflectionForm form) {
    return sealing
        .seal(owner, bytes(form), place(applicationId))
        .flatMap(sealed ->
            pool.preparedQuery(
                    """
                    insert into reflection_draft as draft
                      (application_id, owner, completions, revision, sealed, saved_at)
                    select $1, $2, $3, 1, $4, $5
                     where $6::int is null or $6 = 0
                        or exists (select from reflection_draft where application_id = $1)
                    on conflict (application_id) do update
                      set completions = excluded.completions, revision = draft.revision + 1,
                          sealed = excluded.sealed, saved_at = excluded.saved_at
                      where draft.owner = excluded.owner
                        and ($6::int is null or draft.revision = $6)
                    returning revision
                    """)
                .execute(
                    Tuple.from(
                        new @Nullable Object[] {
                          applicationId,
                          owner,
                          completions,
                          Buffer.buffer(sealed),
                          clock.instant().atOffset(ZoneOffset.UTC),
                          expected
                        })))
        .map(rows ->
            rows.size() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next().getInteger("revision")));
  }

  private static String place(UUID applicationId) {
    return "reflection_draft/" + applicationId;
  }

  private static byte[] bytes(ReflectionForm form) {
    try {
      return EventJson.mapper().writeValueAsBytes(form);
    } catch (JsonProcessingException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static ReflectionForm form(byte[] json) {
    try {
      return EventJson.mapper().readValue(json, ReflectionForm.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

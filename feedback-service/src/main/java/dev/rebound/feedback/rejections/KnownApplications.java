package dev.rebound.feedback.rejections;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import dev.rebound.events.EventJson;
import dev.rebound.events.Posting;
import dev.rebound.feedback.rejections.KnownApplication.KnownRejection;
import dev.rebound.sealing.Sealing;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The question whether a candidate has an application, and whether it was rejected. */
@ApplicationScoped
public class KnownApplications {

  /** How long to wait for what may have happened a moment ago in another service. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration STEP = Duration.ofMillis(100);

  private static final String FIND =
      """
      select rejection_event, recruiter_id, stages, board, posting
      from known_application where application_id = $1 and candidate_id = $2
      """;

  private final ScopedPool pool;
  private final Sealing sealing;
  private final Vertx vertx;

  /** Wired by the container. */
  @Inject
  public KnownApplications(ScopedPool pool, Sealing sealing, Vertx vertx) {
    this.pool = pool;
    this.sealing = sealing;
    this.vertx = vertx;
  }

  /** The candidate's application; waits up to 2 s until it is known. */
  public Uni<Optional<KnownApplication>> own(UUID candidateId, UUID applicationId) {
    return poll(candidateId, applicationId, _ -> true, steps());
  }

  /**
   * The candidate's application; waits up to 2 s until it is known to be rejected, and answers with
   * what is known then.
   */
  public Uni<Optional<KnownApplication>> rejected(UUID candidateId, UUID applicationId) {
    return poll(candidateId, applicationId, found -> found.rejection() != null, steps());
  }

  private static long steps() {
    return PATIENCE.dividedBy(STEP);
  }

  private Uni<Optional<KnownApplication>> poll(
      UUID candidateId, UUID applicationId, Predicate<KnownApplication> enough, long steps) {
    return find(candidateId, applicationId)
        .onItem()
        .transformToUni(found ->
            steps == 0 || found.filter(enough).isPresent()
                ? Uni.createFrom().item(found)
                : pause()
                    .onItem()
                    .transformToUni(_ -> poll(candidateId, applicationId, enough, steps - 1)));
  }

  /** Goes on in the caller's own context, which a timer of Mutiny's would not. */
  private Uni<Boolean> pause() {
    return Uni.createFrom()
        .emitter(emitter -> vertx.setTimer(STEP.toMillis(), _ -> emitter.complete(true)));
  }

  private Uni<Optional<KnownApplication>> find(UUID candidateId, UUID applicationId) {
    return pool.query(Scope.ofPerson(candidateId), FIND, Tuple.of(applicationId, candidateId))
        .onItem()
        .transformToUni(rows -> read(candidateId, applicationId, rows));
  }

  private Uni<Optional<KnownApplication>> read(
      UUID candidateId, UUID applicationId, RowSet<Row> rows) {
    if (rows.rowCount() == 0) {
      return Uni.createFrom().item(Optional.empty());
    }
    Row row = rows.iterator().next();
    UUID rejection = row.getUUID("rejection_event");
    if (rejection == null) {
      return Uni.createFrom()
          .item(Optional.of(new KnownApplication(applicationId, candidateId, null)));
    }
    return open(candidateId, applicationId, row.getBuffer("posting"))
        .map(posting ->
            Optional.of(
                new KnownApplication(
                    applicationId,
                    candidateId,
                    new KnownRejection(
                        rejection,
                        row.getUUID("recruiter_id"),
                        Stages.read(row.getString("stages")),
                        row.getString("board"),
                        posting.orElse(null)))));
  }

  private Uni<Optional<Posting>> open(
      UUID candidateId, UUID applicationId, @Nullable Buffer sealed) {
    return sealed == null
        ? Uni.createFrom().item(Optional.empty())
        : sealing
            .open(candidateId, sealed.getBytes(), KnownApplicationProjection.place(applicationId))
            .map(open -> open.map(KnownApplications::posting));
  }

  private static Posting posting(byte[] json) {
    try {
      return EventJson.mapper().readValue(new String(json, StandardCharsets.UTF_8), Posting.class);
    } catch (JsonProcessingException notOurs) {
      throw new IllegalStateException("a posting that was written can be read");
    }
  }
}

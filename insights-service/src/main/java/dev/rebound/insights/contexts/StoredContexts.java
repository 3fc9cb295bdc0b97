package dev.rebound.insights.contexts;

import dev.rebound.insights.contexts.ContextTable.Line;
import dev.rebound.sealing.Sealing;
import dev.rebound.sealing.Sealing.Sealed;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Contexts out of the table that {@link ContextProjection} keeps.
 *
 * <p>Answers on a worker thread, since a long history takes milliseconds to read and to think
 * about.
 */
@ApplicationScoped
public class StoredContexts implements Contexts {

  private final Pool pool;
  private final Sealing sealing;
  private final Vertx vertx;

  /** Wired by the container. */
  @Inject
  public StoredContexts(Pool pool, Sealing sealing, Vertx vertx) {
    this.pool = pool;
    this.sealing = sealing;
    this.vertx = vertx;
  }

  @Override
  public Uni<CandidateContexts> of(UUID candidateId) {
    return ContextTable.readAllOf(pool, candidateId)
        .chain(lines ->
            sealing
                .openAll(
                    lines.stream()
                        .map(line -> new Sealed(candidateId, line.facts(), line.key().place()))
                        .toList())
                .chain(opened ->
                    vertx.executeBlocking(() -> contexts(candidateId, lines, opened), false)));
  }

  @Override
  public Uni<Revisions> revisions(UUID candidateId) {
    return ContextTable.revisions(pool, candidateId);
  }

  private static CandidateContexts contexts(
      UUID candidateId, List<Line> lines, List<Optional<byte[]>> opened) {
    List<Facts> rows = opened.stream().flatMap(Optional::stream).map(FactsJson::read).toList();
    Optional<Instant> asOf = lines.stream().map(Line::asOf).max(Instant::compareTo);
    return CandidateContexts.of(candidateId, rows, asOf.orElse(null));
  }
}

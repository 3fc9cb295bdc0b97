package dev.rebound.insights.boardcandidates;

import dev.rebound.delivery.Projection;
import dev.rebound.events.ApplicationEvent.ApplicationSubmitted;
import dev.rebound.events.ApplicationEvent.ConsentChanged;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.StoredEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Keeps {@code board_candidate} and {@code board_consent}. */
@ApplicationScoped
public class BoardCandidateProjection implements Projection {

  private static final String REPORTED =
      """
      insert into board_candidate (board, person, candidate_id)
      select distinct * from unnest($1::text[], $2::uuid[], $3::uuid[])
      on conflict do nothing
      """;

  private static final String CONSENTED =
      """
      insert into board_consent (board, candidate_id, share_search)
      select * from unnest($1::text[], $2::uuid[], $3::boolean[])
      on conflict (board, candidate_id) do update set share_search = excluded.share_search
      """;

  private final BoardCandidates candidates;

  /** Wired by the container. */
  @Inject
  public BoardCandidateProjection(BoardCandidates candidates) {
    this.candidates = candidates;
  }

  @Override
  public String name() {
    return "board-candidate";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.APPLICATIONS);
  }

  @Override
  public List<String> tables() {
    return List.of("board_candidate", "board_consent");
  }

  /** Whom a board's id stands for. */
  private record Reported(String board, UUID person, UUID candidate) {}

  /** What a consent is about. */
  private record Between(String board, UUID candidate) {}

  @Override
  public Uni<Void> apply(SqlConnection transaction, List<StoredEvent> batch) {
    List<Reported> reported = new ArrayList<>();
    Map<Between, Boolean> consents = new LinkedHashMap<>();
    for (StoredEvent stored : batch) {
      switch (stored.event()) {
        case ApplicationSubmitted it when it.board() != null && it.boardCandidate() != null ->
            reported.add(
                new Reported(
                    it.board(),
                    candidates.person(it.board(), it.boardCandidate()),
                    it.candidateId()));
        case ConsentChanged it ->
            consents.put(new Between(it.board(), it.candidateId()), it.shareSearch());
        default -> {
          // Says nothing about whom a board means or may ask about.
        }
      }
    }
    Uni<Void> done = Uni.createFrom().voidItem();
    if (!reported.isEmpty()) {
      done = run(transaction, REPORTED, reported(reported));
    }
    return consents.isEmpty()
        ? done
        : done.chain(() -> run(transaction, CONSENTED, consents(consents)));
  }

  private static Uni<Void> run(SqlConnection transaction, String sql, Tuple values) {
    return transaction.preparedQuery(sql).execute(values).replaceWithVoid();
  }

  private static Tuple reported(List<Reported> reported) {
    return Tuple.of(
        reported.stream().map(Reported::board).toArray(String[]::new),
        reported.stream().map(Reported::person).toArray(UUID[]::new),
        reported.stream().map(Reported::candidate).toArray(UUID[]::new));
  }

  private static Tuple consents(Map<Between, Boolean> consents) {
    return Tuple.of(
        consents.keySet().stream().map(Between::board).toArray(String[]::new),
        consents.keySet().stream().map(Between::candidate).toArray(UUID[]::new),
        consents.values().toArray(Boolean[]::new));
  }
}

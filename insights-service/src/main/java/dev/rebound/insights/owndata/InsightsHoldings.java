package dev.rebound.insights.owndata;

import dev.rebound.chassis.owndata.Holdings;
import dev.rebound.eventstore.StreamId;
import dev.rebound.insights.boardcandidates.BoardCandidates;
import dev.rebound.insights.feedbackquality.BoardRequests;
import dev.rebound.insights.growthplan.stream.Plans;
import dev.rebound.insights.search.stream.Searches;
import dev.rebound.insights.streams.Streams;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A candidate's plan, search and corrections, and how boards and the candidate stand. What is read
 * out of others' events is not told.
 */
@ApplicationScoped
public class InsightsHoldings implements Holdings {

  private final BoardCandidates boards;
  private final BoardRequests requests;

  /** Wired by the container. */
  @Inject
  public InsightsHoldings(BoardCandidates boards, BoardRequests requests) {
    this.boards = boards;
    this.requests = requests;
  }

  @Override
  public Uni<List<StreamId>> streams(UUID candidate) {
    return Uni.createFrom()
        .item(
            List.of(
                Plans.stream(candidate), Searches.stream(candidate), Streams.reading(candidate)));
  }

  @Override
  public Uni<Map<String, Object>> beside(UUID candidate) {
    return Uni.combine()
        .all()
        .unis(boards.of(candidate), requests.of(candidate))
        .asTuple()
        .map(held -> Map.of("boards", held.getItem1(), "boardRequests", held.getItem2()));
  }

  @Override
  public List<String> deletions() {
    return List.of(
        "delete from context where candidate = any($1)",
        "delete from board_request where candidate_id = any($1)",
        "delete from board_candidate where candidate_id = any($1)",
        "delete from board_consent where candidate_id = any($1)");
  }
}

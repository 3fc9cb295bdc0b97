package dev.rebound.insights.handling;

import dev.rebound.events.Posting;
import dev.rebound.events.SearchProfile;
import dev.rebound.insights.handling.SearchRequests.MatchRequest;
import dev.rebound.insights.handling.SearchRequests.PostingRequest;
import dev.rebound.insights.search.matching.Match;
import dev.rebound.insights.search.matching.Match.Verdict;
import dev.rebound.insights.search.matching.PostingMatcher;
import dev.rebound.insights.search.stream.Searches;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Holds postings against a candidate's profile; keeps nothing and changes nothing. */
@ApplicationScoped
public class Matches {

  private final Searches searches;
  private final Clock clock;
  private final Vertx vertx;

  /** Wired by the container. */
  @Inject
  public Matches(Searches searches, Clock clock, Vertx vertx) {
    this.searches = searches;
    this.clock = clock;
    this.vertx = vertx;
  }

  /**
   * What came of one posting.
   *
   * @param index its place in the request, from 0
   */
  public record Matched(int index, Verdict verdict, List<String> reasons) {}

  /** Postings as they are sent, each in its turn; one that cannot be held is a problem. */
  private static List<Posting> postings(MatchRequest request) {
    List<Posting> postings = new ArrayList<>();
    for (PostingRequest posting : request.postings()) {
      postings.add(posting.posting(postings.size()));
    }
    return postings;
  }

  /** What came of each, in their order. */
  Uni<List<Matched>> of(UUID candidate, MatchRequest request) {
    List<Posting> postings = postings(request);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<@Nullable Long> ages =
        request.postings().stream().<@Nullable Long>map(it -> age(it.postedOn(), today)).toList();
    return searches
        .of(candidate)
        // Long texts take a while to look through.
        .chain(search ->
            vertx.executeBlocking(() -> matched(search.state().profile(), postings, ages), false));
  }

  private static List<Matched> matched(
      SearchProfile profile, List<Posting> postings, List<@Nullable Long> ages) {
    PostingMatcher matcher = new PostingMatcher(profile);
    List<Matched> all = new ArrayList<>();
    for (int i = 0; i < postings.size(); i++) {
      Match match = matcher.match(postings.get(i), ages.get(i));
      all.add(new Matched(i, match.verdict(), match.reasons()));
    }
    return all;
  }

  private static @Nullable Long age(@Nullable LocalDate postedOn, LocalDate today) {
    return postedOn == null ? null : ChronoUnit.DAYS.between(postedOn, today);
  }
}

package dev.rebound.insights.handling;

import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Roles;
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
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/search-profile/matches}: keeps nothing and changes nothing. */
@Path("/api/v1/search-profile/matches")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MatchResource {

  private final Caller caller;
  private final Searches searches;
  private final Clock clock;
  private final Vertx vertx;

  /** Wired by the container. */
  @Inject
  public MatchResource(Caller caller, Searches searches, Clock clock, Vertx vertx) {
    this.caller = caller;
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

  /** Holds postings against the caller's profile, in their order. */
  @POST
  @RolesAllowed(Roles.CANDIDATE)
  @Operation(summary = "Hold postings against the profile.")
  public Uni<List<Matched>> match(@NotNull @Valid MatchRequest request) {
    List<Posting> postings = new ArrayList<>();
    for (PostingRequest posting : request.postings()) {
      postings.add(posting.posting(postings.size()));
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<@Nullable Long> ages =
        request.postings().stream().<@Nullable Long>map(it -> age(it.postedOn(), today)).toList();
    return searches
        .of(caller.subject())
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

package dev.rebound.feedback.asking;

import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many requests a candidate may open in a day. Each is a letter with words of the candidate's
 * to somebody who may never have heard of them, and anybody can open an account. Not asked about
 * what a board reports: a board answers for whom it names.
 */
@ApplicationScoped
public class DailyLimit {

  private static final Duration DAY = Duration.ofDays(1);

  private static final String COUNT =
      """
      select count(*) as opened, count(*) filter (where recruiter_id = $2) as to_recruiter
      from feedback_request
      where candidate_id = $1 and requested_at > $3
      """;

  private final int ofCandidate;
  private final int toRecruiter;
  private final ScopedPool pool;
  private final Clock clock;

  /**
   * Sets the limits.
   *
   * @param ofCandidate to all recruiters: more than anybody is turned down in a day
   * @param toRecruiter to one, who may have turned somebody down for several roles
   */
  @Inject
  public DailyLimit(
      @ConfigProperty(name = "rebound.limits.requests-per-day", defaultValue = "100")
          int ofCandidate,
      @ConfigProperty(name = "rebound.limits.requests-to-recruiter-per-day", defaultValue = "20")
          int toRecruiter,
      ScopedPool pool,
      Clock clock) {
    this.ofCandidate = ofCandidate;
    this.toRecruiter = toRecruiter;
    this.pool = pool;
    this.clock = clock;
  }

  /** Whether the candidate may open one more request to the recruiter now. */
  public Uni<Boolean> allows(UUID candidateId, UUID recruiterId) {
    return pool.query(
            Scope.ofPerson(candidateId),
            COUNT,
            Tuple.of(candidateId, recruiterId, clock.instant().minus(DAY).atOffset(ZoneOffset.UTC)))
        .map(rows -> rows.iterator().next())
        .map(row ->
            row.getLong("opened") < ofCandidate && row.getLong("to_recruiter") < toRecruiter);
  }
}

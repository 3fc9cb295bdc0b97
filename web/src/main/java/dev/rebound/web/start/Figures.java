package dev.rebound.web.start;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.web.start.ApplicationService.Application;
import dev.rebound.web.start.ApplicationService.Applications;
import dev.rebound.web.start.FeedbackService.Requests;
import dev.rebound.web.start.InsightsService.GrowthPlan;
import dev.rebound.web.start.InsightsService.Perspective;
import dev.rebound.web.start.InsightsService.Weaknesses;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Asks the services for the figures of the start page, all at once. */
@ApplicationScoped
class Figures {

  private static final Logger LOG = Logger.getLogger(Figures.class);
  private static final Duration PATIENCE = Duration.ofMillis(2_500);

  /** The services' largest page. */
  private static final int PAGE = 200;

  /** How many of the latest rejections are looked at for their reflection. */
  private static final int LATEST = 20;

  private static final int AT_ONCE = 5;

  private final ApplicationService applications;
  private final FeedbackService feedback;
  private final InsightsService insights;

  Figures(
      @RestClient ApplicationService applications,
      @RestClient FeedbackService feedback,
      @RestClient InsightsService insights) {
    this.applications = applications;
    this.feedback = feedback;
    this.insights = insights;
  }

  /**
   * The five steps of a candidate and the one thing to do next.
   *
   * @param steps in their order, always five
   * @param next empty when nothing is due
   */
  record Overview(List<Step> steps, Optional<String> next) {}

  Uni<Overview> ofCandidate(String bearer) {
    var asked = patiently(feedback.requests(bearer, PAGE));
    Uni<Optional<Applications>> made =
        patiently(applications.applications(bearer, PAGE)).memoize().indefinitely();
    var reflected = made.chain(it -> reflections(bearer, it));
    var weak = patiently(insights.weaknesses(bearer));
    var plan = patiently(insights.growthPlan(bearer));
    var perspective = patiently(insights.perspective(bearer));
    var refinements = patiently(insights.searchRefinements(bearer));
    return Uni.combine()
        .all()
        .unis(asked, made, reflected, weak, plan, perspective, refinements)
        .asTuple()
        .map(it ->
            overview(
                it.getItem1(),
                it.getItem2(),
                it.getItem3(),
                it.getItem4(),
                it.getItem5(),
                it.getItem6(),
                it.getItem7()));
  }

  private static Overview overview(
      Optional<Requests> asked,
      Optional<Applications> made,
      Optional<Reflections> reflected,
      Optional<Weaknesses> weak,
      Optional<GrowthPlan> plan,
      Optional<Perspective> perspective,
      Optional<JsonNode> refinements) {
    List<Step> steps =
        List.of(
            asked.map(Steps::asking).orElseGet(() -> Step.unavailable(Steps.ASK)),
            reflected.map(Steps::reflecting).orElseGet(() -> Step.unavailable(Steps.REFLECT)),
            weak.flatMap(it -> plan.map(goals -> Steps.growing(it, goals)))
                .orElseGet(() -> Step.unavailable(Steps.GROW)),
            perspective
                .map(Steps::perspective)
                .orElseGet(() -> Step.unavailable(Steps.PERSPECTIVE)),
            refinements.map(Steps::searching).orElseGet(() -> Step.unavailable(Steps.SEARCH)));
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    return new Overview(steps, NextStep.of(today, made, reflected, plan, refinements));
  }

  /** How many requests of the recruiter's board wait for an answer; empty if nobody can say. */
  Uni<Optional<Long>> openOfBoard(String bearer) {
    return patiently(feedback.requests(bearer, PAGE)).map(it -> it.map(Steps::open));
  }

  private Uni<Optional<Reflections>> reflections(
      String bearer, Optional<Applications> applications) {
    if (applications.isEmpty()) {
      return Uni.createFrom().item(Optional.empty());
    }
    List<Application> rejected =
        applications.get().items().stream().filter(it -> it.status().equals("REJECTED")).toList();
    List<Application> latest = rejected.stream().limit(LATEST).toList();
    boolean more = rejected.size() > LATEST || applications.get().next() != null;
    Uni<List<Application>> due =
        Multi.createFrom()
            .iterable(latest)
            .onItem()
            .transformToUni(it -> onlyIfDue(bearer, it))
            .merge(AT_ONCE)
            .filter(Optional::isPresent)
            .map(Optional::get)
            .collect()
            .asList()
            .map(found -> latest.stream().filter(found::contains).toList());
    return patiently(due.map(it -> new Reflections(latest.size(), more, it)));
  }

  private Uni<Optional<Application>> onlyIfDue(String bearer, Application application) {
    return this.applications
        .reflection(bearer, application.id())
        .map(it -> it.status().equals("COMPLETED") ? Optional.empty() : Optional.of(application));
  }

  private static <T> Uni<Optional<T>> patiently(Uni<T> asked) {
    return asked
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .map(Optional::ofNullable)
        .onFailure()
        .invoke(failure -> LOG.warnf("A figure is missing on a start page: %s", failure.toString()))
        .onFailure()
        .recoverWithItem(Optional.empty());
  }
}

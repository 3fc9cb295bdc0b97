package dev.rebound.web.start;

import static dev.rebound.web.start.Step.count;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.web.start.FeedbackService.Requests;
import dev.rebound.web.start.InsightsService.GrowthPlan;
import dev.rebound.web.start.InsightsService.Perspective;
import dev.rebound.web.start.InsightsService.Weaknesses;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Puts the services' answers into the words of the five steps. Every figure says over how many it
 * is, and below two contexts nothing is called a thread.
 */
final class Steps {

  static final String ASK = "Ask for feedback";
  static final String REFLECT = "Look back";
  static final String GROW = "Growth plan";
  static final String PERSPECTIVE = "What was in your hands";
  static final String SEARCH = "Search more precisely";

  /** Below this a pattern is not one. */
  private static final int ENOUGH = 2;

  private static final List<String> OPEN = List.of("REQUESTED", "DETAIL_REQUESTED");

  private Steps() {}

  static Step asking(Requests requests) {
    int all = requests.items().size();
    if (all == 0) {
      return Step.of(
          ASK, "Nobody has been asked yet. A rejection with the recruiter's address does it.");
    }
    return Step.of(
        ASK,
        "Of " + all + (requests.next() == null ? "" : " or more") + people(all) + " asked.",
        count(open(requests), "open request", "open requests"),
        count(requests.in(List.of("RECEIVED")), "answer", "answers"));
  }

  static long open(Requests requests) {
    return requests.in(OPEN);
  }

  private static String people(int number) {
    return number == 1 ? " person" : " people";
  }

  static Step reflecting(Reflections reflections) {
    if (reflections.rejections() == 0) {
      return Step.of(REFLECT, "No rejection is recorded.");
    }
    return Step.of(
        REFLECT,
        "Of " + reflections.range() + ".",
        count(reflections.due().size(), "reflection to do", "reflections to do"));
  }

  static Step growing(Weaknesses weaknesses, GrowthPlan plan) {
    if (weaknesses.contexts() < ENOUGH) {
      return Step.of(
          GROW,
          "Not enough yet: a thread shows from two applications or pieces of feedback on (n = "
              + weaknesses.contexts()
              + ").");
    }
    long recurring =
        weaknesses.weaknesses().stream().filter(it -> it.status().equals("RECURRING")).count();
    return Step.of(
        GROW,
        "Over " + weaknesses.contexts() + " applications and other pieces of feedback.",
        count(recurring, "recurring thread", "recurring threads"),
        count(goals(plan, "ADOPTED"), "goal you work on", "goals you work on"),
        count(goals(plan, "PROPOSED"), "goal proposed", "goals proposed"));
  }

  private static long goals(GrowthPlan plan, String status) {
    return plan.goals().stream().filter(goal -> goal.status().equals(status)).count();
  }

  static Step perspective(Perspective perspective) {
    int rejections = perspective.rejections();
    if (rejections < ENOUGH) {
      return Step.of(
          PERSPECTIVE, "Not enough yet: this compares rejections (n = " + rejections + ").");
    }
    return Step.of(
        PERSPECTIVE,
        "As far as causes were named, over " + rejections + " rejections.",
        new Step.Figure(control(perspective, "OUT_OF_CONTROL"), "out of your hands"),
        new Step.Figure(control(perspective, "LONG_TERM"), "long-term"),
        new Step.Figure(control(perspective, "CONTROLLABLE"), "in your hands"),
        new Step.Figure(control(perspective, "UNKNOWN"), "not said"));
  }

  private static String control(Perspective perspective, String control) {
    return Integer.toString(perspective.byControl().getOrDefault(control, 0));
  }

  static Step searching(JsonNode refinements) {
    JsonNode items = refinements.isArray() ? refinements : refinements.path("items");
    if (items.isEmpty()) {
      return Step.of(
          SEARCH, "No change to suggest yet. Rejections and reflections lead to suggestions.");
    }
    return Step.of(
        SEARCH,
        "Of " + items.size() + " suggested so far.",
        count(in(items, "SUGGESTED"), "suggestion waits for you", "suggestions wait for you"),
        count(in(items, "ACCEPTED"), "accepted", "accepted"));
  }

  private static long in(JsonNode items, String status) {
    return StreamSupport.stream(items.spliterator(), false)
        .filter(item -> item.path("status").asText().equals(status))
        .count();
  }
}

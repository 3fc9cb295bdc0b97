package dev.rebound.insights.growthplan.calendar;

import static dev.rebound.insights.contexts.History.CANDIDATE;
import static dev.rebound.insights.contexts.History.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.GoalAction;
import dev.rebound.events.InsightsEvent;
import dev.rebound.events.InsightsEvent.GoalAbandoned;
import dev.rebound.events.InsightsEvent.GoalAdopted;
import dev.rebound.events.Theme;
import dev.rebound.insights.growthplan.GrowthPlan;
import dev.rebound.insights.growthplan.GrowthPlanDecider;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanCalendarTest {

  private static final LocalDate DAY = LocalDate.of(2026, 10, 5);
  private static final Instant NOW = Instant.parse("2026-10-06T07:08:09.123456Z");

  @Test
  void a_goal_with_a_date_is_a_to_do_and_a_day() {
    String calendar = written(adopted("goal", LocalDate.of(2027, 1, 31)));

    assertThat(lines(calendar))
        .startsWith("BEGIN:VCALENDAR")
        .contains(
            "VERSION:2.0",
            "BEGIN:VTODO",
            "DUE;VALUE=DATE:20270131",
            "BEGIN:VEVENT",
            "DTSTART;VALUE=DATE:20270131",
            "DTSTAMP:20261006T070809Z",
            "UID:" + id("goal") + "-todo@rebound",
            "SUMMARY:Stories\\, short ones\\; told",
            "DESCRIPTION:The point first\\nTell it")
        .endsWith("END:VCALENDAR");
  }

  @Test
  void a_goal_without_a_date_is_left_out() {
    assertThat(written(adopted("goal", null))).doesNotContain("VTODO", "VEVENT");
  }

  @Test
  void a_goal_that_was_let_go_is_left_out() {
    assertThat(
            written(
                adopted("goal", DAY.plusDays(30)),
                new GoalAbandoned(CANDIDATE, id("goal"), DAY, null)))
        .doesNotContain("VTODO", "VEVENT");
  }

  private static List<String> lines(String calendar) {
    return calendar.lines().filter(line -> !line.isEmpty()).toList();
  }

  private static GoalAdopted adopted(String goal, @Nullable LocalDate due) {
    return new GoalAdopted(
        CANDIDATE,
        id(goal),
        Theme.ANSWER_STRUCTURE,
        "Stories, short ones; told",
        List.of("The point first"),
        List.of(new GoalAction("Done before", true), new GoalAction("Tell it", false)),
        due,
        DAY);
  }

  private static String written(InsightsEvent... events) {
    GrowthPlanDecider decider = new GrowthPlanDecider();
    GrowthPlan plan = decider.initial();
    for (InsightsEvent event : events) {
      plan = decider.evolve(plan, event);
    }
    return PlanCalendar.of(plan, NOW);
  }
}

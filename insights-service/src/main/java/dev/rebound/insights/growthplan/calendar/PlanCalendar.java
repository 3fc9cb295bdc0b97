package dev.rebound.insights.growthplan.calendar;

import dev.rebound.insights.growthplan.GrowthPlan;
import dev.rebound.insights.growthplan.PlannedGoal.Adopted;
import dev.rebound.insights.growthplan.PlannedGoal.Course;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.PropertyContainer;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VToDo;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Due;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Writes a growth plan as iCalendar. */
public final class PlanCalendar {

  private static final String PRODUCT = "-//Rebound//Growth plan 1//EN";

  private PlanCalendar() {}

  /**
   * The goals that are open and due on a day.
   *
   * @param now the time it is written, which iCalendar wants in it
   */
  public static String of(GrowthPlan plan, Instant now) {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId(PRODUCT));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    for (Adopted goal : plan.open()) {
      LocalDate dueOn = goal.course().intent().dueOn();
      if (dueOn != null) {
        calendar.add(toDo(goal.course(), dueOn, now));
        calendar.add(event(goal.course(), dueOn, now));
      }
    }
    return written(calendar);
  }

  private static VToDo toDo(Course goal, LocalDate dueOn, Instant now) {
    VToDo toDo = new VToDo(false);
    describe(toDo, goal, "todo", now);
    toDo.add(new Due<>(dueOn));
    toDo.add(ImmutableStatus.VTODO_IN_PROCESS);
    return toDo;
  }

  private static VEvent event(Course goal, LocalDate dueOn, Instant now) {
    VEvent event = new VEvent(false);
    describe(event, goal, "event", now);
    event.add(new DtStart<>(dueOn));
    event.add(ImmutableTransp.TRANSPARENT);
    return event;
  }

  private static void describe(PropertyContainer entry, Course goal, String kind, Instant now) {
    entry.add(new Uid(goal.id() + "-" + kind + "@rebound"));
    entry.add(new DtStamp(now.truncatedTo(ChronoUnit.SECONDS)));
    entry.add(new Summary(goal.intent().statement()));
    String description = description(goal);
    if (!description.isEmpty()) {
      entry.add(new Description(description));
    }
  }

  /** What to look at and what is left to do, a line each. */
  private static String description(Course goal) {
    return Stream.concat(
            goal.intent().focalPoints().stream(),
            goal.intent().actions().stream()
                .filter(action -> !action.done())
                .flatMap(action -> Stream.ofNullable(action.text())))
        .collect(Collectors.joining("\n"));
  }

  private static String written(Calendar calendar) {
    try (StringWriter text = new StringWriter()) {
      // Validation would refuse a calendar that has no entry yet, which every reader takes.
      new CalendarOutputter(false).output(calendar, text);
      return text.toString();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}

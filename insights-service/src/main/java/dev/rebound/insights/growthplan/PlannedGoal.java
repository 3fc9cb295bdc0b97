package dev.rebound.insights.growthplan;

import dev.rebound.events.Theme;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A goal that was taken on. */
public sealed interface PlannedGoal {

  /** What it is and wants; the same in every state. */
  Course course();

  /** Worked on. */
  record Adopted(Course course) implements PlannedGoal {

    Adopted changedTo(Intent intent) {
      return new Adopted(course.wanting(intent));
    }

    Adopted with(CheckIn checkIn) {
      return new Adopted(course.with(checkIn));
    }

    Achieved achieved(LocalDate on, @Nullable String note) {
      return new Achieved(course, on, note);
    }

    Abandoned abandoned(LocalDate on, @Nullable String reason) {
      return new Abandoned(course, on, reason);
    }
  }

  /** Reached, by the candidate's own word. */
  record Achieved(Course course, LocalDate on, @Nullable String note) implements PlannedGoal {}

  /** Let go. */
  record Abandoned(Course course, LocalDate on, @Nullable String reason) implements PlannedGoal {}

  /** What a goal is, and how it went so far. */
  record Course(UUID id, Theme theme, Intent intent, LocalDate adoptedOn, List<CheckIn> checkIns) {

    public Course {
      checkIns = List.copyOf(checkIns);
    }

    Course wanting(Intent other) {
      return new Course(id, theme, other, adoptedOn, checkIns);
    }

    Course with(CheckIn checkIn) {
      List<CheckIn> all = Stream.concat(checkIns.stream(), Stream.of(checkIn)).toList();
      return new Course(id, theme, intent, adoptedOn, all);
    }
  }

  /** A look at how a goal is going; progress in per cent. */
  record CheckIn(LocalDate on, @Nullable String note, @Nullable Integer progress) {}
}

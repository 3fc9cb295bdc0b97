package dev.rebound.application.timeline;

import dev.rebound.events.ApplicationEvent;
import dev.rebound.events.ApplicationEvent.ApplicationCorrected;
import dev.rebound.events.ApplicationEvent.ApplicationRejected;
import dev.rebound.events.ApplicationEvent.ApplicationReopened;
import dev.rebound.events.ApplicationEvent.ApplicationSubmitted;
import dev.rebound.events.ApplicationEvent.ApplicationWithdrawn;
import dev.rebound.events.ApplicationEvent.ConsentChanged;
import dev.rebound.events.ApplicationEvent.OfferReceived;
import dev.rebound.events.ApplicationEvent.ReflectionCompleted;
import dev.rebound.events.ApplicationEvent.StageReached;
import dev.rebound.events.ApplicationEvent.SubjectErased;
import dev.rebound.events.EventType;
import dev.rebound.events.Posting;
import dev.rebound.events.StageKind;
import dev.rebound.eventstore.StoredEvent;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells what happened to an application in the order in which it happened: by day, and within a day
 * as it was recorded.
 *
 * <p>What changes the status keeps the order in which it was recorded, whatever days it names: the
 * same rejection may come once more after it was taken back, and the last of these entries has to
 * be how the application stands. What names no day is never before a change of status that it
 * followed: its day is known in UTC alone, and where the candidate is the next one may have begun.
 */
public final class Timeline {

  private Timeline() {}

  /** An entry with the day that it stands at. */
  private record Placed(LocalDate day, TimelineEntry entry) {}

  /** The entries of the events of an application and of its reflection. */
  public static List<TimelineEntry> of(
      List<StoredEvent> application, List<StoredEvent> reflection) {
    LocalDate corrected = correctedDay(application);
    List<Placed> placed = new ArrayList<>();
    LocalDate lastChange = LocalDate.MIN;
    boolean withdrawn = false;
    for (StoredEvent stored : asRecorded(application, reflection)) {
      if (stored.event() instanceof ApplicationEvent event) {
        TimelineEntry entry = entry(stored, event, corrected, withdrawn);
        boolean changes = changesStatus(event);
        withdrawn = changes ? event instanceof ApplicationWithdrawn : withdrawn;
        if (entry != null) {
          boolean follows = changes || entry.on() == null;
          LocalDate day = day(entry);
          Placed here = new Placed(follows && day.isBefore(lastChange) ? lastChange : day, entry);
          placed.add(here);
          lastChange = changes ? here.day() : lastChange;
        }
      }
    }
    // Those of one day stay as they are.
    return placed.stream().sorted(Comparator.comparing(Placed::day)).map(Placed::entry).toList();
  }

  /** Each stream in its own order, whatever the clocks said; the two together by time. */
  private static List<StoredEvent> asRecorded(
      List<StoredEvent> application, List<StoredEvent> reflection) {
    List<StoredEvent> all = new ArrayList<>(application);
    int from = 0;
    for (StoredEvent stored : reflection) {
      int at = all.size();
      while (at > from && all.get(at - 1).metadata().time().isAfter(stored.metadata().time())) {
        at--;
      }
      all.add(at, stored);
      from = at + 1;
    }
    return all;
  }

  private static boolean changesStatus(ApplicationEvent event) {
    return switch (event) {
      case ApplicationSubmitted _,
          ApplicationRejected _,
          ApplicationReopened _,
          ApplicationWithdrawn _,
          OfferReceived _ ->
          true;
      case ApplicationCorrected _,
          StageReached _,
          ReflectionCompleted _,
          ConsentChanged _,
          SubjectErased _ ->
          false;
    };
  }

  /** The day of the application as it was put right last, null where it never was. */
  private static @Nullable LocalDate correctedDay(List<StoredEvent> application) {
    LocalDate day = null;
    for (StoredEvent stored : application) {
      if (stored.event() instanceof ApplicationCorrected e && e.appliedOn() != null) {
        day = e.appliedOn();
      }
    }
    return day;
  }

  private static LocalDate day(TimelineEntry entry) {
    LocalDate on = entry.on();
    return on != null ? on : LocalDate.ofInstant(entry.at(), ZoneOffset.UTC);
  }

  /**
   * The entry of an event, null where it tells the candidate nothing.
   *
   * @param withdrawn whether the application was withdrawn before it
   */
  private static @Nullable TimelineEntry entry(
      StoredEvent stored,
      ApplicationEvent event,
      @Nullable LocalDate correctedDay,
      boolean withdrawn) {
    return switch (event) {
      case ApplicationSubmitted e ->
          entry(
              stored,
              correctedDay == null ? e.appliedOn() : correctedDay,
              "Application sent",
              role(e.posting()));
      case ApplicationCorrected e -> entry(stored, null, "Record corrected", role(e.posting()));
      case StageReached e -> entry(stored, e.reachedOn(), e.stage().title(), e.note());
      case ApplicationRejected e -> entry(stored, e.rejectedOn(), rejected(e.stage()), e.message());
      case ApplicationReopened _ ->
          entry(stored, null, (withdrawn ? "Withdrawal" : "Rejection") + " taken back", null);
      case ApplicationWithdrawn e -> entry(stored, null, "Withdrawn", e.reason());
      case OfferReceived e -> entry(stored, e.receivedOn(), "Offer received", null);
      case ReflectionCompleted e ->
          entry(
              stored,
              null,
              stored.version() == 1 ? "Reflection completed" : "Reflection revised",
              e.lessons());
      case ConsentChanged _, SubjectErased _ -> null;
    };
  }

  private static TimelineEntry entry(
      StoredEvent stored, @Nullable LocalDate on, String title, @Nullable String detail) {
    return new TimelineEntry(
        stored.metadata().time(), on, EventType.of(stored.event()).name(), title, detail);
  }

  private static @Nullable String role(Posting posting) {
    String role =
        Stream.of(posting.title(), posting.company())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    return role.isEmpty() ? null : role;
  }

  private static String rejected(@Nullable StageKind stage) {
    return stage == null ? "Rejected" : "Rejected after: " + stage.title();
  }
}

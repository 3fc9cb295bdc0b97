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
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells what happened to an application in the order in which it happened. */
public final class Timeline {

  /** By the day it happened; within a day as it was recorded. */
  private static final Comparator<TimelineEntry> AS_IT_HAPPENED =
      Comparator.comparing(Timeline::day).thenComparing(TimelineEntry::at);

  private Timeline() {}

  /** The entries of the events of an application and of its reflection. */
  public static List<TimelineEntry> of(
      List<StoredEvent> application, List<StoredEvent> reflection) {
    LocalDate corrected = correctedDay(application);
    return Stream.concat(application.stream(), reflection.stream())
        .flatMap(stored -> entry(stored, corrected).stream())
        .sorted(AS_IT_HAPPENED)
        .toList();
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

  private static Optional<TimelineEntry> entry(
      StoredEvent stored, @Nullable LocalDate correctedDay) {
    if (!(stored.event() instanceof ApplicationEvent event)) {
      return Optional.empty();
    }
    return Optional.ofNullable(
        switch (event) {
          case ApplicationSubmitted e ->
              entry(
                  stored,
                  correctedDay == null ? e.appliedOn() : correctedDay,
                  "Application sent",
                  role(e.posting()));
          case ApplicationCorrected e -> entry(stored, null, "Record corrected", role(e.posting()));
          case StageReached e -> entry(stored, e.reachedOn(), e.stage().title(), e.note());
          case ApplicationRejected e ->
              entry(stored, e.rejectedOn(), rejected(e.stage()), e.message());
          case ApplicationReopened _ -> entry(stored, null, "Rejection taken back", null);
          case ApplicationWithdrawn e -> entry(stored, null, "Withdrawn", e.reason());
          case OfferReceived e -> entry(stored, e.receivedOn(), "Offer received", null);
          case ReflectionCompleted e ->
              entry(
                  stored,
                  null,
                  stored.version() == 1 ? "Reflection completed" : "Reflection revised",
                  e.lessons());
          case ConsentChanged _, SubjectErased _ -> null;
        });
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

package dev.rebound.application.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The days that vendors name. */
@ApplicationScoped
class Days {

  /** How far ahead a day may lie, in years. */
  private static final int AHEAD = 2;

  private final Clock clock;

  /** Wired by the container. */
  @Inject
  Days(Clock clock) {
    this.clock = clock;
  }

  /** The day that is named, today where none is. */
  LocalDate of(@Nullable LocalDate named) {
    return named == null ? today() : named;
  }

  /** Whether something can have happened on a day. */
  boolean isPlausible(LocalDate day) {
    return !day.isBefore(LocalDate.EPOCH) && !day.isAfter(today().plusYears(AHEAD));
  }

  private LocalDate today() {
    return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
  }
}

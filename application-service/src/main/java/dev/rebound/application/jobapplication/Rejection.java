package dev.rebound.application.jobapplication;

import dev.rebound.events.ApplicationEvent.ApplicationRejected;
import dev.rebound.events.RejectionReason;
import dev.rebound.events.RejectionSource;
import dev.rebound.events.StageKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How an application was rejected.
 *
 * @param stage the stage it ended at; null where no stage is known to have taken place
 * @param message what the employer wrote
 */
public record Rejection(
    @Nullable StageKind stage,
    LocalDate rejectedOn,
    RejectionSource source,
    @Nullable RejectionReason reason,
    @Nullable String message) {

  /** What the event says. */
  public static Rejection of(ApplicationRejected event) {
    return new Rejection(
        event.stage(), event.rejectedOn(), event.source(), event.reason(), event.message());
  }
}

package dev.rebound.application.timeline;

import dev.rebound.application.jobapplication.Rejection;
import dev.rebound.events.RejectionReason;
import dev.rebound.events.RejectionSource;
import dev.rebound.events.StageKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A rejection as the API shows it.
 *
 * @param reason in the words of who gave it
 */
public record RejectionView(
    @Nullable StageKind stage,
    LocalDate rejectedOn,
    @Nullable String message,
    @Nullable String reason,
    RejectionSource source) {

  /** The view of a rejection. */
  public static RejectionView of(Rejection rejection) {
    RejectionReason reason = rejection.reason();
    return new RejectionView(
        rejection.stage(),
        rejection.rejectedOn(),
        rejection.message(),
        reason == null ? null : reason.text(),
        rejection.source());
  }
}

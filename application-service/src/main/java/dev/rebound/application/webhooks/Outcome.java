package dev.rebound.application.webhooks;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of a delivery.
 *
 * @param problem what is wrong with it, where it cannot be used
 * @param event the event it led to, where it led to one
 */
record Outcome(Kind kind, @Nullable String problem, @Nullable UUID event) {

  /** The kinds there are; each is counted. */
  @Schema(name = "WebhookOutcome")
  public enum Kind {
    /** It led to an event, or took something away. */
    APPLIED,
    /** It was dealt with before. */
    REPEATED,
    /** It tells what is known already, or what no longer fits. */
    UNCHANGED,
    /** It tells of an application nobody here knows. */
    UNKNOWN_APPLICATION,
    /**
     * It tells something else of an application whose rejection the board has not reported. It may
     * have been kept for a candidate who has signed in; whether there is one is not said.
     */
    NOT_REPORTED,
    /** The vendor has more events than mean something here. */
    IGNORED,
    /** It lacks something. */
    UNUSABLE,
    /** A test call. */
    PING,
    /** Not signed, not with a secret that holds, or not recently; nothing came of it. */
    UNSIGNED
  }

  static Outcome of(Kind kind) {
    return new Outcome(kind, null, null);
  }

  /** The same, at once. */
  static Uni<Outcome> only(Kind kind) {
    return Uni.createFrom().item(of(kind));
  }

  static Outcome applied(@Nullable UUID event) {
    return new Outcome(Kind.APPLIED, null, event);
  }

  static Outcome unusable(String problem) {
    return new Outcome(Kind.UNUSABLE, problem, null);
  }
}

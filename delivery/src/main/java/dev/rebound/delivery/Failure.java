package dev.rebound.delivery;

import dev.rebound.eventstore.EventStore.Overloaded;
import dev.rebound.eventstore.EventStore.VersionConflict;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** What a failure means for the event it happened on. */
enum Failure {
  /** It has nothing to do with the event: later it will work. */
  TRANSIENT,
  /** The handler ran out of time. */
  TOO_SLOW,
  /** It will fail again. */
  PERMANENT;

  /** A handler took longer than it may. */
  static final class TooSlow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooSlow() {
      super("a handler took too long", null, false, false);
    }
  }

  /** Judges a failure by its kind, or by the first of its causes that tells. */
  static Failure of(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case TooSlow _ -> {
          return TOO_SLOW;
        }
        case PgException database -> {
          return isOfTheData(database) ? PERMANENT : TRANSIENT;
        }
        case IOException _,
            TimeoutException _,
            io.smallrye.mutiny.TimeoutException _,
            KafkaException _,
            Overloaded _,
            VersionConflict _,
            VertxException _,
            NoStackTraceThrowable _ -> {
          return TRANSIENT;
        }
        default -> {}
      }
    }
    return PERMANENT;
  }

  /** Kinds of failures only: a message may quote a row. */
  static String describe(Throwable failure) {
    Throwable cause = failure.getCause();
    String kind =
        failure instanceof PgException database
            ? "SQL state " + database.getSqlState()
            : failure.getClass().getSimpleName();
    return cause == null ? kind : kind + " by " + describe(cause);
  }

  /**
   * Values that do not fit (22), keys that clash (23), limits (54), errors raised on purpose (P0).
   * A missing table or right is a mistake of the deployment and must not condemn every event.
   */
  private static boolean isOfTheData(PgException database) {
    String state = database.getSqlState();
    return state != null && state.matches("(22|23|54|P0).*");
  }
}

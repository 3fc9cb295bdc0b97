package dev.rebound.delivery;

import dev.rebound.eventstore.postgres.EventCodec.Unreadable;

/** Why an event could not be delivered. */
public enum Reason {
  /** The record has no key. */
  NO_KEY,
  /** The record has no value. */
  NO_VALUE,
  /** The value is larger than any event may be. */
  TOO_LARGE,
  /** A header is missing or malformed, or the key is no candidate's id. */
  BAD_HEADER,
  /** The value is not a JSON object within bounds. */
  NOT_JSON,
  /** The JSON does not fit the event's type. */
  DOES_NOT_FIT,
  /** A sealed box was changed, or taken from another event. */
  BROKEN_SEAL,
  /** The key names another candidate than the event. */
  OTHER_CANDIDATE,
  /** The event's version is newer than this build; its stream waits for the next build. */
  NEWER_VERSION,
  /** An earlier event of its stream could not be delivered. */
  STREAM_PARKED,
  /** The handler failed on it, and would fail again. */
  HANDLER_FAILED,
  /** The handler took longer than it may. */
  HANDLER_TOO_SLOW;

  /** The reason that goes with what is wrong with an event; an unknown type is none. */
  static Reason of(Unreadable.Why why) {
    return switch (why) {
      case NOT_JSON -> NOT_JSON;
      case DOES_NOT_FIT -> DOES_NOT_FIT;
      case BROKEN_SEAL -> BROKEN_SEAL;
      case OTHER_CANDIDATE -> OTHER_CANDIDATE;
      case NEWER_VERSION -> NEWER_VERSION;
      case UNKNOWN_TYPE -> throw new IllegalArgumentException("an unknown type is passed over");
    };
  }
}

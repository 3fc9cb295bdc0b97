package dev.rebound.application.boards.outgoing;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a board can ask to be told of. */
enum NoticeType {
  /** A recruiter was asked for feedback. */
  FEEDBACK_REQUESTED("feedback.requested"),
  /** A recruiter answered. */
  FEEDBACK_RECEIVED("feedback.received"),
  /** The answer said nothing that a candidate could act on. */
  FEEDBACK_GENERIC("feedback.generic");

  private final String code;

  NoticeType(String code) {
    this.code = code;
  }

  /** The name on the wire, which stays. */
  String code() {
    return code;
  }

  /** The type of this name, if there is one. */
  static Optional<NoticeType> of(String code) {
    return Arrays.stream(values()).filter(type -> type.code.equals(code)).findAny();
  }

  /** All names, for people to read. */
  static String codes() {
    return Arrays.stream(values()).map(NoticeType::code).collect(Collectors.joining(", "));
  }
}

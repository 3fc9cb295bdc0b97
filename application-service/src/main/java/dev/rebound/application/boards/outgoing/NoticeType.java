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
  FEEDBACK_GENERIC("feedback.generic"),
  /** A candidate of the board lets it apply their search, or no longer does. */
  CONSENT_CHANGED("consent.changed"),
  /** A candidate who lets the board apply their search has changed it. */
  SEARCH_REFINED("search.refined"),
  /** A candidate of the board has had themselves erased here. */
  SUBJECT_ERASED("subject.erased");

  private final String code;

  NoticeType(String code) {
    this.code = code;
  }

  /** The name on the wire, which stays. */
  String code() {
    return code;
  }

  /** Whether it goes only to boards that the candidate lets apply the search. */
  boolean takesConsent() {
    return this == SEARCH_REFINED;
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

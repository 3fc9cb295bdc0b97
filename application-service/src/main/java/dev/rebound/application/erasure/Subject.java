package dev.rebound.application.erasure;

/** A person, as far as forgetting goes. */
public enum Subject {
  /** Nobody has asked for anything. */
  PRESENT,
  /** Asked to be forgotten; there is no way back. */
  ERASED
}

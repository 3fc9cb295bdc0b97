package dev.rebound.localstack;

/** How the four applications start. */
public enum Start {
  /** As if for the first time. */
  PLAIN,
  /** With what a former run of the same build has kept; the first run keeps it. */
  CACHED
}

package dev.rebound.localstack;

import java.util.List;

/** How the four applications and the broker start. */
public enum Start {
  /** As if for the first time. */
  PLAIN,
  /** With what a former run of the same build has kept; the first run keeps it. */
  CACHED,
  /**
   * As if for the first time and for a few minutes only, as in a test: everything is compiled once
   * and quickly, since what runs beside it needs the cores more than it would gain by better code.
   */
  BRIEF,
  /** Both, for what is killed and started again and again, and never runs for long. */
  REPEATED;

  /** What Java is told for it. */
  List<String> options() {
    return this == BRIEF || this == REPEATED ? List.of("-XX:TieredStopAtLevel=1") : List.of();
  }

  /** Whether a service takes what a former run has kept, and the first run keeps it. */
  boolean keeps() {
    return this == CACHED || this == REPEATED;
  }
}

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
  BRIEF;

  /** What Java is told for it. */
  List<String> options() {
    return this == BRIEF ? List.of("-XX:TieredStopAtLevel=1") : List.of();
  }
}

package dev.rebound.insights.threads;

import dev.rebound.events.Control;
import dev.rebound.events.StageKind;
import dev.rebound.events.Theme;
import dev.rebound.insights.contexts.Evidence;
import dev.rebound.insights.contexts.EvidenceSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What was said about one theme in one direction, critique or praise, with all its evidence.
 *
 * @param control how far it is in the candidate's hands: what most of its evidence says
 * @param contexts in how many contexts it was said
 * @param applications how many of these are applications
 * @param occurrences how many pieces of evidence there are
 * @param sources how many of these are whose word
 * @param stages the stages it was said of, in the usual order
 * @param score 0 to 1, see {@link Weighing#score}
 * @param firstSeen the earliest day it was said
 * @param lastSeen the latest day it was said
 * @param evidence what weighs most first
 * @param advice what was said about the theme without judging, newest first
 */
public record CommonThread(
    Theme theme,
    Control control,
    Status status,
    int contexts,
    int applications,
    int occurrences,
    Map<EvidenceSource, Integer> sources,
    List<StageKind> stages,
    double score,
    Trend trend,
    LocalDate firstSeen,
    LocalDate lastSeen,
    List<Evidence> evidence,
    List<Evidence> advice) {

  /** How established a thread is. */
  public enum Status {
    /** Said in two contexts or more. */
    RECURRING,
    /** Said in one context. */
    SINGLE,
    /** Recurring once, and not said for at least three telling contexts and 90 days. */
    FADING
  }

  /** Where a thread is going, see {@link Timeline#trend}. */
  public enum Trend {
    RISING,
    STEADY,
    FALLING,
    /** Too few contexts to say. */
    UNKNOWN
  }
}

package dev.rebound.insights.reading;

/** Why a correction does not hold. */
public enum ReadingRefusal {
  /** There are {@value ReadingDecider#MOST_CORRECTIONS} corrections already. */
  TOO_MANY_CORRECTIONS
}

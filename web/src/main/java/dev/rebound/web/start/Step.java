package dev.rebound.web.start;

import java.util.List;

/**
 * One of the five steps as the start page shows it.
 *
 * @param title what the step is about
 * @param figures what there is to count, with the number first; empty when there is nothing yet
 * @param note one sentence: over how many that is, what is missing, or that it cannot be shown now
 */
record Step(String title, List<Figure> figures, String note) {

  /**
   * A number and what it counts.
   *
   * @param value the number, written out
   * @param words what it counts
   */
  record Figure(String value, String words) {}

  /** A step with figures. */
  static Step of(String title, String note, Figure... figures) {
    return new Step(title, List.of(figures), note);
  }

  /** A step whose service did not answer in time. */
  static Step unavailable(String title) {
    return of(
        title, "This cannot be shown at the moment. Nothing is lost; look again in a minute.");
  }

  /** A count and the right form of the noun. */
  static Figure count(long number, String one, String many) {
    return new Figure(Long.toString(number), number == 1 ? one : many);
  }
}

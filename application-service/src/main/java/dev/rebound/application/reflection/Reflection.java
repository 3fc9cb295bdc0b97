package dev.rebound.application.reflection;

/** The state of the reflection on one application. */
public sealed interface Reflection {

  /** Not completed so far, drafts aside. */
  record NotCompleted() implements Reflection {}

  /**
   * Completed at least once.
   *
   * @param content what was said last
   * @param times how often it was completed
   */
  record Completed(ReflectionContent content, int times) implements Reflection {}
}

package dev.rebound.application.reflectionform;

import dev.rebound.events.StageKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question that helps to reflect.
 *
 * @param part the part of the reflection it belongs to
 * @param stage the stage it asks about, where it asks about one
 */
public record Prompt(Part part, @Nullable StageKind stage, String text) {

  /** The parts of a reflection. */
  public enum Part {
    STAGES,
    CAUSES,
    ROLE,
    LESSONS
  }

  /**
   * The questions for an application.
   *
   * @param tookPlace its stages, in order; where there are none, what was judged was the
   *     application itself
   * @param described whether there is a job description to go through
   */
  static List<Prompt> of(List<StageKind> tookPlace, boolean described) {
    List<StageKind> stages =
        tookPlace.isEmpty() ? List.of(StageKind.APPLICATION_REVIEW) : tookPlace;
    List<Prompt> prompts = new ArrayList<>();
    if (stages.size() > 1) {
      prompts.add(
          new Prompt(
              Part.STAGES, null, "Put the stages in order: which went best, which went worst?"));
    }
    for (StageKind stage : stages) {
      prompts.add(new Prompt(Part.STAGES, stage, question(stage)));
    }
    prompts.add(
        new Prompt(
            Part.CAUSES,
            null,
            "What do you think decided it, and how much of that was in your hands?"));
    prompts.add(new Prompt(Part.ROLE, null, "Could you picture your days in this job?"));
    if (described) {
      prompts.add(
          new Prompt(
              Part.ROLE, null, "Which parts of the job would give you energy, and which take it?"));
    }
    prompts.add(new Prompt(Part.LESSONS, null, "What will you do differently next time?"));
    return prompts;
  }

  private static String question(StageKind stage) {
    return switch (stage) {
      case APPLICATION_REVIEW ->
          "Did your documents show what this posting asks for, in its own words?";
      case RECRUITER_SCREEN ->
          "Could you say in two minutes who you are and why this job? What did you ask?";
      case ASSESSMENT -> "What did the task test, and what would you do with another hour?";
      case TECHNICAL_INTERVIEW ->
          "Which question caught you out, and how would you answer it today?";
      case MANAGER_INTERVIEW ->
          "Which examples of your work did you give, and did each end with a result?";
      case PANEL_INTERVIEW -> "Who in the room did you reach, and whom did you lose?";
      case FINAL_INTERVIEW -> "What was still in doubt about you, and did you speak to it?";
      case OFFER -> "What in the offer, or in the talk about it, did not fit?";
    };
  }
}

package dev.rebound.analysis;

import dev.rebound.events.Control;
import dev.rebound.events.StageKind;
import dev.rebound.events.Theme;
import java.util.Locale;

/** Stages and themes in words that stand in a sentence. */
final class Spoken {

  private Spoken() {}

  static String stage(StageKind stage) {
    return stage == StageKind.APPLICATION_REVIEW
        ? "the application"
        : "the " + stage.title().toLowerCase(Locale.ROOT);
  }

  static String theme(Theme theme) {
    return switch (theme) {
      case TECHNICAL_DEPTH -> "knowledge of the craft";
      case PROBLEM_SOLVING -> "problem solving";
      case SYSTEM_DESIGN -> "system design";
      case WORK_SAMPLE -> "the task";
      case COMMUNICATION -> "communication";
      case ANSWER_STRUCTURE -> "the structure of the answers";
      case PREPARATION -> "preparation";
      case MOTIVATION -> "motivation";
      case COLLABORATION -> "working with others";
      case LEADERSHIP -> "leadership";
      case COMPOSURE -> "calm under pressure";
      case PROFESSIONALISM -> "conduct in the process";
      case APPLICATION_MATERIALS -> "the application papers";
      case SALARY_EXPECTATIONS -> "the pay";
      case SENIORITY -> "the years of experience";
      case DOMAIN_EXPERIENCE -> "experience in the field";
      case CREDENTIALS -> "a certificate or degree";
      case LOCAL_LANGUAGE -> "the language";
      case LOCATION_ELIGIBILITY -> "place, permit or dates";
      case OVERQUALIFIED -> "too much experience";
      case POSITION_CLOSED -> "a change of the role";
      case STRONGER_CANDIDATE -> "another candidate";
      case CULTURE_FIT -> "the fit";
      case UNSPECIFIED -> "something else";
    };
  }

  /** Asks for one thing that was seen or heard. */
  static String moment(Theme theme) {
    return switch (theme) {
      case TECHNICAL_DEPTH -> "Which topic was missing, and where did it show?";
      case PROBLEM_SOLVING -> "At which task or step did the problem solving stop?";
      case SYSTEM_DESIGN -> "Which part of the design was missing or weak?";
      case WORK_SAMPLE -> "What in the task fell short?";
      case COMMUNICATION -> "Can you give one moment where the communication was unclear?";
      case ANSWER_STRUCTURE -> "Which question was answered without a clear point or example?";
      case PREPARATION -> "What should the candidate have known about the role or about you?";
      case MOTIVATION -> "What did you see or hear that made the motivation seem low?";
      case COLLABORATION -> "Can you give one moment where working together was difficult?";
      case LEADERSHIP -> "What would you have wanted to hear or see about leading people?";
      case COMPOSURE -> "At which moment did nerves get in the way?";
      case PROFESSIONALISM -> "What happened, and when?";
      case APPLICATION_MATERIALS -> "What was missing or unclear in the papers?";
      case SALARY_EXPECTATIONS -> "What is the range for this role?";
      case SENIORITY -> "What would somebody with more years have done differently?";
      case DOMAIN_EXPERIENCE -> "Which experience in the field was missing?";
      case CREDENTIALS -> "Which certificate or degree was missing?";
      case LOCAL_LANGUAGE -> "What does the work need the language for, and at which level?";
      case LOCATION_ELIGIBILITY -> "Which place, permit or date did the role need?";
      case OVERQUALIFIED -> "What made the role seem too small?";
      case POSITION_CLOSED -> "Was the role filled, frozen or changed?";
      case STRONGER_CANDIDATE -> "What did the person you chose bring that was missing here?";
      case CULTURE_FIT -> "What did you see or hear that did not fit?";
      case UNSPECIFIED -> "What did you see or hear that led to this?";
    };
  }

  /** Whether 'work on' makes sense of it. */
  static boolean canBeWorkedOn(Theme theme) {
    return theme.defaultControl() == Control.CONTROLLABLE && theme != Theme.SALARY_EXPECTATIONS;
  }
}

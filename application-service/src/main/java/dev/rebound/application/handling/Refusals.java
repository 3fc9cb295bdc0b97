package dev.rebound.application.handling;

import dev.rebound.application.consents.ConsentsRefusal;
import dev.rebound.application.jobapplication.JobApplicationDecider;
import dev.rebound.application.jobapplication.JobApplicationRefusal;
import dev.rebound.application.reflection.ReflectionDecider;
import dev.rebound.application.reflection.ReflectionRefusal;
import dev.rebound.chassis.http.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;

/**
 * Says refusals as problems: 409 where another state would have allowed it, 400 with the field
 * where another request would have.
 */
final class Refusals {

  private Refusals() {}

  /**
   * The problem of a command on an application.
   *
   * @param dateField the field of the request that holds the day of what happened
   */
  static HttpProblem of(JobApplicationRefusal refusal, String dateField) {
    return switch (refusal) {
      case UNKNOWN_APPLICATION -> Problems.notFound();
      case ALREADY_SUBMITTED ->
          Problems.conflict("already-submitted", "There is an application under this id already.");
      case ALREADY_REJECTED ->
          Problems.conflict("already-rejected", "This application was rejected. Reopen it first.");
      case ALREADY_WITHDRAWN ->
          Problems.conflict("already-withdrawn", "You have withdrawn this application.");
      case ALREADY_OFFERED ->
          Problems.conflict("already-offered", "There is an offer for this application already.");
      case NOT_REJECTED ->
          Problems.conflict("not-rejected", "This application has no rejection to take back.");
      case STAGE_ALREADY_RECORDED ->
          Problems.conflict(
              "stage-already-recorded", "This stage is recorded for this day already.");
      case STAGE_AFTER_REJECTION ->
          Problems.invalid("stages", "must not be after the day of the rejection");
      case TOO_MANY_STAGES ->
          Problems.conflict(
              "too-many-stages",
              "An application has at most " + JobApplicationDecider.MAX_STAGES + " stages.");
      case BEFORE_APPLICATION ->
          Problems.invalid(dateField, "must not be before the day of the application");
      case CHANGED_MEANWHILE ->
          Problems.conflict(
              "changed-meanwhile", "It was changed at the same time. Please try again.");
    };
  }

  /** The problem of a reflection that is not complete. */
  static HttpProblem of(ReflectionRefusal refusal) {
    return switch (refusal) {
      case NOTHING_SAID ->
          Problems.invalid("stages", "must not be empty where nothing else is said");
      case STAGE_TWICE -> Problems.invalid("stages", "must name each stage once");
      case RANKS_NOT_IN_SEQUENCE ->
          Problems.invalid("stages", "must have the ranks 1, 2, 3 and so on, each once");
      case RATING_OUT_OF_RANGE -> Problems.invalid("stages", "must have ratings from 1 to 5");
      case STAGE_DID_NOT_TAKE_PLACE ->
          Problems.invalid("stages", "must name only stages that are recorded as reached");
      case CAUSE_TWICE -> Problems.invalid("causes", "must name each theme once");
      case COMPLETED_TOO_OFTEN ->
          Problems.conflict(
              "completed-too-often",
              "A reflection can be completed " + ReflectionDecider.MAX_TIMES + " times.");
    };
  }

  /** The problem of consents that cannot be changed. */
  static HttpProblem of(ConsentsRefusal refusal) {
    return switch (refusal) {
      case TOO_MANY_BOARDS ->
          Problems.invalid("boards", "must be at most " + ConsentsRefusal.MAX_BOARDS);
    };
  }
}

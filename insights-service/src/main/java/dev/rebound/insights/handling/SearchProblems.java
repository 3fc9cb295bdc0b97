package dev.rebound.insights.handling;

import dev.rebound.chassis.http.Problems;
import dev.rebound.insights.search.SearchDecider;
import dev.rebound.insights.search.SearchRefusal;
import io.quarkiverse.resteasy.problem.HttpProblem;

/**
 * Says refusals of a search as problems: 409 where another state would have allowed it, 400 where
 * another request would have.
 */
final class SearchProblems {

  private SearchProblems() {}

  static HttpProblem of(SearchRefusal refusal) {
    return switch (refusal) {
      case ALREADY_ACCEPTED ->
          Problems.conflict("already-accepted", "You have accepted this change already.");
      case ALREADY_DISMISSED ->
          Problems.conflict("already-dismissed", "You have dismissed this change already.");
      case VALUE_NOT_UNDERSTOOD ->
          Problems.invalid("value", "must be written like the value that was suggested");
      case PROFILE_FULL ->
          Problems.conflict(
              "profile-full",
              "A list of your profile would have more than "
                  + SearchDecider.LONGEST_LIST
                  + " entries.");
      case PROFILE_CONTRADICTS_ITSELF ->
          Problems.badRequest(
              "profile-contradicts-itself", "The profile looks for something it rules out.");
      case TOO_MANY_DECISIONS ->
          Problems.conflict(
              "too-many-decisions", "You have decided on as many changes as can be kept.");
    };
  }
}

package dev.rebound.chassis.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.inject.Singleton;
import java.net.URI;
import org.jboss.logging.Logger;

/**
 * Completes the problems that frameworks raise by themselves (no such path, no such method, another
 * media type, a violated constraint) with the type and the words of the API, in place of words that
 * tell of the framework. Writes down what is our own fault, without quoting anything.
 */
@Singleton
public class ProblemDefaults implements ProblemPostProcessor {

  private static final Logger LOG = Logger.getLogger(ProblemDefaults.class);
  private static final int OUR_FAULT = 500;

  @Override
  public HttpProblem apply(HttpProblem problem, ProblemContext context) {
    if (problem.getStatusCode() == OUR_FAULT) {
      LOG.error(Faults.describe(context.cause));
    }
    if (context.cause instanceof QueryParameters.Malformed malformed) {
      return complete(problem, Problems.badRequest("malformed", malformed.detail()));
    }
    return problem.getType() == null ? complete(problem) : problem;
  }

  private static HttpProblem complete(HttpProblem bare) {
    if (bare.getParameters().containsKey(Problems.VIOLATIONS)) {
      return HttpProblem.builder(bare)
          .withType(URI.create("/problems/invalid"))
          .withTitle("Bad Request")
          .withDetail(Problems.CHECK_FIELDS)
          .build();
    }
    return complete(bare, Problems.usual(bare.getStatusCode()));
  }

  private static HttpProblem complete(HttpProblem bare, HttpProblem usual) {
    HttpProblem.Builder complete =
        HttpProblem.builder()
            .withType(usual.getType())
            .withTitle(usual.getTitle())
            .withStatus(usual.getStatusCode())
            .withDetail(usual.getDetail())
            .withInstance(bare.getInstance());
    bare.getHeaders().forEach(complete::withHeader);
    return complete.build();
  }
}

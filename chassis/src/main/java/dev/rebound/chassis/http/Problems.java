package dev.rebound.chassis.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.validation.HttpValidationProblem;
import io.quarkiverse.resteasy.problem.validation.Violation;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import java.net.URI;
import java.util.List;

/**
 * The errors of the API as RFC 9457 problems. Types are stable paths that a client may rely on;
 * details are for people and name nothing personal and nothing internal.
 */
public final class Problems {

  private static final int UNPROCESSABLE = 422;

  private Problems() {}

  /** What is not there, and what belongs to somebody else: both look the same. */
  public static HttpProblem notFound() {
    return problem("not-found", Status.NOT_FOUND, "There is nothing here for you.").build();
  }

  /** Nobody is signed in, or the token does not hold. */
  public static HttpProblem unauthorized() {
    return problem("sign-in", Status.UNAUTHORIZED, "Sign in, or send a valid access token.")
        .build();
  }

  /** The caller is known and may not. */
  public static HttpProblem forbidden(String detail) {
    return problem("forbidden", Status.FORBIDDEN, detail).build();
  }

  /**
   * The state of things does not allow it.
   *
   * @param code a stable name, lower case with dashes, such as {@code already-rejected}
   */
  public static HttpProblem conflict(String code, String detail) {
    return problem(code, Status.CONFLICT, detail).build();
  }

  /** The request is well formed and cannot be carried out as it is. */
  public static HttpProblem unprocessable(String code, String detail) {
    return HttpProblem.builder()
        .withType(type(code))
        .withTitle("Unprocessable Content")
        .withStatus(UNPROCESSABLE)
        .withDetail(detail)
        .build();
  }

  /** One field of the request's body is wrong. */
  public static HttpProblem invalid(String field, String message) {
    return invalid(List.of(Violation.In.body.field(field).message(message)));
  }

  /** One parameter of the request's query is wrong. */
  public static HttpProblem invalidQuery(String parameter, String message) {
    return invalid(List.of(Violation.In.query.field(parameter).message(message)));
  }

  /** Several fields are wrong. */
  public static HttpProblem invalid(List<Violation> violations) {
    return new HttpValidationProblem(
        Status.BAD_REQUEST.getStatusCode(), "Please check the fields named below.", violations);
  }

  /** The request cannot be read or makes no sense. */
  public static HttpProblem badRequest(String code, String detail) {
    return problem(code, Status.BAD_REQUEST, detail).build();
  }

  /** The resource has another version than the caller named with If-Match. */
  public static HttpProblem stale() {
    return problem(
            "changed-meanwhile",
            Status.PRECONDITION_FAILED,
            "It has changed since you read it. Read it again and repeat the change.")
        .build();
  }

  /** Too much at once. */
  public static HttpProblem tooManyRequests(long seconds) {
    return problem("too-many-requests", Status.TOO_MANY_REQUESTS, "Please slow down.")
        .withHeader(HttpHeaders.RETRY_AFTER, Math.max(1, seconds))
        .build();
  }

  /** Not now, but soon. */
  public static HttpProblem unavailable(String detail) {
    return problem("not-now", Status.SERVICE_UNAVAILABLE, detail)
        .withHeader(HttpHeaders.RETRY_AFTER, 1)
        .build();
  }

  private static HttpProblem.Builder problem(String code, StatusType status, String detail) {
    return HttpProblem.builder()
        .withType(type(code))
        .withTitle(status.getReasonPhrase())
        .withStatus(status)
        .withDetail(detail);
  }

  private static URI type(String code) {
    return URI.create("/problems/" + code);
  }
}

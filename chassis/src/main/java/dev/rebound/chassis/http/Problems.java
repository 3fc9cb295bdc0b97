package dev.rebound.chassis.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.validation.Violation;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;

/**
 * The errors of the API as RFC 9457 problems. Types are stable paths that a client may rely on;
 * details are for people and name nothing personal and nothing internal.
 */
public final class Problems {

  /** The member of a problem that names wrong fields. */
  static final String VIOLATIONS = "violations";

  /** What is said where fields are wrong. */
  static final String CHECK_FIELDS = "Please check the fields that are named.";

  private static final int UNPROCESSABLE = 422;
  private static final int SERVER_FAULT = 500;
  private static final String UNREADABLE = "The request cannot be read.";

  private Problems() {}

  /** What is not there, and what belongs to somebody else: both look the same. */
  public static HttpProblem notFound() {
    return problem("not-found", Status.NOT_FOUND, "There is nothing here for you.");
  }

  /** Nobody is signed in, or the token does not hold. */
  public static HttpProblem unauthorized() {
    return problem("sign-in", Status.UNAUTHORIZED, "Sign in, or send a valid access token.");
  }

  /** The caller is known and may not. */
  public static HttpProblem forbidden(String detail) {
    return problem("forbidden", Status.FORBIDDEN, detail);
  }

  /**
   * The state of things does not allow it.
   *
   * @param code a stable name, lower case with dashes, such as {@code already-rejected}
   */
  public static HttpProblem conflict(String code, String detail) {
    return problem(code, Status.CONFLICT, detail);
  }

  /** 409: a repeat, while the first request with its Idempotency-Key runs. */
  static HttpProblem stillRunning() {
    return conflict(
        "still-running", "The first request with this Idempotency-Key has not ended yet.");
  }

  /** 422: an Idempotency-Key that was used for another request. */
  static HttpProblem keyReused() {
    return unprocessable(
        "idempotency-key-reused", "This Idempotency-Key was used for another request.");
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
    return builder("invalid", Status.BAD_REQUEST, CHECK_FIELDS)
        .with(VIOLATIONS, List.copyOf(violations))
        .build();
  }

  /** The request cannot be read or makes no sense. */
  public static HttpProblem badRequest(String code, String detail) {
    return problem(code, Status.BAD_REQUEST, detail);
  }

  /** The body is of another kind than this route takes. */
  public static HttpProblem unsupportedType(String detail) {
    return problem("media-type", Status.UNSUPPORTED_MEDIA_TYPE, detail);
  }

  /** The resource has another version than the caller named with If-Match. */
  public static HttpProblem stale() {
    return problem(
        "changed-meanwhile",
        Status.PRECONDITION_FAILED,
        "It has changed since you read it. Read it again and repeat the change.");
  }

  /** Too much at once. */
  public static HttpProblem tooManyRequests(long seconds) {
    return builder("too-many-requests", Status.TOO_MANY_REQUESTS, "Please slow down.")
        .withHeader(HttpHeaders.RETRY_AFTER, Math.max(1, seconds))
        .build();
  }

  /** Not now, but soon. */
  public static HttpProblem unavailable(String detail) {
    return builder("not-now", Status.SERVICE_UNAVAILABLE, detail)
        .withHeader(HttpHeaders.RETRY_AFTER, 1)
        .build();
  }

  /**
   * What a status says where nothing more is known.
   *
   * @param status from 400 on
   */
  static HttpProblem usual(int status) {
    return switch (status) {
      case 401 -> unauthorized();
      case 403 -> forbidden("That is not allowed.");
      case 404 -> notFound();
      case 405 -> problem("method", Status.METHOD_NOT_ALLOWED, "That cannot be done here.");
      case 406 -> problem("not-acceptable", Status.NOT_ACCEPTABLE, "Ask for application/json.");
      case 413 -> problem("too-large", Status.REQUEST_ENTITY_TOO_LARGE, "The body is too large.");
      case 415 ->
          problem(
              "media-type",
              Status.UNSUPPORTED_MEDIA_TYPE,
              "Bodies are application/json; some lists may be text/csv.");
      case 503 -> unavailable("Please try again in a moment.");
      default -> {
        Status known = Status.fromStatusCode(status);
        yield status < SERVER_FAULT
            ? problem("malformed", known == null ? Status.BAD_REQUEST : known, UNREADABLE)
            : problem("error", Status.INTERNAL_SERVER_ERROR, "Something went wrong here.");
      }
    };
  }

  /** The problem as a response, with the request's path as its instance. */
  static Response answer(HttpProblem problem, UriInfo uri) {
    return HttpProblem.builder(problem)
        .withInstance(URI.create(uri.getRequestUri().getRawPath()))
        .build()
        .toResponse();
  }

  private static HttpProblem problem(String code, StatusType status, String detail) {
    return builder(code, status, detail).build();
  }

  private static HttpProblem.Builder builder(String code, StatusType status, String detail) {
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

package dev.rebound.chassis.http;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A problem for a body that is JSON and has another form than the one expected. */
public final class UnreadableBody {

  private static final int FIRST = 1;

  /** A value of another type; what Quarkus answers by itself is no problem document. */
  @ServerExceptionMapper(priority = FIRST)
  public Response badType(MismatchedInputException bad) {
    return Problems.badRequest("malformed", "The body does not have the form expected here.")
        .toResponse();
  }
}

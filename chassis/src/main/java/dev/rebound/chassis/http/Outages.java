package dev.rebound.chassis.http;

import dev.rebound.eventstore.EventStore.Overloaded;
import dev.rebound.sealing.KeyRing.ErasedSubject;
import io.netty.channel.unix.Errors;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Says 503 where the parts behind a service do not answer: the same request holds good later. A
 * command may have taken effect all the same, which its Idempotency-Key tells when it is repeated.
 */
public final class Outages {

  private static final Logger LOG = Logger.getLogger(Outages.class);
  private static final int FIRST = 1;

  /**
   * SQL states of a database that is not to be had at the moment: connection lost (08), rolled back
   * for the sake of others (40), no resources (53), not in the state for it (55), stopped by its
   * operator (57).
   */
  private static final Pattern TRANSIENT = Pattern.compile("(08|40|53|55|57)...");

  /** More appends wait than can be held. */
  @ServerExceptionMapper(priority = FIRST)
  public Response overloaded(Overloaded cause, UriInfo uri) {
    return later(cause, uri);
  }

  /** Nobody listens at the other end. */
  @ServerExceptionMapper(priority = FIRST)
  public Response unreachable(SocketException cause, UriInfo uri) {
    return later(cause, uri);
  }

  /**
   * The line broke while something was read or written, which Java tells by no kind of its own and
   * Linux's transport by one of its own.
   */
  @ServerExceptionMapper(priority = FIRST)
  public Response broken(IOException cause, UriInfo uri) {
    if (cause.getClass() == IOException.class || cause instanceof Errors.NativeIoException) {
      return later(cause, uri);
    }
    LOG.error(Faults.describe(cause));
    return Problems.answer(Problems.usual(500), uri);
  }

  /** There is no other end. */
  @ServerExceptionMapper(priority = FIRST)
  public Response unknownHost(UnknownHostException cause, UriInfo uri) {
    return later(cause, uri);
  }

  /** The other end hung up. */
  @ServerExceptionMapper(priority = FIRST)
  public Response closed(ClosedConnectionException cause, UriInfo uri) {
    return later(cause, uri);
  }

  /** The pool gave a connection that was closed meanwhile, which its client says in words only. */
  @ServerExceptionMapper(priority = FIRST)
  public Response lost(NoStackTraceThrowable cause, UriInfo uri) {
    return later(cause, uri);
  }

  /** No answer in time. */
  @ServerExceptionMapper(priority = FIRST)
  public Response late(TimeoutException cause, UriInfo uri) {
    return later(cause, uri);
  }

  /** The database refused: for now, or because of a fault of ours. */
  @ServerExceptionMapper(priority = FIRST)
  public Response refused(PgException cause, UriInfo uri) {
    String state = cause.getSqlState();
    if (state != null && TRANSIENT.matcher(state).matches()) {
      return later(cause, uri);
    }
    LOG.errorf("SQL state %s: %s", state, Faults.describe(cause));
    return Problems.answer(Problems.usual(500), uri);
  }

  /** The caller's key is gone, and with it everything of the caller's. */
  @ServerExceptionMapper(priority = FIRST)
  public Response erased(ErasedSubject cause, UriInfo uri) {
    return Problems.answer(Problems.forbidden("What this account held has been erased."), uri);
  }

  private static Response later(Throwable cause, UriInfo uri) {
    LOG.warnf("Not now: %s", cause.getClass().getSimpleName());
    HttpProblem problem =
        Problems.unavailable("A part of Rebound does not answer. Please try again in a moment.");
    return Problems.answer(problem, uri);
  }
}

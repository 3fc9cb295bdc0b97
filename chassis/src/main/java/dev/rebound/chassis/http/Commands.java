package dev.rebound.chassis.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.NullNode;
import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.delivery.tracing.Tracing;
import dev.rebound.events.ReboundEvent;
import dev.rebound.eventstore.Command;
import dev.rebound.eventstore.CommandHandler;
import dev.rebound.eventstore.EventStore.IdempotencyKey;
import dev.rebound.eventstore.Handled;
import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.StreamId;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Carries a request to its stream and the outcome back: If-Match, Idempotency-Key, and the headers
 * of the answer, the same for every command of the API.
 */
@ApplicationScoped
public class Commands {

  static final String EVENT_ID = "Rebound-Event-Id";

  /** A header of answers that were given before, to the same Idempotency-Key. */
  public static final String REPLAYED = "Idempotency-Replayed";

  /** How long a command may take before the caller is told to come back. */
  static final Duration LIMIT = Duration.ofSeconds(10);

  private final Preconditions preconditions;
  private final ObjectMapper json;
  private final Clock clock;
  private final Tracing tracing;

  /** Wired by the container. */
  @Inject
  public Commands(Preconditions preconditions, ObjectMapper json, Clock clock, Tracing tracing) {
    this.preconditions = preconditions;
    this.json = json;
    this.clock = clock;
    this.tracing = tracing;
  }

  /**
   * Runs a command for the signed-in caller.
   *
   * @param handler of the stream's write model
   * @param payload the command; its time and ids are already in it
   * @param request the request's body, which tells a repeat from a reuse of its Idempotency-Key
   * @param answer what to answer when it holds
   * @param refusal what to answer for each reason of the write model
   * @param board the tenant it happens under, where there is one
   */
  public <C, S, E extends ReboundEvent, R> Uni<Response> run(
      CommandHandler<C, S, E, R> handler,
      StreamId stream,
      C payload,
      Object request,
      @Nullable String board,
      Function<Handled.Done<S, ?>, Answer> answer,
      Function<R, HttpProblem> refusal) {
    return run(handler, stream, payload, request, board, preconditions.caller(), answer, refusal);
  }

  /**
   * The same for a stream whose id was made for this request: nothing is read before it is written.
   */
  public <C, S, E extends ReboundEvent, R> Uni<Response> create(
      CommandHandler<C, S, E, R> handler,
      StreamId stream,
      C payload,
      Object request,
      Function<Handled.Done<S, ?>, Answer> answer,
      Function<R, HttpProblem> refusal) {
    UUID caller = preconditions.caller();
    Integer insisted = preconditions.ifMatch();
    int version = insisted == null ? Command.NEW : insisted;
    return run(handler, stream, payload, request, null, caller, version, 0, answer, refusal);
  }

  /**
   * The same for a resource that has versions beside its stream, such as saved drafts.
   *
   * @param beside how many; they count in If-Match and in the ETag
   */
  public <C, S, E extends ReboundEvent, R> Uni<Response> run(
      CommandHandler<C, S, E, R> handler,
      StreamId stream,
      C payload,
      Object request,
      int beside,
      Function<Handled.Done<S, ?>, Answer> answer,
      Function<R, HttpProblem> refusal) {
    UUID caller = preconditions.caller();
    Integer version = preconditions.ifMatch();
    return run(
        handler,
        stream,
        payload,
        request,
        null,
        caller,
        version == null ? null : version - beside,
        beside,
        answer,
        refusal);
  }

  /** The same without a board. */
  public <C, S, E extends ReboundEvent, R> Uni<Response> run(
      CommandHandler<C, S, E, R> handler,
      StreamId stream,
      C payload,
      Object request,
      Function<Handled.Done<S, ?>, Answer> answer,
      Function<R, HttpProblem> refusal) {
    return run(handler, stream, payload, request, null, answer, refusal);
  }

  /**
   * The same for a caller without a token.
   *
   * @param caller whose idempotency keys these are, such as a name derived from an invitation
   */
  public <C, S, E extends ReboundEvent, R> Uni<Response> run(
      CommandHandler<C, S, E, R> handler,
      StreamId stream,
      C payload,
      Object request,
      @Nullable String board,
      @Nullable UUID caller,
      Function<Handled.Done<S, ?>, Answer> answer,
      Function<R, HttpProblem> refusal) {
    Integer version = preconditions.ifMatch();
    return run(handler, stream, payload, request, board, caller, version, 0, answer, refusal);
  }

  private <C, S, E extends ReboundEvent, R> Uni<Response> run(
      CommandHandler<C, S, E, R> handler,
      StreamId stream,
      C payload,
      Object request,
      @Nullable String board,
      @Nullable UUID caller,
      @Nullable Integer version,
      int beside,
      Function<Handled.Done<S, ?>, Answer> answer,
      Function<R, HttpProblem> refusal) {
    Function<Handled.Done<S, ?>, Kept> first =
        done -> kept(done, beside, answer.apply(done), Answer::body);
    Function<Handled.Done<S, ?>, Kept> again =
        done -> kept(done, beside, answer.apply(done), Answer::kept);
    String key = preconditions.idempotencyKey();
    Command.Protection<S> protection =
        key == null || caller == null
            ? null
            : new Command.Protection<>(
                new IdempotencyKey(caller, key), hash(request), done -> bytes(again.apply(done)));
    Metadata metadata =
        new Metadata(clock.instant(), UuidCreator.getTimeOrderedEpoch(), null, board)
            .within(tracing.current());
    Command<C, S> command = new Command<>(stream, payload, metadata, version, protection);
    return handler
        .handle(command)
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .map(handled -> respond(handled, version != null, first, refusal));
  }

  private <S, R> Response respond(
      Handled<S, R> handled,
      boolean insisted,
      Function<Handled.Done<S, ?>, Kept> kept,
      Function<R, HttpProblem> refusal) {
    return switch (handled) {
      case Handled.Done<S, R> done -> response(kept.apply(done)).build();
      case Handled.Refused<S, R>(R reason) -> throw refusal.apply(reason);
      case Handled.Stale<S, R> _ ->
          throw insisted
              ? Problems.stale()
              : Problems.conflict(
                  "changed-meanwhile", "Somebody else changed it. Please try again.");
      case Handled.Replayed<S, R>(byte[] former) ->
          response(keptOf(former)).header(REPLAYED, true).build();
      case Handled.KeyReused<S, R> _ -> throw Problems.keyReused();
      case Handled.StillRunning<S, R> _ -> throw Problems.stillRunning();
    };
  }

  private static Kept kept(
      Handled.Done<?, ?> done, int beside, Answer answer, Function<Answer, @Nullable Object> body) {
    return new Kept(
        answer.status(),
        answer.location(),
        done.version() + beside,
        done.eventId(),
        body.apply(answer));
  }

  private static Response.ResponseBuilder response(Kept kept) {
    Response.ResponseBuilder response =
        Response.status(kept.status())
            .header(EVENT_ID, kept.event())
            .header(HttpHeaders.ETAG, '"' + Integer.toString(kept.version()) + '"');
    if (kept.location() != null) {
      response.header(HttpHeaders.LOCATION, kept.location());
    }
    Object body = kept.body();
    return body == null || body instanceof NullNode
        ? response
        : response.entity(body).type(MediaType.APPLICATION_JSON_TYPE);
  }

  /** An answer as it is kept for a repeat; its body is whatever is written as JSON. */
  record Kept(
      int status,
      @Nullable String location,
      int version,
      UUID event,
      @JsonDeserialize(as = JsonNode.class) @Nullable Object body) {}

  private byte[] hash(Object request) {
    return Sha256.of(preconditions.route().getBytes(StandardCharsets.UTF_8), bytes(request));
  }

  private byte[] bytes(Object value) {
    try {
      return json.writeValueAsBytes(value);
    } catch (JsonProcessingException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private Kept keptOf(byte[] bytes) {
    try {
      return json.readValue(bytes, Kept.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

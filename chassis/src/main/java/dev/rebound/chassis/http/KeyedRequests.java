package dev.rebound.chassis.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rebound.eventstore.EventStore.IdempotencyKey;
import dev.rebound.eventstore.EventStore.RecordedAnswer;
import dev.rebound.eventstore.postgres.PostgresEventStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Idempotency-Key for requests that are no command of one stream, such as a list of many things.
 *
 * <p>The answer is kept after the work and not with it: where a service ends in between, the work
 * is done again. It must therefore know by itself what was done already, and then a repeat has the
 * same effect and only a truer answer.
 */
@ApplicationScoped
public class KeyedRequests {

  private final Preconditions preconditions;
  private final PostgresEventStore store;
  private final ObjectMapper json;
  private final Set<IdempotencyKey> running = ConcurrentHashMap.newKeySet();

  /** Wired by the container. */
  @Inject
  public KeyedRequests(Preconditions preconditions, PostgresEventStore store, ObjectMapper json) {
    this.preconditions = preconditions;
    this.store = store;
    this.json = json;
  }

  /**
   * What is answered, with 200.
   *
   * @param body written as JSON
   * @param event the last event that came of it, where one did
   */
  public record Outcome(@Nullable UUID event, Object body) {}

  /**
   * Does the work, or answers as the first request with the same key was answered.
   *
   * @param request the body, which tells a repeat from a reuse of the key
   */
  public Uni<Response> run(byte[] request, Supplier<Uni<Outcome>> work) {
    String name = preconditions.idempotencyKey();
    if (name == null) {
      return work.get().map(outcome -> response(kept(outcome)).build());
    }
    IdempotencyKey key = new IdempotencyKey(preconditions.caller(), name);
    byte[] hash = Sha256.of(preconditions.route().getBytes(StandardCharsets.UTF_8), request);
    if (!running.add(key)) {
      throw Problems.stillRunning();
    }
    return store
        .recordedAnswer(key)
        .flatMap(former ->
            former.isPresent()
                ? Uni.createFrom().item(() -> replayed(former, hash))
                : work.get().flatMap(outcome -> keep(key, hash, kept(outcome))))
        .onTermination()
        .invoke(() -> running.remove(key));
  }

  /** What names this request, the same when it is sent again; empty where it has no key. */
  public Optional<String> name() {
    return Optional.ofNullable(preconditions.idempotencyKey())
        .map(key -> preconditions.caller() + "\n" + preconditions.route() + key);
  }

  private Uni<Response> keep(IdempotencyKey key, byte[] hash, Kept kept) {
    return store
        .keep(new RecordedAnswer(key, hash, bytes(kept)))
        .map(done -> response(kept).build());
  }

  private Response replayed(Optional<RecordedAnswer> former, byte[] hash) {
    RecordedAnswer answer = former.orElseThrow();
    if (!MessageDigest.isEqual(answer.requestHash(), hash)) {
      throw Problems.keyReused();
    }
    return response(read(answer.answer())).header(Commands.REPLAYED, true).build();
  }

  /** An answer as it is kept for a repeat. */
  record Kept(@Nullable UUID event, JsonNode body) {}

  private Kept kept(Outcome outcome) {
    return new Kept(outcome.event(), json.valueToTree(outcome.body()));
  }

  private static Response.ResponseBuilder response(Kept kept) {
    Response.ResponseBuilder response =
        Response.ok(kept.body()).type(MediaType.APPLICATION_JSON_TYPE);
    return kept.event() == null ? response : response.header(Commands.EVENT_ID, kept.event());
  }

  private byte[] bytes(Kept kept) {
    try {
      return json.writeValueAsBytes(kept);
    } catch (JsonProcessingException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private Kept read(byte[] bytes) {
    try {
      return json.readValue(bytes, Kept.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

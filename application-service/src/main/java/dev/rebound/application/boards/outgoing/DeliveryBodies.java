package dev.rebound.application.boards.outgoing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rebound.application.boards.BoardSecrets;
import dev.rebound.sealing.Sealing;
import dev.rebound.sealing.Sealing.Sealed;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is sent sealed, since it may hold a board's id of a person: under the person's key,
 * with which it goes, or under the board's where it tells that the person's key is gone.
 */
@ApplicationScoped
public class DeliveryBodies {

  private final Sealing sealing;
  private final BoardSecrets secrets;
  private final ObjectMapper json;

  /** Wired by the container. */
  @Inject
  public DeliveryBodies(Sealing sealing, BoardSecrets secrets, ObjectMapper json) {
    this.sealing = sealing;
    this.secrets = secrets;
    this.json = json;
  }

  /** A body as it is kept. */
  record Kept(String board, @Nullable UUID candidate, byte[] sealed) {

    /** Out of a row that has the columns board, candidate and body. */
    static Kept of(Row row) {
      return new Kept(
          row.getString("board"), row.getUUID("candidate"), row.getBuffer("body").getBytes());
    }
  }

  /** What will be sent, sealed; fails where the person is erased. */
  Uni<byte[]> seal(Notice notice) {
    return sealing.seal(
        holder(notice.board(), notice.candidate()),
        written(notice).getBytes(StandardCharsets.UTF_8),
        place(notice.board()));
  }

  /** What is to be sent, letter for letter; empty where the person is erased. */
  Uni<Optional<String>> open(Kept kept) {
    return open(List.of(kept)).map(List::getFirst);
  }

  /** The same for many, in their order. */
  Uni<List<Optional<String>>> open(List<Kept> kept) {
    return sealing
        .openAll(
            kept.stream()
                .map(it ->
                    new Sealed(holder(it.board(), it.candidate()), it.sealed(), place(it.board())))
                .toList())
        .map(opened ->
            opened.stream()
                .map(body -> body.map(bytes -> new String(bytes, StandardCharsets.UTF_8)))
                .toList());
  }

  private UUID holder(String board, @Nullable UUID candidate) {
    return Objects.requireNonNullElseGet(candidate, () -> secrets.holder(board));
  }

  private static String place(String board) {
    return "board_delivery/" + board;
  }

  private String written(Notice notice) {
    try {
      return json.writeValueAsString(notice.document());
    } catch (JsonProcessingException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}

package dev.rebound.feedback.received;

import dev.rebound.analysis.FeedbackReader;
import dev.rebound.delivery.CopyRows;
import dev.rebound.delivery.Projection;
import dev.rebound.delivery.ReadText;
import dev.rebound.delivery.RowFold;
import dev.rebound.events.EventJson;
import dev.rebound.events.FeedbackEvent.FeedbackReceived;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.sealing.Sealing;
import dev.rebound.sealing.Sealing.Clear;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@code received_feedback}, with what the reader makes of the comments. A piece whose words
 * are erased already is left out.
 */
@ApplicationScoped
public class ReceivedFeedbackProjection implements Projection {

  private static final List<String> COLUMNS =
      List.of(
          "feedback_id", "candidate_id", "application_id", "received_on", "feedback", "reading");

  private static final String INSERT =
      """
      insert into received_feedback (%s)
      select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::date[], $5::bytea[], $6::bytea[])
      on conflict (feedback_id) do nothing
      """
          .formatted(String.join(", ", COLUMNS));

  private final Sealing sealing;
  private final FeedbackReader reader;

  /** Wired by the container. */
  @Inject
  public ReceivedFeedbackProjection(Sealing sealing) {
    this(sealing, FeedbackReader.standard());
  }

  /** One that reads texts with this reader. */
  public ReceivedFeedbackProjection(Sealing sealing, FeedbackReader reader) {
    this.sealing = sealing;
    this.reader = reader;
  }

  @Override
  public String name() {
    return "received-feedback";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.FEEDBACK);
  }

  @Override
  public List<String> tables() {
    return List.of("received_feedback");
  }

  @Override
  public List<SealedColumn> sealed() {
    return List.of(
        new SealedColumn(
            "received_feedback", "feedback", "candidate_id", "'received_feedback/' || feedback_id"),
        new SealedColumn(
            "received_feedback",
            "reading",
            "candidate_id",
            "'received_feedback/' || feedback_id || '/reading'"));
  }

  @Override
  public Map<String, ReadText> texts(SealedColumn column, byte[] opened) {
    return column.column().equals("reading")
        ? Map.of("comments", FeedbackReading.parse(opened).read())
        : Map.of();
  }

  @Override
  public Optional<RowFold<?, ?>> fold() {
    return Optional.of(new InMemory());
  }

  /** A piece, sealed. */
  private record Line(FeedbackReceived feedback, byte[] words, byte[] reading) {}

  /** The fold of a rebuild. */
  private final class InMemory implements RowFold<UUID, Piece> {

    @Override
    public @Nullable UUID row(StoredEvent stored) {
      return words(stored).map(FeedbackReceived::feedbackId).orElse(null);
    }

    @Override
    public Piece evolve(@Nullable Piece before, StoredEvent stored) {
      return before != null ? before : piece(words(stored).orElseThrow());
    }

    @Override
    public long weight(Piece row) {
      return row.weight();
    }

    @Override
    public List<String> columns() {
      return COLUMNS;
    }

    @Override
    public Uni<Void> write(Map<UUID, Piece> rows, CopyRows into) {
      return seal(List.copyOf(rows.values()))
          .invoke(lines -> lines.forEach(line -> copy(line, into)))
          .replaceWithVoid();
    }
  }

  private static void copy(Line line, CopyRows into) {
    FeedbackReceived feedback = line.feedback();
    into.row(COLUMNS.size()).uuid(feedback.feedbackId()).uuid(feedback.candidateId());
    if (feedback.applicationId() == null) {
      into.absent();
    } else {
      into.uuid(feedback.applicationId());
    }
    into.date(feedback.receivedOn()).bytes(line.words()).bytes(line.reading());
  }

  @Override
  public Uni<Void> apply(SqlConnection transaction, List<StoredEvent> batch) {
    List<FeedbackReceived> received =
        batch.stream().map(ReceivedFeedbackProjection::words).flatMap(Optional::stream).toList();
    if (received.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return Uni.createFrom()
        .item(received)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(pieces -> pieces.stream().map(this::piece).toList())
        .chain(this::seal)
        .chain(lines -> transaction.preparedQuery(INSERT).execute(tuple(lines)))
        .replaceWithVoid();
  }

  /** The feedback that an event brings; empty where it brings none, or its words are gone. */
  private static Optional<FeedbackReceived> words(StoredEvent stored) {
    return stored.event() instanceof FeedbackReceived feedback && feedback.comments() != null
        ? Optional.of(feedback)
        : Optional.empty();
  }

  private Piece piece(FeedbackReceived feedback) {
    return new Piece(feedback, FeedbackReading.of(reader, feedback.comments()));
  }

  /** Seals pieces; those of a person who was erased meanwhile are left out, for good. */
  private Uni<List<Line>> seal(List<Piece> pieces) {
    return sealing
        .sealAll(pieces.stream().flatMap(ReceivedFeedbackProjection::clear).toList())
        .map(boxes -> lines(pieces, boxes));
  }

  private static Stream<Clear> clear(Piece piece) {
    UUID candidate = piece.feedback().candidateId();
    byte[] words = EventJson.write(piece.feedback()).toString().getBytes(StandardCharsets.UTF_8);
    return Stream.of(
        new Clear(candidate, words, place(piece.id())),
        new Clear(candidate, piece.reading().json(), placeOfReading(piece.id())));
  }

  private static List<Line> lines(List<Piece> pieces, List<Optional<byte[]>> boxes) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      FeedbackReceived feedback = pieces.get(i).feedback();
      Optional<byte[]> reading = boxes.get(2 * i + 1);
      boxes
          .get(2 * i)
          .ifPresent(words -> lines.add(new Line(feedback, words, reading.orElseThrow())));
    }
    return List.copyOf(lines);
  }

  private static Tuple tuple(List<Line> lines) {
    List<FeedbackReceived> received = lines.stream().map(Line::feedback).toList();
    return Tuple.from(
        new Object[] {
          received.stream().map(FeedbackReceived::feedbackId).toArray(UUID[]::new),
          received.stream().map(FeedbackReceived::candidateId).toArray(UUID[]::new),
          received.stream().map(FeedbackReceived::applicationId).toArray(UUID[]::new),
          received.stream().map(FeedbackReceived::receivedOn).toArray(LocalDate[]::new),
          lines.stream().map(line -> Buffer.buffer(line.words())).toArray(Buffer[]::new),
          lines.stream().map(line -> Buffer.buffer(line.reading())).toArray(Buffer[]::new)
        });
  }

  /** What binds a sealed piece to its row. */
  static String place(UUID feedbackId) {
    return "received_feedback/" + feedbackId;
  }

  /** What binds the sealed reading of a piece to its row. */
  static String placeOfReading(UUID feedbackId) {
    return place(feedbackId) + "/reading";
  }
}

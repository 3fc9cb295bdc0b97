package dev.rebound.feedback.requests;

import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import dev.rebound.feedback.feedbackrequest.RequestStatus;
import dev.rebound.feedback.requests.RequestWords.Asked;
import dev.rebound.feedback.requests.RequestWords.Contact;
import dev.rebound.sealing.Sealing;
import dev.rebound.sealing.Sealing.Sealed;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads {@code feedback_request}. */
@ApplicationScoped
public class RequestList {

  private static final String REMINDERS_DUE =
      """
      select request_id from feedback_request where remind_at <= $1 order by remind_at limit $2
      """;

  private static final String EXPIRIES_DUE =
      """
      select request_id from feedback_request
      where expires_at <= $1 and status in ('REQUESTED', 'DETAIL_REQUESTED')
      order by expires_at limit $2
      """;

  private final ScopedPool pool;
  private final Sealing sealing;

  /** Wired by the container. */
  @Inject
  public RequestList(ScopedPool pool, Sealing sealing) {
    this.pool = pool;
    this.sealing = sealing;
  }

  /**
   * Whose requests are looked at: what a person or board of theirs is part of, and nothing else.
   *
   * @param candidateId who asked
   * @param board the tenant they belong to
   * @param recruiterId who was asked
   */
  record Viewer(@Nullable UUID candidateId, @Nullable String board, @Nullable UUID recruiterId) {

    /** The same person, who asks for what is theirs and not for all of their board. */
    Viewer withoutBoard() {
      return new Viewer(candidateId, null, recruiterId);
    }

    private Scope scope() {
      return Scope.of(board, candidateId, recruiterId);
    }
  }

  /** Which of them, and from where on. */
  record Wanted(
      @Nullable UUID applicationId,
      @Nullable RequestStatus status,
      @Nullable Instant beforeTime,
      @Nullable UUID beforeId,
      int limit) {}

  /** A viewer's requests, newest first. */
  Uni<List<RequestView>> page(Viewer viewer, Wanted wanted) {
    return PageQuery.of(viewer, wanted)
        .map(page ->
            pool.query(viewer.scope(), page.sql(), page.values())
                .onItem()
                .transformToUni(this::views))
        .orElseGet(() -> Uni.createFrom().item(List.of()));
  }

  /** Requests whose scheduled reminder is due. */
  public Uni<List<UUID>> remindersDue(Instant now, int limit) {
    return due(REMINDERS_DUE, now, limit);
  }

  /** Requests that nobody answered in time. */
  public Uni<List<UUID>> expiriesDue(Instant now, int limit) {
    return due(EXPIRIES_DUE, now, limit);
  }

  private Uni<List<UUID>> due(String query, Instant now, int limit) {
    return pool.query(Scope.ALL_BOARDS, query, Tuple.of(now.atOffset(ZoneOffset.UTC), limit))
        .map(rows -> {
          List<UUID> ids = new ArrayList<>();
          rows.forEach(row -> ids.add(row.getUUID("request_id")));
          return ids;
        });
  }

  private Uni<List<RequestView>> views(RowSet<Row> found) {
    List<RequestRow> rows = new ArrayList<>();
    List<UUID> asked = new ArrayList<>();
    List<UUID> contact = new ArrayList<>();
    List<Sealed> askedBoxes = new ArrayList<>();
    List<Sealed> contactBoxes = new ArrayList<>();
    for (Row row : found) {
      RequestRow read = RequestTable.read(row);
      rows.add(read);
      collect(
          row.getBuffer("asked"), read.requestId(), read.candidateId(), "asked", asked, askedBoxes);
      collect(
          row.getBuffer("contact"),
          read.requestId(),
          read.recruiterId(),
          "contact",
          contact,
          contactBoxes);
    }
    return Uni.combine()
        .all()
        .unis(open(asked, askedBoxes, Asked.class), open(contact, contactBoxes, Contact.class))
        .with((askedWords, contacts) ->
            rows.stream()
                .map(row ->
                    RequestView.of(
                        row,
                        new RequestWords(
                            askedWords.getOrDefault(row.requestId(), RequestWords.NONE.asked()),
                            contacts.getOrDefault(row.requestId(), RequestWords.NONE.contact()))))
                .toList());
  }

  private static void collect(
      @Nullable Buffer box,
      UUID requestId,
      UUID subject,
      String column,
      List<UUID> ids,
      List<Sealed> boxes) {
    if (box != null) {
      ids.add(requestId);
      boxes.add(new Sealed(subject, box.getBytes(), RequestProjection.place(requestId, column)));
    }
  }

  private <T> Uni<Map<UUID, T>> open(List<UUID> ids, List<Sealed> boxes, Class<T> type) {
    return boxes.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : sealing
            .openAll(boxes)
            .map(open ->
                IntStream.range(0, ids.size())
                    .boxed()
                    .filter(i -> open.get(i).isPresent())
                    .collect(
                        Collectors.toMap(
                            ids::get, i -> RequestWords.read(open.get(i).orElseThrow(), type))));
  }
}

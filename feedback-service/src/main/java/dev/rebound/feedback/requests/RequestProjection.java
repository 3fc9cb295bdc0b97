package dev.rebound.feedback.requests;

import dev.rebound.delivery.Projection;
import dev.rebound.events.FeedbackEvent.FeedbackRequested;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.feedback.feedbackrequest.Terms;
import dev.rebound.feedback.requests.RequestTable.SealedWords;
import dev.rebound.feedback.streams.RequestIds;
import dev.rebound.sealing.Sealing;
import dev.rebound.sealing.Sealing.Clear;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Keeps {@code feedback_request}. */
@ApplicationScoped
public class RequestProjection implements Projection {

  private static final String LOAD =
      "select " + RequestTable.COLUMNS + " from feedback_request where request_id = any($1)";

  private final Sealing sealing;
  private final Terms terms;

  /** Wired by the container. */
  @Inject
  public RequestProjection(Sealing sealing, Terms terms) {
    this.sealing = sealing;
    this.terms = terms;
  }

  @Override
  public String name() {
    return "requests";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.FEEDBACK);
  }

  @Override
  public List<String> tables() {
    return List.of("feedback_request");
  }

  @Override
  public List<SealedColumn> sealed() {
    return List.of(
        new SealedColumn(
            "feedback_request",
            "asked",
            "candidate_id",
            "'feedback_request/' || request_id || '/asked'"),
        new SealedColumn(
            "feedback_request",
            "contact",
            "recruiter_id",
            "'feedback_request/' || request_id || '/contact'"));
  }

  @Override
  public Uni<Void> apply(SqlConnection transaction, List<StoredEvent> batch) {
    List<StoredEvent> ours =
        batch.stream()
            .filter(stored -> stored.stream().equals(RequestIds.stream(stored.stream().id())))
            .toList();
    if (ours.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return load(transaction, ours)
        .onItem()
        .transformToUni(rows -> {
          for (StoredEvent stored : ours) {
            RequestRow after = RequestRow.evolve(rows.get(stored.stream().id()), stored, terms);
            if (after != null) {
              rows.put(after.requestId(), after);
            }
          }
          return seal(ours).onItem().transformToUni(words -> write(transaction, rows, words));
        });
  }

  private static Uni<Void> write(
      SqlConnection transaction, Map<UUID, RequestRow> rows, SealedWords words) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : transaction
            .preparedQuery(RequestTable.UPSERT)
            .execute(RequestTable.tuple(List.copyOf(rows.values()), words))
            .replaceWithVoid();
  }

  private static Uni<Map<UUID, RequestRow>> load(
      SqlConnection transaction, List<StoredEvent> events) {
    UUID[] ids =
        events.stream().map(stored -> stored.stream().id()).distinct().toArray(UUID[]::new);
    return transaction
        .preparedQuery(LOAD)
        .execute(Tuple.of(ids))
        .map(found -> {
          Map<UUID, RequestRow> rows = new LinkedHashMap<>();
          found.forEach(row -> rows.put(row.getUUID("request_id"), RequestTable.read(row)));
          return rows;
        });
  }

  /** Seals the words of new requests, as far as their persons' keys still exist. */
  private Uni<SealedWords> seal(List<StoredEvent> events) {
    List<Clear> clear = new ArrayList<>();
    List<UUID> asked = new ArrayList<>();
    List<UUID> contact = new ArrayList<>();
    for (StoredEvent stored : events) {
      if (stored.event() instanceof FeedbackRequested event && event.posting().title() != null) {
        asked.add(event.requestId());
        clear.add(
            new Clear(
                event.candidateId(),
                RequestWords.write(RequestWords.of(event).asked()),
                place(event.requestId(), "asked")));
      }
    }
    for (StoredEvent stored : events) {
      if (stored.event() instanceof FeedbackRequested event && event.recruiter().email() != null) {
        contact.add(event.requestId());
        clear.add(
            new Clear(
                event.recruiter().recruiterId(),
                RequestWords.write(RequestWords.of(event).contact()),
                place(event.requestId(), "contact")));
      }
    }
    return clear.isEmpty()
        ? Uni.createFrom().item(new SealedWords(Map.of(), Map.of()))
        : sealing
            .sealAll(clear)
            .map(boxes ->
                new SealedWords(
                    byId(asked, boxes.subList(0, asked.size())),
                    byId(contact, boxes.subList(asked.size(), boxes.size()))));
  }

  private static Map<UUID, byte[]> byId(List<UUID> ids, List<Optional<byte[]>> boxes) {
    Map<UUID, byte[]> byId = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      UUID id = ids.get(i);
      boxes.get(i).ifPresent(box -> byId.put(id, box));
    }
    return byId;
  }

  /** What binds sealed words to their row and column. */
  static String place(UUID requestId, String column) {
    return "feedback_request/" + requestId + "/" + column;
  }
}

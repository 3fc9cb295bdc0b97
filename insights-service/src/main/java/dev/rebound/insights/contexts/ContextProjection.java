package dev.rebound.insights.contexts;

import dev.rebound.analysis.FeedbackReader;
import dev.rebound.delivery.CopyRows;
import dev.rebound.delivery.Projection;
import dev.rebound.delivery.ReadText;
import dev.rebound.delivery.RowFold;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.insights.contexts.ContextTable.Key;
import dev.rebound.insights.contexts.ContextTable.Line;
import dev.rebound.sealing.Sealing;
import dev.rebound.sealing.Sealing.Clear;
import dev.rebound.sealing.Sealing.Sealed;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the facts of every context, out of all three topics.
 *
 * <p>A batch is one read of the rows it touches, a fold in memory, and one write. Texts are read in
 * the fold, which takes a while and so leaves the event loop.
 */
@ApplicationScoped
public class ContextProjection implements Projection {

  private final Sealing sealing;
  private final Folding folding;

  /** Wired by the container. */
  @Inject
  public ContextProjection(Sealing sealing) {
    this(sealing, FeedbackReader.standard());
  }

  /** One that reads texts with this reader. */
  public ContextProjection(Sealing sealing, FeedbackReader reader) {
    this.sealing = sealing;
    this.folding = new Folding(reader);
  }

  @Override
  public String name() {
    return "contexts";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.APPLICATIONS, Topic.FEEDBACK, Topic.INSIGHTS);
  }

  @Override
  public List<String> tables() {
    return List.of("context");
  }

  @Override
  public List<SealedColumn> sealed() {
    return List.of(new SealedColumn("context", "facts", "candidate", "'context ' || id"));
  }

  @Override
  public Map<String, ReadText> texts(SealedColumn column, byte[] opened) {
    Map<String, ReadText> texts = new HashMap<>();
    for (Said said : FactsJson.read(opened).said()) {
      said.texts().forEach((where, read) -> texts.put(said.eventId() + "/" + where, read));
    }
    return texts;
  }

  @Override
  public Optional<RowFold<?, ?>> fold() {
    return Optional.of(new InMemory());
  }

  /** The fold of a rebuild. */
  private final class InMemory implements RowFold<Key, ContextRow> {

    @Override
    public @Nullable Key row(StoredEvent stored) {
      return key(stored).orElse(null);
    }

    @Override
    public ContextRow evolve(@Nullable ContextRow before, StoredEvent event) {
      return ContextRow.evolve(before, event, folding);
    }

    @Override
    public long weight(ContextRow row) {
      return FactsWeight.of(row.facts());
    }

    @Override
    public List<String> columns() {
      return List.of("candidate", "id", "facts", "revision", "as_of");
    }

    @Override
    public Uni<Void> write(Map<Key, ContextRow> rows, CopyRows into) {
      return seal(rows)
          .invoke(lines ->
              lines.forEach(line ->
                  into.row(columns().size())
                      .uuid(line.key().candidate())
                      .uuid(line.key().id())
                      .bytes(line.facts())
                      .bigint(line.revision())
                      .time(line.asOf())))
          .replaceWithVoid();
    }
  }

  @Override
  public Uni<Void> apply(SqlConnection transaction, List<StoredEvent> batch) {
    Map<Key, List<StoredEvent>> byRow = byRow(batch);
    if (byRow.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<Key> keys = List.copyOf(byRow.keySet());
    return ContextTable.lock(
            transaction, keys.stream().map(Key::candidate).collect(Collectors.toSet()))
        .chain(() -> ContextTable.read(transaction, keys))
        .chain(this::open)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(rows -> fold(byRow, rows))
        .chain(this::seal)
        .chain(lines ->
            lines.isEmpty() ? Uni.createFrom().voidItem() : ContextTable.write(transaction, lines));
  }

  private static Map<Key, List<StoredEvent>> byRow(List<StoredEvent> batch) {
    Map<Key, List<StoredEvent>> byRow = new LinkedHashMap<>();
    for (StoredEvent stored : batch) {
      key(stored)
          .ifPresent(key -> byRow.computeIfAbsent(key, none -> new ArrayList<>()).add(stored));
    }
    return byRow;
  }

  private static Optional<Key> key(StoredEvent stored) {
    return Folding.row(stored.event()).map(row -> new Key(stored.event().candidateId(), row));
  }

  /** Opens rows; one whose key is gone is as if it were not there. */
  private Uni<Map<Key, ContextRow>> open(List<Line> lines) {
    List<Sealed> sealed =
        lines.stream()
            .map(line -> new Sealed(line.key().candidate(), line.facts(), line.key().place()))
            .toList();
    return sealing
        .openAll(sealed)
        .map(opened -> {
          Map<Key, ContextRow> rows = new LinkedHashMap<>();
          for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            opened
                .get(i)
                .map(FactsJson::read)
                .map(facts -> new ContextRow(facts, line.revision(), line.asOf()))
                .ifPresent(row -> rows.put(line.key(), row));
          }
          return rows;
        });
  }

  private Map<Key, ContextRow> fold(
      Map<Key, List<StoredEvent>> byRow, Map<Key, ContextRow> before) {
    Map<Key, ContextRow> after = new LinkedHashMap<>();
    byRow.forEach((key, events) -> {
      @Nullable ContextRow row = before.get(key);
      for (StoredEvent event : events) {
        row = ContextRow.evolve(row, event, folding);
      }
      if (row != null && row != before.get(key)) {
        after.put(key, row);
      }
    });
    return after;
  }

  /** Seals rows; those of a person who was erased meanwhile are left out, for good. */
  private Uni<List<Line>> seal(Map<Key, ContextRow> rows) {
    if (rows.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    List<Map.Entry<Key, ContextRow>> entries = List.copyOf(rows.entrySet());
    return sealing
        .sealAll(entries.stream().map(entry -> clear(entry.getKey(), entry.getValue())).toList())
        .map(sealed -> {
          List<Line> lines = new ArrayList<>();
          for (int i = 0; i < sealed.size(); i++) {
            Map.Entry<Key, ContextRow> entry = entries.get(i);
            sealed.get(i).ifPresent(facts -> lines.add(line(entry, facts)));
          }
          return List.copyOf(lines);
        });
  }

  private static Clear clear(Key key, ContextRow row) {
    return new Clear(key.candidate(), FactsJson.write(row.facts()), key.place());
  }

  private static Line line(Map.Entry<Key, ContextRow> entry, byte[] sealed) {
    return new Line(entry.getKey(), sealed, entry.getValue().revision(), entry.getValue().asOf());
  }
}

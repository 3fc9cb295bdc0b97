package dev.rebound.application.applicationlist;

import dev.rebound.application.applicationlist.ApplicationSummaryTable.Row;
import dev.rebound.delivery.Projection;
import dev.rebound.events.ApplicationEvent;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.StoredEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps the list of applications. */
@ApplicationScoped
public class ApplicationSummaryProjection implements Projection {

  private final ApplicationSummaryTable table;

  /** Wired by the container. */
  @Inject
  public ApplicationSummaryProjection(ApplicationSummaryTable table) {
    this.table = table;
  }

  @Override
  public String name() {
    return "application-summary";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.APPLICATIONS);
  }

  @Override
  public List<String> tables() {
    return List.of("application_summary");
  }

  @Override
  public List<SealedColumn> sealed() {
    return List.of(
        new SealedColumn("application_summary", "sealed", "owner", "'application_summary/' || id"));
  }

  @Override
  public Uni<Void> apply(SqlConnection transaction, List<StoredEvent> batch) {
    List<StoredEvent> ours =
        batch.stream().filter(stored -> stored.stream().category().equals("application")).toList();
    if (ours.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Set<UUID> ids = ours.stream().map(stored -> stored.stream().id()).collect(Collectors.toSet());
    return table.read(transaction, ids).flatMap(rows -> table.write(transaction, fold(rows, ours)));
  }

  /** The rows that a batch of events changes, as they are afterwards. */
  static Collection<Row> fold(List<Row> rows, List<StoredEvent> events) {
    Map<UUID, Row> known = new LinkedHashMap<>();
    rows.forEach(row -> known.put(row.summary().id(), row));
    Map<UUID, Row> changed = new LinkedHashMap<>();
    for (StoredEvent stored : events) {
      UUID id = stored.stream().id();
      Row row = known.get(id);
      ApplicationEvent event = (ApplicationEvent) stored.event();
      ApplicationSummary summary =
          ApplicationSummary.evolve(row == null ? null : row.summary(), event, stored.version());
      if (summary != null) {
        Row after = new Row(event.candidateId(), summary, stored.metadata().time());
        known.put(id, after);
        changed.put(id, after);
      }
    }
    return changed.values();
  }
}

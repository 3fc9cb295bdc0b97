package dev.rebound.application.spreadsheet;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.application.applicationlist.ApplicationSummary;
import dev.rebound.application.applicationlist.ApplicationSummaryTable;
import dev.rebound.application.spreadsheet.ImportReport.ImportOutcome;
import dev.rebound.application.streams.Streams;
import dev.rebound.chassis.http.KeyedRequests;
import dev.rebound.eventstore.EventStore;
import dev.rebound.eventstore.EventStore.Append;
import dev.rebound.eventstore.EventStore.NewEvent;
import dev.rebound.eventstore.EventStore.Outcome;
import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.StreamId;
import dev.rebound.sealing.Sealing;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records the applications of a sheet, all that hold in one statement, as lists of boards are. */
@ApplicationScoped
public class Imports {

  private final SheetLines lines;
  private final ApplicationSummaryTable known;
  private final EventStore store;
  private final Sealing sealing;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  public Imports(
      SheetLines lines,
      ApplicationSummaryTable known,
      EventStore store,
      Sealing sealing,
      Clock clock) {
    this.lines = lines;
    this.known = known;
    this.store = store;
    this.sealing = sealing;
    this.clock = clock;
  }

  /** What recording a sheet would do, with nothing done. */
  Uni<ImportReport> preview(UUID candidate, Sheet sheet) {
    return decided(candidate, sheet)
        .map(decided ->
            ImportReport.of(
                true, sheet.leftOut(), decided.stream().map(Decided::reported).toList()));
  }

  /** Records what holds of a sheet. */
  Uni<KeyedRequests.Outcome> record(UUID candidate, Sheet sheet) {
    return decided(candidate, sheet).flatMap(decided -> written(sheet, decided));
  }

  private Uni<List<Decided>> decided(UUID candidate, Sheet sheet) {
    return known
        .all(candidate)
        .collect()
        .asList()
        // Deciding a thousand lines takes longer than an event loop may be held.
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(applications -> decided(candidate, sheet, applications));
  }

  private List<Decided> decided(
      UUID candidate, Sheet sheet, List<ApplicationSummary> applications) {
    Deciding deciding = new Deciding(candidate, applications, sealing);
    return lines.read(sheet).stream().map(deciding::about).toList();
  }

  private Uni<KeyedRequests.Outcome> written(Sheet sheet, List<Decided> decided) {
    Metadata metadata =
        new Metadata(clock.instant(), UuidCreator.getTimeOrderedEpoch(), null, null);
    List<Append> appends = new ArrayList<>();
    for (Decided one : decided) {
      if (one.reported().outcome() == ImportOutcome.ADDED && one.id() != null) {
        appends.add(
            Append.begin(
                Streams.application(one.id()),
                one.events().stream().map(NewEvent::of).toList(),
                metadata));
      }
    }
    return store.appendEach(appends).map(ended -> outcome(sheet, decided, appends, ended));
  }

  private static KeyedRequests.Outcome outcome(
      Sheet sheet, List<Decided> decided, List<Append> appends, List<Outcome> ended) {
    Map<StreamId, Outcome> byStream = new HashMap<>();
    for (int i = 0; i < appends.size(); i++) {
      byStream.put(appends.get(i).stream(), ended.get(i));
    }
    ImportReport report =
        ImportReport.of(
            false,
            sheet.leftOut(),
            decided.stream()
                .map(one ->
                    one.id() == null
                        ? one.reported()
                        : one.ended(byStream.get(Streams.application(one.id()))))
                .toList());
    return new KeyedRequests.Outcome(last(appends, byStream), report);
  }

  /** They are written in the order of their streams. */
  private static @Nullable UUID last(List<Append> appends, Map<StreamId, Outcome> ended) {
    return appends.stream()
        .filter(append -> ended.get(append.stream()) == Outcome.WRITTEN)
        .max(Comparator.comparing(append -> append.stream().toString()))
        .map(append -> append.events().getLast().id())
        .orElse(null);
  }
}

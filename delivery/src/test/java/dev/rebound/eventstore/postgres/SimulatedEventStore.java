package dev.rebound.eventstore.postgres;

import dev.rebound.delivery.simulation.Database;
import dev.rebound.delivery.simulation.Database.Reply;
import dev.rebound.delivery.simulation.Database.Write;
import dev.rebound.delivery.simulation.Fault;
import dev.rebound.delivery.simulation.Process;
import dev.rebound.eventstore.EventStore;
import dev.rebound.eventstore.EventStore.Append;
import dev.rebound.eventstore.EventStore.IdempotencyKey;
import dev.rebound.eventstore.EventStore.NewEvent;
import dev.rebound.eventstore.EventStore.RecordedAnswer;
import dev.rebound.eventstore.EventStore.StreamSlice;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.AppendStatement.PendingAppend;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A store on the model of PostgreSQL, behind the {@link GroupCommit} of the real one. */
public final class SimulatedEventStore implements EventStore {

  private static final int LANES = 2;
  private static final int CAPACITY = 100;

  private final Database database;
  private final Process process;
  private final Fault fault;
  private final GroupCommit commits;
  private int unjust;

  /** The store as one process has it. */
  public SimulatedEventStore(Database database, Process process, Fault fault) {
    this.database = database;
    this.process = process;
    this.fault = fault;
    this.commits = new GroupCommit(process, this::write, LANES, CAPACITY);
  }

  /** How often it told a writer of a conflict where there was none. */
  public int unjust() {
    return unjust;
  }

  @Override
  public Uni<StreamSlice> read(StreamId stream) {
    return this.<List<SealedEvent>>asked(reply -> database.read(process, stream, reply))
        .map(rows -> new StreamSlice(stream, rows.stream().map(database::said).toList()));
  }

  @Override
  public Uni<Optional<RecordedAnswer>> recordedAnswer(IdempotencyKey key) {
    return this.<List<RecordedAnswer>>asked(reply -> database.answer(process, key, reply))
        .map(found -> found.stream().findFirst());
  }

  @Override
  public Uni<StreamSlice> append(Append append) {
    List<StoredEvent> events = new ArrayList<>();
    List<SealedEvent> rows = new ArrayList<>();
    int version = append.expectedVersion();
    for (NewEvent fresh : append.events()) {
      StoredEvent stored =
          new StoredEvent(fresh.id(), append.stream(), ++version, append.metadata(), fresh.event());
      database.say(stored);
      events.add(stored);
      rows.add(row(stored));
    }
    boolean existed = database.has(append.stream(), append.expectedVersion(), append.predecessor());
    return commits
        .submit(PendingAppend.of(append, rows, sealed(append.answer())))
        .map(written -> new StreamSlice(append.stream(), events))
        .onFailure(SimulatedEventStore::isConflict)
        .recoverWithUni(() -> conflict(append, existed));
  }

  /** As the real store does: which of the two keys was taken is asked for. */
  private Uni<StreamSlice> conflict(Append append, boolean existed) {
    RecordedAnswer answer = append.answer();
    if (answer == null) {
      return Uni.createFrom().failure(() -> stale(append, existed));
    }
    return recordedAnswer(answer.key())
        .onItem()
        .transformToUni(former ->
            Uni.createFrom()
                .failure(() -> former.isPresent() ? new KeyTaken() : stale(append, existed)));
  }

  private VersionConflict stale(Append append, boolean existed) {
    if (existed && database.version(append.stream()) == append.expectedVersion()) {
      unjust++;
    }
    return new VersionConflict(append.stream(), append.expectedVersion());
  }

  private static boolean isConflict(Throwable failure) {
    return failure instanceof VersionConflict || failure instanceof PgException;
  }

  private Uni<Boolean> write(List<PendingAppend> appends) {
    List<Write> writes = appends.stream().map(SimulatedEventStore::asWrite).toList();
    Uni<Boolean> written = asked(reply -> database.append(process, writes, reply));
    if (fault != Fault.BATCH_REFUSED_AS_ONE) {
      return written;
    }
    PendingAppend first = appends.getFirst();
    VersionConflict refusal = new VersionConflict(first.stream(), first.expectedVersion());
    return written
        .onFailure(PgException.class)
        .transform(unique -> refusal)
        .onItem()
        .transformToUni(
            held -> held ? Uni.createFrom().item(true) : Uni.createFrom().failure(refusal));
  }

  private static Write asWrite(PendingAppend append) {
    SealedAnswer answer = append.answer();
    return new Write(
        append.stream(),
        append.expectedVersion(),
        append.predecessor(),
        append.events(),
        answer == null
            ? null
            : new RecordedAnswer(
                new IdempotencyKey(
                    answer.caller(), new String(answer.keyHash(), StandardCharsets.UTF_8)),
                answer.requestHash(),
                answer.answer()));
  }

  /** Neither hashed nor sealed: that is not what a run is about. */
  private static @Nullable SealedAnswer sealed(@Nullable RecordedAnswer answer) {
    return answer == null
        ? null
        : new SealedAnswer(
            answer.key().caller(),
            answer.key().key().getBytes(StandardCharsets.UTF_8),
            answer.requestHash(),
            answer.answer());
  }

  private static SealedEvent row(StoredEvent event) {
    return new SealedEvent(
        event.id(),
        event.stream(),
        event.version(),
        "simulated",
        event.event().candidateId(),
        event.metadata(),
        new byte[0]);
  }

  private <T> Uni<T> asked(Consumer<Reply<T>> question) {
    return Uni.createFrom()
        .emitter(emitter ->
            question.accept(
                new Reply<T>() {
                  @Override
                  public void done(T result) {
                    emitter.complete(result);
                  }

                  @Override
                  public void failed(Throwable failure) {
                    emitter.fail(failure);
                  }
                }));
  }
}

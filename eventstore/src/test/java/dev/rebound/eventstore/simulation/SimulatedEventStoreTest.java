package dev.rebound.eventstore.simulation;

import dev.rebound.eventstore.Append;
import dev.rebound.eventstore.EventStore;
import dev.rebound.eventstore.EventStoreConformance;
import dev.rebound.eventstore.IdempotencyKey;
import dev.rebound.eventstore.RecordedAnswer;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.StreamSlice;
import dev.rebound.eventstore.postgres.SimulatedEventStore;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;

/** The model of PostgreSQL keeps the promises that the real one keeps. */
class SimulatedEventStoreTest extends EventStoreConformance {

  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Scheduler scheduler = new Scheduler(1, false);
  private final EventStore store = new Driven();

  @Override
  protected EventStore store() {
    return store;
  }

  @AfterEach
  void close() {
    thread.shutdownNow();
  }

  /** Everything happens on one thread, which works the scheduler off between questions. */
  private final class Driven implements EventStore {

    private final EventStore model;

    Driven() {
      scheduler.calm();
      model =
          new SimulatedEventStore(
              new Database(scheduler, Fault.NONE), new Process(scheduler, "test"), Fault.NONE);
    }

    @Override
    public Uni<StreamSlice> read(StreamId stream) {
      return driven(() -> model.read(stream));
    }

    @Override
    public Uni<StreamSlice> append(Append append) {
      return driven(() -> model.append(append));
    }

    @Override
    public Uni<Optional<RecordedAnswer>> recordedAnswer(IdempotencyKey key) {
      return driven(() -> model.recordedAnswer(key));
    }

    private <T> Uni<T> driven(Supplier<Uni<T>> question) {
      return Uni.createFrom()
          .emitter(emitter -> {
            thread.execute(() -> question.get().subscribe().with(emitter::complete, emitter::fail));
            thread.execute(this::work);
          });
    }

    /** One step at a time, so that questions asked meanwhile come in between. */
    private void work() {
      if (scheduler.step() && !thread.isShutdown()) {
        thread.execute(this::work);
      }
    }
  }
}

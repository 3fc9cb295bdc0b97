package dev.rebound.delivery.tracing;

import dev.rebound.delivery.tracing.Tracing.Kind;
import dev.rebound.delivery.tracing.Tracing.Step;
import dev.rebound.eventstore.EventStore;
import dev.rebound.eventstore.StreamId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A store whose appends are steps of their traces, and which tells somebody of what was written.
 *
 * <p>An event carries the append's step and not the request's, so that whatever becomes of it is
 * seen beneath its own append.
 */
public final class TracedEventStore implements EventStore {

  private final EventStore store;
  private final Tracing tracing;
  private final Consumer<List<NewEvent>> written;

  /**
   * The same store, observed.
   *
   * @param written told once of events that are durable now; must be quick
   */
  public TracedEventStore(EventStore store, Tracing tracing, Consumer<List<NewEvent>> written) {
    this.store = store;
    this.tracing = tracing;
    this.written = written;
  }

  @Override
  public Uni<StreamSlice> read(StreamId stream) {
    return store.read(stream);
  }

  @Override
  public Uni<StreamSlice> append(Append append) {
    if (append.metadata().trace() == null) {
      return store.append(append).invoke(done -> written.accept(append.events()));
    }
    return Uni.createFrom()
        .deferred(() -> {
          Step step = begin(append, append.events().size());
          return ending(step, store.append(append.within(step.trace())))
              .invoke(done -> written.accept(append.events()));
        });
  }

  @Override
  public Uni<List<Outcome>> appendEach(List<Append> appends) {
    return Uni.createFrom()
        .deferred(() -> {
          // All of them come of one request.
          Step step = appends.isEmpty() ? Step.NONE : begin(appends.getFirst(), appends.size());
          List<Append> within =
              appends.stream().map(append -> append.within(step.trace())).toList();
          return ending(step, store.appendEach(within)).invoke(outcomes -> tell(appends, outcomes));
        });
  }

  private void tell(List<Append> appends, List<Outcome> outcomes) {
    for (int i = 0; i < appends.size(); i++) {
      if (outcomes.get(i) == Outcome.WRITTEN) {
        written.accept(appends.get(i).events());
      }
    }
  }

  @Override
  public Uni<Optional<RecordedAnswer>> recordedAnswer(IdempotencyKey key) {
    return store.recordedAnswer(key);
  }

  private Step begin(Append append, int events) {
    return tracing.begin(
        Kind.APPEND, append.stream().category(), events, append.metadata().trace());
  }

  private static <T> Uni<T> ending(Step step, Uni<T> work) {
    return work.onTermination().invoke((done, failure, left) -> step.end(failure));
  }
}

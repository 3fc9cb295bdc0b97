package dev.rebound.eventstore;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps events in memory, for tests of write models and as the other half of the conformance suite.
 */
public final class InMemoryEventStore implements EventStore {

  private final Map<StreamId, List<StoredEvent>> streams = new HashMap<>();
  private final Map<IdempotencyKey, RecordedAnswer> answers = new HashMap<>();

  @Override
  public Uni<StreamSlice> read(StreamId stream) {
    return Uni.createFrom().item(() -> slice(stream));
  }

  @Override
  public Uni<StreamSlice> append(Append append) {
    return Uni.createFrom().item(() -> store(append));
  }

  @Override
  public Uni<Optional<RecordedAnswer>> recordedAnswer(IdempotencyKey key) {
    return Uni.createFrom().item(() -> answer(key));
  }

  private synchronized StreamSlice slice(StreamId stream) {
    return new StreamSlice(stream, streams.getOrDefault(stream, List.of()));
  }

  private synchronized Optional<RecordedAnswer> answer(IdempotencyKey key) {
    return Optional.ofNullable(answers.get(key));
  }

  private synchronized StreamSlice store(Append append) {
    StreamSlice now = slice(append.stream());
    int version = now.version();
    RecordedAnswer answer = append.answer();
    if (answer != null && answers.containsKey(answer.key())) {
      throw new KeyTaken();
    }
    boolean another =
        append.predecessor() != null && !append.predecessor().equals(now.lastEventId());
    if (version != append.expectedVersion() || another) {
      throw new VersionConflict(append.stream(), append.expectedVersion());
    }
    List<StoredEvent> stored = new ArrayList<>();
    for (NewEvent fresh : append.events()) {
      stored.add(
          new StoredEvent(
              fresh.id(), append.stream(), ++version, append.metadata(), fresh.event()));
    }
    streams.computeIfAbsent(append.stream(), none -> new ArrayList<>()).addAll(stored);
    if (answer != null) {
      answers.put(answer.key(), answer);
    }
    return new StreamSlice(append.stream(), stored);
  }
}

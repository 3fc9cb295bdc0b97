package dev.rebound.eventstore.simulation;

import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.Cursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The rows of one handler: its bookkeeping, and what it made of the events. */
public final class Progress {

  private final Map<Integer, Cursor> watermarks = new HashMap<>();
  private final Map<StreamId, Integer> versions = new HashMap<>();
  private final Map<UUID, List<UUID>> effects = new HashMap<>();

  /** How far it is in each partition. */
  public Map<Integer, Cursor> watermarks() {
    return watermarks;
  }

  /** How far it is in a partition. */
  public Cursor watermark(int partition) {
    return watermarks.getOrDefault(partition, Cursor.START);
  }

  /** The version up to which it has each stream. */
  public Map<StreamId, Integer> versions() {
    return versions;
  }

  /** The ids of each candidate's events in the order in which it was given them. */
  public Map<UUID, List<UUID>> effects() {
    return effects;
  }

  /** Notes that it was given an event. */
  public void effect(StoredEvent event) {
    effects.computeIfAbsent(event.event().candidateId(), none -> new ArrayList<>()).add(event.id());
  }

  /** Moves forward, never back. */
  public void record(Map<Integer, Cursor> marks, Map<StreamId, Integer> reached) {
    marks.forEach((partition, mark) ->
        watermarks.merge(partition, mark, (had, now) -> now.isAfter(had) ? now : had));
    reached.forEach((stream, version) -> versions.merge(stream, version, Math::max));
  }
}

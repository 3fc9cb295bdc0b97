package dev.rebound.eventstore.postgres;

import dev.rebound.events.EventType;
import dev.rebound.eventstore.EventStore.Append;
import dev.rebound.eventstore.EventStore.NewEvent;
import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.EventLog.Cursor;
import java.util.UUID;

/**
 * An event as it is stored and published, its personal words sealed.
 *
 * @param type the wire name
 * @param data the JSON, byte for byte as it is published
 */
public record SealedEvent(
    UUID id,
    StreamId stream,
    int version,
    String type,
    UUID candidate,
    Metadata metadata,
    byte[] data) {

  /** An event of an append, as these bytes. */
  static SealedEvent of(Append append, NewEvent fresh, int version, byte[] data) {
    return new SealedEvent(
        fresh.id(),
        append.stream(),
        version,
        EventType.of(fresh.event()).wireName(),
        fresh.event().candidateId(),
        append.metadata(),
        data);
  }

  /** What the event's boxes are bound to, so that none opens in another event. */
  public String place() {
    return place(stream, version, id);
  }

  static String place(StreamId stream, int version, UUID id) {
    return stream + "/" + version + "/" + id;
  }

  /** An event and its place in the event table. */
  public record Committed(Cursor at, SealedEvent event) {}
}

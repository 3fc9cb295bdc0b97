package dev.rebound.benchmarks.peers;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.analysis.FeedbackReader;
import dev.rebound.events.EventJson;
import dev.rebound.events.EventType;
import dev.rebound.events.ReboundEvent;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.postgres.SealedEvent;
import dev.rebound.insights.contexts.Facts;
import dev.rebound.insights.contexts.Folding;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The fold of insights-service over rows that somebody else keeps, as JSON. */
final class FactsFold {

  private final Folding folding = new Folding(FeedbackReader.standard());
  private final JsonMapper json = EventJson.mapper();

  /** Where the rows are: a store of Kafka Streams, or what stands for it. */
  interface Rows {

    /** The row, or null where there is none. */
    byte @Nullable [] get(UUID row);

    /** Replaces the row. */
    void put(UUID row, byte[] facts);

    /** Those of a store. */
    static Rows of(KeyValueStore<UUID, byte[]> store) {
      return new Rows() {
        @Override
        public byte @Nullable [] get(UUID row) {
          return store.get(row);
        }

        @Override
        public void put(UUID row, byte[] facts) {
          store.put(row, facts);
        }
      };
    }
  }

  /** Takes an event into its row, where it has one. */
  void take(SealedEvent sealed, Rows rows) throws IOException {
    if (!(EventType.parse(sealed.type())
        instanceof EventType.WireName.Known(EventType type, int version))) {
      return;
    }
    ReboundEvent event = EventJson.read(type, version, (ObjectNode) json.readTree(sealed.data()));
    Optional<UUID> row = Folding.row(event);
    if (row.isEmpty()) {
      return;
    }
    byte @Nullable [] before = rows.get(row.get());
    Facts facts =
        folding.evolve(
            before == null ? null : json.readValue(before, Facts.class),
            new StoredEvent(
                sealed.id(), sealed.stream(), sealed.version(), sealed.metadata(), event));
    rows.put(row.get(), json.writerFor(Facts.class).writeValueAsBytes(facts));
  }
}

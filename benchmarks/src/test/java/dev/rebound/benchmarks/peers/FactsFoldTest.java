package dev.rebound.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.events.EventJson;
import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.SealedEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** With the classes that the peer has when it runs: it may miss some that the services have. */
class FactsFoldTest {

  private static final UUID APPLICATION = UUID.randomUUID();
  private static final UUID CANDIDATE = UUID.randomUUID();

  private final FactsFold fold = new FactsFold();
  private final Map<UUID, byte[]> kept = new HashMap<>();

  private final FactsFold.Rows rows =
      new FactsFold.Rows() {
        @Override
        public byte @Nullable [] get(UUID row) {
          return kept.get(row);
        }

        @Override
        public void put(UUID row, byte[] facts) {
          kept.put(row, facts);
        }
      };

  @Test
  void anEventGoesOnFromTheRowThatTheOneBeforeLeft() throws IOException {
    fold.take(
        event(
            1,
            "ApplicationSubmitted",
            ",\"posting\":{\"title\":\"Ward manager\",\"company\":\"Lakeside\"},"
                + "\"appliedOn\":\"2026-10-01\""),
        rows);
    fold.take(
        event(2, "StageReached", ",\"stage\":\"PANEL_INTERVIEW\",\"reachedOn\":\"2026-10-05\""),
        rows);

    JsonNode row = EventJson.mapper().readTree(kept.get(APPLICATION));
    assertThat(row.toString()).contains("Ward manager", "PANEL_INTERVIEW");
  }

  @Test
  void anEventThatIsNotKnownLeavesNoRow() throws IOException {
    fold.take(event(1, "SomethingElse", ""), rows);

    assertThat(kept).isEmpty();
  }

  private static SealedEvent event(int version, String type, String more) {
    String data =
        "{\"applicationId\":\"%s\",\"candidateId\":\"%s\"%s}"
            .formatted(APPLICATION, CANDIDATE, more);
    return new SealedEvent(
        UUID.randomUUID(),
        new StreamId("application", APPLICATION),
        version,
        "rebound." + type + ".v1",
        CANDIDATE,
        new Metadata(Instant.EPOCH, UUID.randomUUID(), null, null),
        data.getBytes(StandardCharsets.UTF_8));
  }
}

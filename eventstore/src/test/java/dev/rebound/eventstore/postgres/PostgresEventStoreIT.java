package dev.rebound.eventstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.eventstore.EventStore;
import dev.rebound.eventstore.EventStore.Append;
import dev.rebound.eventstore.EventStore.IdempotencyKey;
import dev.rebound.eventstore.EventStore.Outcome;
import dev.rebound.eventstore.EventStore.RecordedAnswer;
import dev.rebound.eventstore.EventStoreConformance;
import dev.rebound.eventstore.Samples;
import dev.rebound.eventstore.Servers;
import dev.rebound.sealing.AesSealing;
import dev.rebound.sealing.Databases;
import dev.rebound.sealing.InMemoryKeyRing;
import dev.rebound.sealing.PostgresKeyRing;
import dev.rebound.sealing.WrappingKey;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PostgresEventStoreIT extends EventStoreConformance {

  private static final WrappingKey KEY = InMemoryKeyRing.WRAPPING_KEY;
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final PostgresKeyRing KEYS = new PostgresKeyRing(Databases.keys(), KEY);
  private static final PostgresEventStore STORE =
      new PostgresEventStore(
          Databases.vertx(), Servers.eventStore(), new AesSealing(KEYS, KEY), new Bell());

  @Override
  protected EventStore store() {
    return STORE;
  }

  @Test
  void who_is_erased_keeps_no_other_out_of_a_batch() {
    UUID erased = UUID.randomUUID();
    KEYS.erase(erased).await().atMost(LIMIT);
    Append theirs = Samples.append(Samples.stream(), 0, erased, null);
    Append others = Samples.append(Samples.stream(), 0);

    assertThat(STORE.appendEach(List.of(theirs, others)).await().atMost(LIMIT))
        .containsExactly(Outcome.ERASED, Outcome.WRITTEN);

    assertThat(STORE.read(theirs.stream()).await().atMost(LIMIT).events()).isEmpty();
  }

  @Test
  void the_first_answer_under_a_key_is_kept() {
    IdempotencyKey key = new IdempotencyKey(UUID.randomUUID(), "sixteen characters");
    STORE.keep(new RecordedAnswer(key, new byte[] {1}, new byte[] {2})).await().atMost(LIMIT);
    STORE.keep(new RecordedAnswer(key, new byte[] {3}, new byte[] {4})).await().atMost(LIMIT);

    RecordedAnswer kept = STORE.recordedAnswer(key).await().atMost(LIMIT).orElseThrow();

    assertThat(kept.requestHash()).containsExactly(1);
    assertThat(kept.answer()).containsExactly(2);
  }
}

package dev.rebound.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;

class PostgresKeyRingIT {

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final WrappingKey KEY = InMemoryKeyRing.WRAPPING_KEY;

  private final Pool pool = Databases.keys();
  private final UUID subject = UUID.randomUUID();

  @Test
  void many_processes_that_need_a_key_at_once_get_the_same() {
    List<Uni<Map<UUID, SecretKey>>> asked =
        IntStream.range(0, 16).mapToObj(i -> ring().forSealing(Set.of(subject))).toList();

    List<Map<UUID, SecretKey>> keys = await(Uni.join().all(asked).andFailFast());

    assertThat(Set.copyOf(keys)).hasSize(1);
  }

  @Test
  void keys_are_stored_wrapped() {
    SecretKey key = await(ring().forSealing(Set.of(subject))).values().iterator().next();

    byte[] stored =
        await(pool.query("select wrapped from subject_key").execute())
            .iterator()
            .next()
            .getBuffer("wrapped")
            .getBytes();

    assertThat(stored).isNotEqualTo(key.getEncoded()).hasSize(12 + 32 + 16);
  }

  @Test
  void an_erased_key_is_gone_for_good() {
    KeyRing ring = ring();
    await(ring.forSealing(Set.of(subject)));

    await(ring.erase(subject));

    assertThat(await(ring.forOpening(Set.of(subject)))).isEmpty();
    assertThat(await(ring.forSealing(Set.of(subject)))).isEmpty();
    assertThat(await(ring().forSealing(Set.of(subject)))).isEmpty();
  }

  @Test
  void new_known_and_erased_subjects_come_in_one_batch() {
    UUID known = UUID.randomUUID();
    UUID erased = UUID.randomUUID();
    SecretKey key = await(ring().forSealing(Set.of(known))).get(known);
    await(ring().erase(erased));

    Map<UUID, SecretKey> batch = await(ring().forSealing(Set.of(subject, known, erased)));

    assertThat(batch).containsOnlyKeys(subject, known).containsEntry(known, key);
    assertThat(await(ring().forOpening(Set.of(subject))))
        .containsEntry(subject, batch.get(subject));
  }

  @Test
  void who_never_had_a_key_can_be_erased() {
    KeyRing ring = ring();

    await(ring.erase(subject));

    assertThat(await(ring.forSealing(Set.of(subject)))).isEmpty();
  }

  private KeyRing ring() {
    return new PostgresKeyRing(pool, KEY);
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(LIMIT);
  }
}

package dev.rebound.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.ApplicationEvent;
import dev.rebound.eventstore.Decider.Decision;
import dev.rebound.eventstore.EventStore.Append;
import dev.rebound.eventstore.EventStore.IdempotencyKey;
import dev.rebound.eventstore.EventStore.RecordedAnswer;
import dev.rebound.eventstore.EventStore.StreamSlice;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What a key of idempotency costs and gives: nothing while it is new, the first answer ever after.
 */
class CommandKeysTest {

  private static final byte[] REQUEST = {1};
  private static final byte[] OTHER_REQUEST = {2};

  private final Counting store = new Counting(new InMemoryEventStore());
  private final CommandHandler<Integer, Integer, ApplicationEvent, String> handler =
      new CommandHandler<>(new UpTo(), ApplicationEvent.class, store);
  private final StreamId stream = Samples.stream();

  @Test
  void whatIsNewCostsNoLookUp() {
    handle(stream, 1, null, "a-new-key", REQUEST);

    assertThat(store.lookUps).hasValue(0);
  }

  @Test
  void aRepeatThatWouldBeAcceptedAgainGetsTheFirstAnswer() {
    handle(stream, 5, null, "key", REQUEST);

    assertThat(handle(Samples.stream(), 5, null, "key", REQUEST)).isEqualTo("replayed version 1");
    assertThat(handle(stream, 5, null, "key", REQUEST)).isEqualTo("replayed version 1");
    assertThat(versionOf(stream)).isEqualTo(1);
  }

  @Test
  void aRepeatThatWouldBeRefusedNowGetsTheFirstAnswer() {
    handle(stream, 1, null, "key", REQUEST);

    assertThat(handle(stream, 1, null, "key", REQUEST)).isEqualTo("replayed version 1");
    assertThat(handle(stream, 1, null, "other-key", REQUEST)).isEqualTo("refused full");
  }

  @Test
  void aRepeatThatNamesTheVersionOfThenGetsTheFirstAnswer() {
    handle(stream, 5, 0, "key", REQUEST);

    assertThat(handle(stream, 5, 0, "key", REQUEST)).isEqualTo("replayed version 1");
    assertThat(handle(stream, 5, 0, "other-key", REQUEST)).isEqualTo("stale");
  }

  @Test
  void aKeyIsGoodForOneRequest() {
    handle(stream, 1, null, "key", REQUEST);

    assertThat(handle(stream, 5, null, "key", OTHER_REQUEST)).isEqualTo("key reused");
    assertThat(handle(stream, 1, null, "key", OTHER_REQUEST)).isEqualTo("key reused");
    assertThat(versionOf(stream)).isEqualTo(1);
  }

  private int versionOf(StreamId id) {
    return store.read(id).await().indefinitely().version();
  }

  private String handle(
      StreamId on, int most, @Nullable Integer expected, String key, byte[] request) {
    Command.Protection<Integer> protection =
        new Command.Protection<>(
            new IdempotencyKey(new UUID(1, 1), key),
            request,
            done -> ("version " + done.version()).getBytes(StandardCharsets.UTF_8));
    Metadata metadata = new Metadata(Instant.EPOCH, new UUID(2, 2), null, null);
    return switch (handler
        .handle(new Command<>(on, most, metadata, expected, protection))
        .await()
        .indefinitely()) {
      case Handled.Done<Integer, String> done -> "done " + done.version();
      case Handled.Refused<Integer, String>(String reason) -> "refused " + reason;
      case Handled.Stale<Integer, String> _ -> "stale";
      case Handled.Replayed<Integer, String>(byte[] answer) ->
          "replayed " + new String(answer, StandardCharsets.UTF_8);
      case Handled.KeyReused<Integer, String> _ -> "key reused";
      case Handled.StillRunning<Integer, String> _ -> "still running";
    };
  }

  /** Accepts as many events in a stream as the command names. */
  private static final class UpTo implements Decider<Integer, Integer, ApplicationEvent, String> {

    @Override
    public Integer initial() {
      return 0;
    }

    @Override
    public Decision<ApplicationEvent, String> decide(Integer most, Integer count) {
      return count < most
          ? Decision.accept(Samples.stage(new UUID(3, 3), "note"))
          : Decision.refuse("full");
    }

    @Override
    public Integer evolve(Integer count, ApplicationEvent event) {
      return count + 1;
    }
  }

  /** Counts how often a key is looked up. */
  private static final class Counting implements EventStore {
    private final EventStore store;
    private final AtomicInteger lookUps = new AtomicInteger();

    Counting(EventStore store) {
      this.store = store;
    }

    @Override
    public Uni<StreamSlice> read(StreamId stream) {
      return store.read(stream);
    }

    @Override
    public Uni<StreamSlice> append(Append append) {
      return store.append(append);
    }

    @Override
    public Uni<Optional<RecordedAnswer>> recordedAnswer(IdempotencyKey key) {
      lookUps.incrementAndGet();
      return store.recordedAnswer(key);
    }
  }
}

package dev.rebound.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.delivery.Delivered.Bad;
import dev.rebound.delivery.Delivered.Reason;
import dev.rebound.delivery.ParkedStreams.Parked;
import dev.rebound.delivery.Reaction.Surroundings;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.EventStore;
import dev.rebound.eventstore.EventStore.Append;
import dev.rebound.eventstore.Samples;
import dev.rebound.eventstore.Servers;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.Bell;
import dev.rebound.eventstore.postgres.EventCodec;
import dev.rebound.eventstore.postgres.PostgresEventStore;
import dev.rebound.eventstore.relay.Relay;
import dev.rebound.eventstore.relay.Topics;
import dev.rebound.sealing.AesSealing;
import dev.rebound.sealing.Databases;
import dev.rebound.sealing.InMemoryKeyRing;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A handler fails on an event, is mended, and gets all that was held back: in order, once. */
class ReleaseIT {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Topic OWN = Topic.APPLICATIONS;

  /** No other test of this JVM writes there. */
  private static final Topic OTHERS = Topic.INSIGHTS;

  private final Pool pool = Servers.eventStore();
  private final AesSealing sealing = InMemoryKeyRing.sealing();
  private final Bell bell = new Bell();
  private final EventCodec codec = new EventCodec(sealing);
  private final EventStore store = new PostgresEventStore(Databases.vertx(), pool, sealing, bell);
  private final List<Bad> letters = Collections.synchronizedList(new ArrayList<>());
  private final List<StoredEvent> reacted = Collections.synchronizedList(new ArrayList<>());
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final StreamId spoiled = Samples.stream();
  private volatile @Nullable UUID poison;

  @BeforeEach
  void makeTable() {
    pool.query(Tally.DDL).executeAndAwait();
  }

  @AfterEach
  void stop() throws Exception {
    while (!running.isEmpty()) {
      running.pop().close();
    }
  }

  @Test
  void a_projection_gets_what_was_held_back_while_more_comes_in() throws Exception {
    Tally tally = tally(OWN);
    ParkedStreams parked = start(() -> projection(tally), tally.name());
    spoilAt(2, 5);
    until("parked", () -> streams(parked).size() == 1);
    assertThat(Tally.of(pool, spoiled.id())).isEqualTo(stored(1));

    poison = null;
    int[] version = {5};
    assertThat(await(parked.askForRelease(tally.name(), null, false))).isEqualTo(1);
    until(
        "released under load",
        () -> {
          append(spoiled, version[0]++);
          return streams(parked).isEmpty();
        });
    append(spoiled, version[0]++);

    until("all there", () -> Tally.of(pool, spoiled.id()).size() >= version[0]);
    assertThat(Tally.of(pool, spoiled.id())).isEqualTo(stored(version[0]));
    assertThat(letters).extracting(Bad::reason).startsWith(Reason.HANDLER_FAILED);
  }

  @Test
  void a_reaction_gets_what_was_held_back_while_more_comes_in() throws Exception {
    Reaction reaction =
        new Reacting(
            OWN,
            event ->
                event.id().equals(poison)
                    ? Uni.createFrom().failure(new IllegalStateException("a mistake"))
                    : Uni.createFrom().voidItem().invoke(() -> reacted.add(event)));
    ParkedStreams parked = start(() -> reaction(reaction), reaction.name());
    spoilAt(2, 5);
    until("parked", () -> streams(parked).size() == 1);

    poison = null;
    int[] version = {5};
    assertThat(await(parked.askForRelease(reaction.name(), List.of(spoiled.toString()), false)))
        .isEqualTo(1);
    until(
        "released under load",
        () -> {
          append(spoiled, version[0]++);
          return streams(parked).isEmpty();
        });
    append(spoiled, version[0]++);

    until("all there", () -> reactedTo(spoiled).size() >= version[0]);
    assertThat(reactedTo(spoiled)).isEqualTo(stored(version[0]));
  }

  /**
   * A reaction asks where it stands before it reacts, and notes where it stands afterwards. A
   * release that ends between the two must not lose what was held back by the first.
   */
  @Test
  void what_is_held_back_while_a_release_ends_comes_as_well() throws Exception {
    StreamId slow = Samples.stream();
    CompletableFuture<Void> begun = new CompletableFuture<>();
    CompletableFuture<Void> goOn = new CompletableFuture<>();
    Reaction reaction =
        new Reacting(
            OWN,
            event -> {
              if (event.id().equals(poison)) {
                return Uni.createFrom().failure(new IllegalStateException("a mistake"));
              }
              reacted.add(event);
              begun.complete(null);
              return event.stream().equals(slow)
                  ? Uni.createFrom().completionStage(goOn)
                  : Uni.createFrom().voidItem();
            });
    ParkedStreams parked = release(Map.of(), () -> reaction(reaction), reaction.name());
    spoilAt(1, 1);
    try (OwnFeed _ = feed(reaction(reaction))) {
      until("parked", () -> streams(parked).size() == 1);
    }
    append(spoiled, 1);
    append(slow, 0);
    running.push(feed(reaction(reaction)));
    until("held back, not yet noted", begun::isDone);

    poison = null;
    await(parked.askForRelease(reaction.name(), null, false));
    until("released", () -> streams(parked).isEmpty());
    assertThat(reactedTo(spoiled)).isEqualTo(stored(1));
    goOn.complete(null);

    until("all there", () -> reactedTo(spoiled).size() >= 2);
    until("released again", () -> streams(parked).isEmpty());
    assertThat(reactedTo(spoiled)).isEqualTo(stored(2));
  }

  @Test
  void what_fails_again_is_parked_again_behind_what_worked() throws Exception {
    Tally tally = tally(OWN);
    ParkedStreams parked = start(() -> projection(tally), tally.name());
    List<UUID> events = spoilAt(2, 5);
    until("parked", () -> streams(parked).size() == 1);

    poison = events.get(3);
    Instant before = streams(parked).getFirst().since();
    await(parked.askForRelease(tally.name(), null, false));
    until("parked again", () -> streams(parked).getFirst().since().isAfter(before));

    assertThat(Tally.of(pool, spoiled.id())).isEqualTo(stored(3));
    Parked again = streams(parked).getFirst();
    assertThat(again.reason()).isEqualTo("HANDLER_FAILED");
    assertThat(again.releaseAskedAt()).isNull();
    poison = null;
    await(parked.askForRelease(tally.name(), null, false));
    until("released", () -> streams(parked).isEmpty());
    assertThat(Tally.of(pool, spoiled.id())).isEqualTo(stored(5));
  }

  @Test
  void only_what_is_asked_for_is_released() throws Exception {
    Tally tally = tally(OWN);
    ParkedStreams parked = start(() -> projection(tally), tally.name());
    spoilAt(1, 2);
    until("parked", () -> streams(parked).size() == 1);
    poison = null;

    assertThat(await(parked.askForRelease("another", null, false))).isZero();
    assertThat(
            await(parked.askForRelease(tally.name(), List.of(Samples.stream().toString()), false)))
        .isZero();
    assertThat(await(parked.count())).isEqualTo(Map.of(tally.name(), 1L));
  }

  @Test
  void what_came_from_another_service_is_read_again_from_its_topic() throws Exception {
    History.clear(OTHERS);
    Tally tally = tally(OTHERS);
    Map<String, Object> kafka = History.kafka();
    Relay relay = new Relay(OTHERS, pool, bell, new Topics(kafka, History.PARTITIONS, 1));
    running.push(relay);
    relay.start();
    KafkaConsumer<byte[], byte[]> topic = History.consumer(OTHERS);
    running.push(topic);
    TopicConsumer consumer = new TopicConsumer(OTHERS, pool, codec, List.of(projection(tally)));
    running.push(consumer);
    ParkedStreams parked = release(kafka, () -> projection(tally), tally.name());
    StreamId other = Samples.stream();
    append(other, 0);
    spoilAt(2, 5);
    BooleanSupplier isParked =
        () -> {
          await(consumer.accept(topic.poll(Duration.ofMillis(50))));
          return letters.size() == 4;
        };
    until("parked", isParked);

    poison = null;
    await(parked.askForRelease(tally.name(), null, false));
    int[] version = {5};
    until(
        "released under load",
        () -> {
          append(spoiled, version[0]);
          version[0]++;
          await(consumer.accept(topic.poll(Duration.ofMillis(50))));
          return streams(parked).isEmpty();
        });

    until(
        "all there",
        () -> {
          await(consumer.accept(topic.poll(Duration.ofMillis(50))));
          return Tally.of(pool, spoiled.id()).size() >= version[0];
        });
    assertThat(Tally.of(pool, spoiled.id())).isEqualTo(stored(version[0]));
    assertThat(Tally.of(pool, other.id())).hasSize(1);
  }

  /** Appends so many events to the stream, one of which the handler fails on. */
  private List<UUID> spoilAt(int place, int count) {
    List<Append> appends =
        IntStream.range(0, count).mapToObj(version -> Samples.append(spoiled, version)).toList();
    poison = appends.get(place - 1).events().getFirst().id();
    appends.forEach(append -> await(store.append(append)));
    return appends.stream().map(append -> append.events().getFirst().id()).toList();
  }

  private void append(StreamId stream, int version) {
    await(store.append(Samples.append(stream, version)));
  }

  private Tally tally(Topic topic) {
    Tally tally = new Tally(topic);
    tally.afterwards(batch -> {
      if (batch.stream().map(StoredEvent::id).anyMatch(id -> id.equals(poison))) {
        throw new IllegalStateException("a mistake in the projection");
      }
    });
    return tally;
  }

  private ParkedStreams start(Supplier<Delivery> delivery, String handler) {
    running.push(feed(delivery.get()));
    return release(Map.of(), delivery, handler);
  }

  private OwnFeed feed(Delivery delivery) {
    OwnFeed feed = new OwnFeed(OWN, pool, bell, codec);
    feed.start(List.of(delivery));
    return feed;
  }

  private ParkedStreams release(
      Map<String, Object> kafka, Supplier<Delivery> delivery, String handler) {
    Release release = new Release(OWN, pool, codec, kafka, this::keep, List.of(delivery.get()));
    running.push(release);
    release.start();
    return new ParkedStreams(pool, List.of(handler));
  }

  private Delivery projection(Tally tally) {
    return new ProjectionDelivery(
        tally,
        new Delivery.Tools(
            pool,
            this::keep,
            new AppliedEvents(pool, OWN, List.of(tally), List.of(), () -> false)));
  }

  private Delivery reaction(Reaction reaction) {
    return new ReactionDelivery(
        reaction,
        new Delivery.Tools(
            pool,
            this::keep,
            new AppliedEvents(pool, OWN, List.of(), List.of(reaction), () -> false)),
        Surroundings.none());
  }

  private Uni<Void> keep(String handler, Delivery.Source source, List<Bad> bad) {
    return Uni.createFrom().voidItem().invoke(() -> letters.addAll(bad));
  }

  private static List<Parked> streams(ParkedStreams parked) {
    return await(parked.list(null, Map.entry("", ""), 10));
  }

  private List<String> stored(int versions) {
    return await(store.read(spoiled)).events().stream()
        .limit(versions)
        .map(event -> event.id().toString())
        .toList();
  }

  private List<String> reactedTo(StreamId stream) {
    return List.copyOf(reacted).stream()
        .filter(event -> event.stream().equals(stream))
        .map(event -> event.id().toString())
        .toList();
  }

  private static void until(String what, BooleanSupplier there) {
    Instant deadline = Instant.now().plus(LIMIT);
    while (!there.getAsBoolean()) {
      assertThat(Instant.now()).as(what).isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(LIMIT);
  }
}

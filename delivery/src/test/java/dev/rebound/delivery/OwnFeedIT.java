package dev.rebound.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.delivery.Delivered.Bad;
import dev.rebound.delivery.Delivered.Reason;
import dev.rebound.delivery.Reaction.Surroundings;
import dev.rebound.events.ApplicationEvent.OfferReceived;
import dev.rebound.events.ApplicationEvent.StageReached;
import dev.rebound.events.EventType;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.EventStore;
import dev.rebound.eventstore.EventStore.Append;
import dev.rebound.eventstore.EventStore.NewEvent;
import dev.rebound.eventstore.Samples;
import dev.rebound.eventstore.Servers;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.Bell;
import dev.rebound.eventstore.postgres.EventCodec;
import dev.rebound.eventstore.postgres.PostgresEventStore;
import dev.rebound.sealing.AesSealing;
import dev.rebound.sealing.Databases;
import dev.rebound.sealing.InMemoryKeyRing;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A service's own events reach its own handlers without a broker. */
class OwnFeedIT {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Topic OWN = Topic.APPLICATIONS;

  private final Pool pool = Servers.eventStore();
  private final AesSealing sealing = InMemoryKeyRing.sealing();
  private final Bell bell = new Bell();
  private final EventStore store = new PostgresEventStore(Databases.vertx(), pool, sealing, bell);
  private final List<Bad> letters = Collections.synchronizedList(new ArrayList<>());
  private final List<OwnFeed> feeds = new ArrayList<>();
  private final List<StoredEvent> reacted = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void makeTable() {
    pool.query(Tally.DDL).executeAndAwait();
  }

  @AfterEach
  void close() throws InterruptedException {
    for (OwnFeed feed : feeds) {
      feed.close();
    }
  }

  @Test
  void two_processes_project_each_event_once() {
    Tally tally = new Tally(OWN);
    AppliedEvents applied = notes(tally);
    start(new ProjectionDelivery(tally, tools(applied)));
    start(new ProjectionDelivery(tally, tools(notes(tally))));
    StreamId stream = Samples.stream();
    List<String> ids = new ArrayList<>();
    for (int version = 0; version < 100; version++) {
      ids.add(append(stream, version).toString());
    }

    boolean there = await(applied.await(UUID.fromString(ids.getLast()), LIMIT));

    assertThat(there).isTrue();
    assertThat(Tally.of(pool, stream.id())).isEqualTo(ids);
  }

  /** What nothing is left of says nothing of another topic that waits. */
  @Test
  void each_topic_has_its_own_progress() throws Exception {
    Tally tally = new Tally(OWN, Topic.FEEDBACK);
    Delivery delivery = new ProjectionDelivery(tally, tools(notes(tally)));
    Instant before = delivery.lastProgress(Topic.FEEDBACK);
    start(delivery);

    History.awaitThat(() -> delivery.lastProgress(OWN).isAfter(before.plusSeconds(1)));

    assertThat(delivery.lastProgress(Topic.FEEDBACK)).isEqualTo(before);
  }

  /** One handler has it; the other, which takes events of that source as well, does not yet. */
  @Test
  void an_event_is_applied_once_every_handler_of_its_source_has_it() {
    Tally both = new Tally(OWN, Topic.FEEDBACK);
    Tally feedback = new Tally(Topic.FEEDBACK).called("another");
    AppliedEvents applied =
        new AppliedEvents(pool, OWN, List.of(both, feedback), List.of(), () -> false);
    StreamId stream = Samples.stream();
    StoredEvent event =
        new StoredEvent(
            stream.id(), stream, 1, Samples.metadata(), Samples.stage(stream.id(), "words"));
    Delivery.Source source = Delivery.Source.of(Topic.FEEDBACK);
    Duration moment = Duration.ofMillis(200);

    applied.note(source, both.name(), List.of(event.id()));
    assertThat(await(applied.await(event.id(), moment))).isFalse();

    applied.note(source, feedback.name(), List.of(event.id()));
    assertThat(await(applied.await(event.id(), moment))).isTrue();
  }

  @Test
  void a_backlog_comes_in_large_batches() throws Exception {
    History history = new History(20);
    history.append(0, 100);
    Tally tally = new Tally(OWN);
    AppliedEvents notes =
        new AppliedEvents(history.pool, OWN, List.of(tally), List.of(), () -> false);
    try (OwnFeed feed = new OwnFeed(OWN, history.pool, history.bell, history.codec)) {
      feed.start(
          List.of(
              new ProjectionDelivery(
                  tally, new Delivery.Tools(history.pool, DeadLetters.none(), notes))));

      History.awaitThat(() -> Tally.in(history.pool).equals(history.ids()));
    }

    assertThat(2_000 / tally.batches()).as("events a batch").isGreaterThanOrEqualTo(500);
  }

  @Test
  void a_reaction_gets_each_event_in_order_and_one_process_reacts() {
    Reaction reaction = reaction(event -> Uni.createFrom().voidItem());
    AppliedEvents applied = notes(reaction);
    start(new ReactionDelivery(reaction, tools(applied), Surroundings.none()));
    start(new ReactionDelivery(reaction, tools(notes(reaction)), Surroundings.none()));
    StreamId one = Samples.stream();
    StreamId other = Samples.stream();
    UUID last = one.id();
    for (int version = 0; version < 40; version++) {
      append(one, version);
      last = append(other, version);
    }

    assertThat(await(applied.await(last, LIMIT))).isTrue();

    assertThat(reacted).hasSize(80).doesNotHaveDuplicates();
    assertThat(reacted.stream().filter(event -> event.stream().equals(one)))
        .extracting(StoredEvent::version)
        .isSorted();
  }

  /** Each that concerns it comes once, whatever lies between them and whoever starts anew. */
  @Test
  void what_concerns_a_reaction_comes_once_from_among_the_rest() throws Exception {
    Tally tally = new Tally(OWN);
    StreamId stream = Samples.stream();
    append(stream, 0);
    UUID first = offer(stream, 1);
    append(stream, 2);
    OwnFeed before =
        start(new ReactionDelivery(new Picky(), tools(notes(tally)), Surroundings.none()));
    UUID second = offer(stream, 3);
    UUID last = append(stream, 4);
    History.awaitThat(() -> isBehind("picky", last));
    before.close();

    start(new ReactionDelivery(new Picky(), tools(notes(tally)), Surroundings.none()));
    append(stream, 5);
    UUID third = offer(stream, 6);
    UUID end = append(stream, 7);

    History.awaitThat(() -> isBehind("picky", end));
    assertThat(reacted).extracting(StoredEvent::id).containsExactly(first, second, third);
    assertThat(letters).isEmpty();
  }

  /** What is no concern of a reaction is behind it all the same. */
  @Test
  void what_does_not_concern_a_reaction_is_passed_over() throws Exception {
    Tally tally = new Tally(OWN);
    StreamId stream = Samples.stream();
    append(stream, 0);
    start(new ReactionDelivery(new Picky(), tools(notes(tally)), Surroundings.none()));

    UUID last = append(stream, 1);

    History.awaitThat(() -> isBehind("picky", last));
    assertThat(reacted).isEmpty();
    assertThat(letters).isEmpty();
  }

  /** Two are dealt with together, and the third is left to be dealt with by itself. */
  @Test
  void what_a_reaction_does_for_several_together_it_is_not_given_again() {
    Together reaction = new Together(events -> Uni.createFrom().item(stages(events)));
    StreamId stream = Samples.stream();
    UUID first = append(stream, 0);
    UUID offer = offer(stream, 1);
    UUID last = append(stream, 2);
    AppliedEvents applied = notes(reaction);
    start(new ReactionDelivery(reaction, tools(applied), Surroundings.none()));

    assertThat(await(applied.await(last, LIMIT))).isTrue();

    assertThat(reaction.gathered).containsExactly(first, offer, last);
    assertThat(reacted).extracting(StoredEvent::id).containsExactly(offer);
  }

  static Stream<RuntimeException> failures() {
    return Stream.of(
        new IllegalStateException("a mistake"),
        new UncheckedIOException(new IOException("the database is away")));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void what_fails_for_several_together_is_done_one_by_one(RuntimeException failure) {
    Together reaction = new Together(events -> Uni.createFrom().failure(failure));
    StreamId stream = Samples.stream();
    UUID first = append(stream, 0);
    UUID last = append(stream, 1);
    AppliedEvents applied = notes(reaction);
    start(new ReactionDelivery(reaction, tools(applied), Surroundings.none()));

    assertThat(await(applied.await(last, LIMIT))).isTrue();

    assertThat(reacted).extracting(StoredEvent::id).containsExactly(first, last);
    assertThat(letters).isEmpty();
  }

  private static Set<UUID> stages(List<StoredEvent> events) {
    return events.stream()
        .filter(stored -> stored.event() instanceof StageReached)
        .map(StoredEvent::id)
        .collect(Collectors.toSet());
  }

  /** Deals with some together. */
  private final class Together implements Reaction {

    private final List<UUID> gathered = new CopyOnWriteArrayList<>();
    private final Function<List<StoredEvent>, Uni<Set<UUID>>> together;

    Together(Function<List<StoredEvent>, Uni<Set<UUID>>> together) {
      this.together = together;
    }

    @Override
    public String name() {
      return "together";
    }

    @Override
    public Set<Topic> topics() {
      return Set.of(OWN);
    }

    @Override
    public Uni<Set<UUID>> onAll(List<StoredEvent> events) {
      events.forEach(stored -> gathered.add(stored.id()));
      return together.apply(events);
    }

    @Override
    public Uni<Void> on(StoredEvent event) {
      reacted.add(event);
      return Uni.createFrom().voidItem();
    }
  }

  /** Takes offers alone. */
  private final class Picky implements Reaction {
    @Override
    public String name() {
      return "picky";
    }

    @Override
    public Set<Topic> topics() {
      return Set.of(OWN);
    }

    @Override
    public boolean concerns(EventType type, @Nullable String board) {
      return type == EventType.OFFER_RECEIVED;
    }

    @Override
    public Uni<Void> on(StoredEvent event) {
      reacted.add(event);
      return Uni.createFrom().voidItem();
    }
  }

  private boolean isBehind(String handler, UUID event) {
    return await(
                pool.preparedQuery(
                        """
                        select from watermark as w, event as e
                        where w.handler = $1 and w.source = 'own' and e.id = $2
                          and (w.tx::text::xid8, w.position) >= (e.tx, e.position)
                        """)
                    .execute(Tuple.of(handler, event)))
            .rowCount()
        > 0;
  }

  @Test
  void a_reaction_that_fails_for_the_network_is_tried_until_it_works() {
    Set<UUID> failedOnce = ConcurrentHashMap.newKeySet();
    Reaction reaction =
        reaction(event ->
            failedOnce.add(event.id())
                ? Uni.createFrom().failure(new IOException("the mail server is away"))
                : Uni.createFrom().voidItem());
    AppliedEvents applied = notes(reaction);
    start(new ReactionDelivery(reaction, tools(applied), Surroundings.none()));
    StreamId stream = Samples.stream();
    append(stream, 0);

    boolean there = await(applied.await(append(stream, 1), LIMIT));

    assertThat(there).isTrue();
    assertThat(new HashSet<>(reacted)).hasSize(2);
    assertThat(letters).isEmpty();
  }

  @Test
  void a_reaction_that_fails_for_good_parks_that_stream_only() {
    StreamId spoiled = Samples.stream();
    Reaction reaction =
        reaction(event ->
            event.stream().equals(spoiled)
                ? Uni.createFrom().failure(new IllegalStateException("a mistake"))
                : Uni.createFrom().voidItem());
    AppliedEvents applied = notes(reaction);
    append(spoiled, 0);
    append(spoiled, 1);
    UUID last = append(Samples.stream(), 0);
    start(new ReactionDelivery(reaction, tools(applied), Surroundings.none()));

    assertThat(await(applied.await(last, LIMIT))).isTrue();

    assertThat(letters).extracting(Bad::reason).containsExactly(Reason.HANDLER_FAILED);
    assertThat(reacted).hasSize(2);
  }

  @Test
  void a_caller_sees_what_was_appended_within_a_moment() {
    Tally tally = new Tally(OWN);
    AppliedEvents applied = notes(tally);
    start(new ProjectionDelivery(tally, tools(applied)));
    StreamId warmUp = Samples.stream();
    await(applied.await(append(warmUp, 0), LIMIT));
    UUID event = append(warmUp, 1);

    boolean there = await(applied.await(event, Duration.ofSeconds(2)));

    assertThat(there).isTrue();
  }

  private UUID append(StreamId stream, int version) {
    Append append = Samples.append(stream, version);
    await(store.append(append));
    return append.events().getLast().id();
  }

  private UUID offer(StreamId stream, int version) {
    NewEvent offer =
        NewEvent.of(new OfferReceived(UUID.randomUUID(), stream.id(), LocalDate.of(2026, 3, 4)));
    await(
        store.append(new Append(stream, version, null, List.of(offer), Samples.metadata(), null)));
    return offer.id();
  }

  private OwnFeed start(Delivery delivery) {
    OwnFeed feed = new OwnFeed(OWN, pool, bell, new EventCodec(sealing));
    feeds.add(feed);
    feed.start(List.of(delivery));
    return feed;
  }

  private Delivery.Tools tools(AppliedEvents applied) {
    DeadLetters kept =
        (handler, source, bad) -> Uni.createFrom().voidItem().invoke(() -> letters.addAll(bad));
    return new Delivery.Tools(pool, kept, applied);
  }

  private AppliedEvents notes(Tally tally) {
    return new AppliedEvents(pool, OWN, List.of(tally), List.of(), () -> false);
  }

  private AppliedEvents notes(Reaction reaction) {
    return new AppliedEvents(pool, OWN, List.of(), List.of(reaction), () -> false);
  }

  private Reaction reaction(Function<StoredEvent, Uni<Void>> doing) {
    return new Reacting(
        OWN,
        event -> {
          reacted.add(event);
          return doing.apply(event);
        });
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(LIMIT);
  }
}

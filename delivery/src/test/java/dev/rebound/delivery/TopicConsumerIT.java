package dev.rebound.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.delivery.Delivered.Bad;
import dev.rebound.delivery.Delivered.Reason;
import dev.rebound.delivery.Reaction.Surroundings;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.Samples;
import dev.rebound.eventstore.Servers;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.SealedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is brought to a projection, through whatever the topic and the database do. */
class TopicConsumerIT {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Pool pool = Servers.eventStore();
  private final Records records = new Records();
  private final List<Bad> letters = Collections.synchronizedList(new ArrayList<>());
  private final Tally tally = new Tally(Topic.APPLICATIONS);
  private final AppliedEvents applied =
      new AppliedEvents(pool, Topic.FEEDBACK, List.of(tally), List.of(), () -> false);

  @BeforeEach
  void makeTable() {
    pool.query(Tally.DDL).executeAndAwait();
  }

  @Test
  void a_topic_delivered_three_times_over_is_applied_once() {
    StreamId stream = Samples.stream();
    List<SealedEvent> events =
        IntStream.rangeClosed(1, 50).mapToObj(version -> records.add(stream, version)).toList();
    records.repeat();
    consume(consumer(), 0, 30);
    consume(consumer(), 0, 70);

    consume(consumer(), 0, 100);

    assertThat(Tally.of(pool, stream.id())).isEqualTo(events.stream().map(Records::id).toList());
    assertThat(letters).isEmpty();
  }

  @Test
  void reading_goes_on_after_what_is_applied() {
    StreamId stream = Samples.stream();
    records.add(stream, 1);
    records.add(stream, 2);

    consume(consumer(), 0, 2);

    assertThat(consumer().nextOffsets(List.of(0, 1))).isEqualTo(Map.of(0, 2L, 1, 0L));
  }

  @Test
  void effect_and_watermark_are_one_transaction() {
    StreamId stream = Samples.stream();
    SealedEvent event = records.add(stream, 1);
    AtomicInteger failures = new AtomicInteger();
    List<Long> offsetsWhileFailing = Collections.synchronizedList(new ArrayList<>());
    tally.afterwards(batch -> {
      if (failures.incrementAndGet() <= 2) {
        throw new UncheckedIOException(new IOException("the network is away"));
      }
      offsetsWhileFailing.add(failures.longValue());
    });

    consume(consumer(), 0, 1);

    assertThat(Tally.of(pool, stream.id())).containsExactly(Records.id(event));
    assertThat(offsetsWhileFailing).containsExactly(3L);
    assertThat(letters).isEmpty();
  }

  @Test
  void an_event_that_spoils_a_batch_goes_alone_and_parks_its_stream() {
    StreamId spoiled = Samples.stream();
    List<StreamId> others = Stream.generate(Samples::stream).limit(20).toList();
    others.subList(0, 10).forEach(stream -> records.add(stream, 1));
    SealedEvent bad = records.add(spoiled, 1);
    records.add(spoiled, 2);
    others.subList(10, 20).forEach(stream -> records.add(stream, 1));
    tally.afterwards(batch -> {
      if (batch.stream().map(StoredEvent::id).anyMatch(bad.id()::equals)) {
        throw new IllegalStateException("a mistake in the projection");
      }
    });

    consume(consumer(), 0, 22);

    assertThat(Tally.in(pool)).containsOnlyKeys(others.stream().map(StreamId::id).toList());
    assertThat(letters)
        .extracting(Bad::reason)
        .containsExactly(Reason.HANDLER_FAILED, Reason.STREAM_PARKED);
    assertThat(consumer().nextOffsets(List.of(0))).isEqualTo(Map.of(0, 22L));
  }

  /** The broker may be away for long; an open transaction would hold up all relays meanwhile. */
  @Test
  void no_transaction_is_open_while_a_letter_is_sent() {
    StreamId good = Samples.stream();
    SealedEvent event = records.add(good, 1);
    ProducerRecord<byte[], byte[]> cut = Records.record(Records.event(Samples.stream(), 1));
    records.add(withValue(cut, "{\"appl"));
    DeadLetters looking =
        (handler, source, bad) ->
            pool.preparedQuery("select from watermark where handler = $1 for update nowait")
                .execute(Tuple.of(handler))
                .invoke(() -> letters.addAll(bad))
                .replaceWithVoid();
    Delivery delivery = new ProjectionDelivery(tally, new Delivery.Tools(pool, looking, applied));

    consume(new TopicConsumer(Topic.APPLICATIONS, pool, Records.CODEC, List.of(delivery)), 0, 2);

    assertThat(letters).extracting(Bad::reason).containsExactly(Reason.NOT_JSON);
    assertThat(Tally.of(pool, good.id())).containsExactly(Records.id(event));
    assertThat(consumer().nextOffsets(List.of(0))).isEqualTo(Map.of(0, 2L));
  }

  /** The batch is halved for what the projection refuses, and tried several times. */
  @Test
  void a_letter_is_sent_once_however_often_its_batch_is_tried() {
    records.add(withValue(Records.record(Records.event(Samples.stream(), 1)), "{\"appl"));
    SealedEvent bad = records.add(Samples.stream(), 1);
    records.add(Samples.stream(), 1);
    tally.afterwards(batch -> {
      if (batch.stream().map(StoredEvent::id).anyMatch(bad.id()::equals)) {
        throw new IllegalStateException("a mistake in the projection");
      }
    });

    consume(consumer(), 0, 3);

    assertThat(letters)
        .extracting(Bad::reason)
        .containsExactlyInAnyOrder(Reason.NOT_JSON, Reason.HANDLER_FAILED);
  }

  @Test
  void a_parked_stream_stays_parked_in_the_next_batch() {
    StreamId stream = Samples.stream();
    ProducerRecord<byte[], byte[]> cut = Records.record(Records.event(stream, 1));
    records.add(withValue(cut, "{\"appl"));
    records.add(stream, 2);
    consume(consumer(), 0, 1);

    consume(consumer(), 1, 2);

    assertThat(letters)
        .extracting(Bad::reason)
        .containsExactly(Reason.NOT_JSON, Reason.STREAM_PARKED);
    assertThat(Tally.in(pool)).isEmpty();
  }

  @Test
  void an_unknown_type_is_counted_and_passed_over() {
    StreamId stream = Samples.stream();
    ProducerRecord<byte[], byte[]> unknown = Records.record(Records.event(stream, 1));
    header(unknown, "ce_type", "rebound.SomethingNew.v1");
    records.add(unknown);
    SealedEvent next = records.add(stream, 2);
    TopicConsumer consumer = consumer();

    consume(consumer, 0, 2);

    assertThat(consumer.unknown()).isEqualTo(1);
    assertThat(Tally.of(pool, stream.id())).containsExactly(Records.id(next));
    assertThat(letters).isEmpty();
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        spoilt(Reason.NO_KEY, record -> copy(record, null, record.value())),
        spoilt(Reason.NO_VALUE, record -> copy(record, record.key(), null)),
        spoilt(Reason.NOT_JSON, record -> withValue(record, "{\"applicationId\":\"01")),
        spoilt(Reason.NOT_JSON, record -> withValue(record, "[1,2,3]")),
        spoilt(Reason.NOT_JSON, record -> withValue(record, "")),
        spoilt(
            Reason.NOT_JSON,
            record -> copy(record, record.key(), new byte[] {'{', '"', (byte) 0xC3, 0x28, '"'})),
        spoilt(Reason.NOT_JSON, record -> withValue(record, "[".repeat(40) + "]".repeat(40))),
        spoilt(Reason.TOO_LARGE, record -> withValue(record, " ".repeat(1_000_000))),
        spoilt(Reason.DOES_NOT_FIT, record -> withValue(record, "{\"stage\":\"TEA_BREAK\"}")),
        spoilt(
            Reason.NEWER_VERSION, record -> header(record, "ce_type", "rebound.StageReached.v9")),
        spoilt(Reason.BAD_HEADER, record -> header(record, "ce_id", "not-an-id")),
        spoilt(Reason.BAD_HEADER, record -> header(record, "ce_time", "yesterday")),
        spoilt(
            Reason.BAD_HEADER,
            record -> header(record, "ce_subject", "a-".repeat(100_000) + UUID.randomUUID())),
        spoilt(Reason.BAD_HEADER, record -> header(record, "ce_streamversion", "0")),
        spoilt(
            Reason.BAD_HEADER,
            record -> copy(record, "nobody".getBytes(StandardCharsets.UTF_8), record.value())),
        spoilt(
            Reason.OTHER_CANDIDATE,
            record ->
                copy(
                    record,
                    UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8),
                    record.value())),
        spoilt(
            Reason.OTHER_BOARD,
            record ->
                header(
                    header(
                        withValue(
                            record,
                            "{\"candidateId\":\"%s\",\"board\":\"acme\",\"shareSearch\":true}"
                                .formatted(new String(record.key(), StandardCharsets.UTF_8))),
                        "ce_type",
                        "rebound.ConsentChanged.v1"),
                    "ce_board",
                    "globex")),
        spoilt(
            Reason.BROKEN_SEAL, record -> header(record, "ce_id", UUID.randomUUID().toString())));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void a_malformed_record_goes_alone(Reason reason, Consumer<Records> spoiled) {
    SealedEvent before = records.add(Samples.stream(), 1);
    spoiled.accept(records);
    SealedEvent after = records.add(Samples.stream(), 1);

    consume(consumer(), 0, 3);

    assertThat(letters).extracting(Bad::reason).containsExactly(reason);
    assertThat(Tally.in(pool)).containsOnlyKeys(before.candidate(), after.candidate());
    assertThat(consumer().nextOffsets(List.of(0))).isEqualTo(Map.of(0, 3L));
  }

  @Test
  void an_applied_event_is_known_in_this_process_and_in_others() {
    StreamId stream = Samples.stream();
    SealedEvent event = records.add(stream, 1);
    AppliedEvents elsewhere =
        new AppliedEvents(pool, Topic.FEEDBACK, List.of(tally), List.of(), () -> false);
    Uni<Boolean> waiting = applied.await(event.id(), LIMIT);

    consume(consumer(), 0, 1);

    assertThat(waiting.await().atMost(LIMIT)).isTrue();
    assertThat(elsewhere.await(event.id(), LIMIT).await().atMost(LIMIT)).isTrue();
  }

  @Test
  void an_event_that_is_not_there_is_waited_for_no_longer_than_asked() {
    UUID unknown = Records.event(Samples.stream(), 1).id();

    boolean there = applied.await(unknown, Duration.ofMillis(100)).await().atMost(LIMIT);

    assertThat(there).isFalse();
  }

  @Test
  void a_slow_reaction_that_lost_its_partition_moves_nothing_back() throws Exception {
    StreamId stream = Samples.stream();
    IntStream.rangeClosed(1, 4).forEach(version -> records.add(stream, version));
    CompletableFuture<Void> slow = new CompletableFuture<>();
    List<Integer> again = Collections.synchronizedList(new ArrayList<>());
    TopicConsumer loser = consumer(event -> Uni.createFrom().completionStage(slow));
    CompletableFuture<Void> losing = loser.accept(records.batch(0, 2)).subscribeAsCompletionStage();
    consume(consumer(event -> Uni.createFrom().voidItem()), 0, 4);
    slow.complete(null);
    losing.get(60, TimeUnit.SECONDS);

    TopicConsumer next =
        consumer(event -> Uni.createFrom().voidItem().invoke(() -> again.add(event.version())));
    consume(next, 0, 4);

    assertThat(next.nextOffsets(List.of(0))).isEqualTo(Map.of(0, 4L));
    assertThat(again).isEmpty();
  }

  @Test
  void a_mistake_that_nobody_thought_of_does_not_pass_over_a_batch() {
    SealedEvent event = records.add(Samples.stream(), 1);
    AtomicInteger calls = new AtomicInteger();
    DeadLetters mistaken =
        (handler, source, bad) -> {
          if (calls.incrementAndGet() == 1) {
            throw new AssertionError("a mistake of our own");
          }
          return Uni.createFrom().voidItem();
        };
    TopicConsumer consumer =
        new TopicConsumer(
            Topic.APPLICATIONS,
            pool,
            Records.CODEC,
            List.of(
                new ReactionDelivery(
                    reaction(any -> Uni.createFrom().voidItem()),
                    new Delivery.Tools(pool, mistaken, applied),
                    Surroundings.none())));

    consume(consumer, 0, 1);

    assertThat(calls).hasValue(2);
    assertThat(consumer.nextOffsets(List.of(0))).isEqualTo(Map.of(0, event.version() + 0L));
  }

  private TopicConsumer consumer(Function<StoredEvent, Uni<Void>> doing) {
    Delivery delivery =
        new ReactionDelivery(
            reaction(doing),
            new Delivery.Tools(pool, DeadLetters.none(), applied),
            Surroundings.none());
    return new TopicConsumer(Topic.APPLICATIONS, pool, Records.CODEC, List.of(delivery));
  }

  private static Reaction reaction(Function<StoredEvent, Uni<Void>> doing) {
    return new Reacting(Topic.APPLICATIONS, doing);
  }

  private TopicConsumer consumer() {
    DeadLetters kept =
        (handler, source, bad) -> Uni.createFrom().voidItem().invoke(() -> letters.addAll(bad));
    Delivery delivery = new ProjectionDelivery(tally, new Delivery.Tools(pool, kept, applied));
    return new TopicConsumer(Topic.APPLICATIONS, pool, Records.CODEC, List.of(delivery));
  }

  private void consume(TopicConsumer consumer, int from, int to) {
    consumer.accept(records.batch(from, to)).await().atMost(LIMIT);
  }

  private interface Spoiling {
    ProducerRecord<byte[], byte[]> apply(ProducerRecord<byte[], byte[]> record);
  }

  private static Arguments spoilt(Reason reason, Spoiling spoiling) {
    Consumer<Records> spoiled =
        log -> log.add(spoiling.apply(Records.record(Records.event(Samples.stream(), 1))));
    return Arguments.of(reason, spoiled);
  }

  private static ProducerRecord<byte[], byte[]> copy(
      ProducerRecord<byte[], byte[]> record, byte @Nullable [] key, byte @Nullable [] value) {
    return new ProducerRecord<>(record.topic(), null, key, value, record.headers());
  }

  private static ProducerRecord<byte[], byte[]> withValue(
      ProducerRecord<byte[], byte[]> record, String value) {
    return copy(record, record.key(), value.getBytes(StandardCharsets.UTF_8));
  }

  private static ProducerRecord<byte[], byte[]> header(
      ProducerRecord<byte[], byte[]> record, String name, String value) {
    record.headers().remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    return record;
  }
}

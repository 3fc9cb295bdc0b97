package dev.rebound.journeys.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Good records and malformed ones, sent to {@code rebound.applications} at an even pace. */
final class Mixture implements AutoCloseable {

  private static final String TOPIC = "rebound.applications";
  private static final int CANDIDATES = 100;

  /** A record of a megabyte is rarer than the others, which it would otherwise drown. */
  private static final int ONE_LARGE_IN = 10;

  private final Producer<byte[], byte[]> producer;
  private final ConsumerRecord<byte[], byte[]> sealed;
  private final int perSecond;
  private final List<UUID> candidates =
      Stream.generate(UUID::randomUUID).limit(CANDIDATES).toList();
  private final Map<Place, Malformed> bad = new ConcurrentHashMap<>();
  private final Set<Place> good = ConcurrentHashMap.newKeySet();
  private volatile Sent newest = new Sent("", Instant.MIN);
  private int made;

  /** Where a record is. */
  record Place(int partition, long offset) {}

  /** A good event, and when it was sent. */
  record Sent(String event, Instant at) {}

  /**
   * Nothing yet.
   *
   * @param sealed a real event with something sealed in it
   * @param perSecond how many good records are sent each second, and as many malformed ones
   */
  Mixture(String broker, ConsumerRecord<byte[], byte[]> sealed, int perSecond) {
    this.sealed = sealed;
    this.perSecond = perSecond;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                2_000_000),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Whose the good ones are. */
  List<UUID> candidates() {
    return candidates;
  }

  /** Where the good ones are. */
  Set<Place> good() {
    return Set.copyOf(good);
  }

  /** Where the malformed ones are, and of what kind. */
  Map<Place, Malformed> bad() {
    return Map.copyOf(bad);
  }

  /** What is to be said in the dead letters, and where. */
  Map<Place, String> letters() {
    Map<Place, String> letters = new HashMap<>();
    bad.forEach((place, kind) -> {
      String reason = kind.reason();
      if (reason != null) {
        letters.put(place, reason);
      }
    });
    return letters;
  }

  /** The good one that the broker acknowledged last. */
  Sent newest() {
    return newest;
  }

  /** Sends so many good ones, each followed by a malformed one where these are wanted. */
  void send(int count, boolean withMalformed) throws InterruptedException {
    Instant begun = Instant.now();
    for (int i = 0; i < count; i++) {
      ProducerRecord<byte[], byte[]> next = record();
      String event = new String(next.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
      Instant at = Instant.now();
      producer.send(
          next,
          (place, failure) -> {
            good.add(new Place(place.partition(), place.offset()));
            newest = new Sent(event, at);
          });
      if (withMalformed) {
        Malformed kind = kind();
        producer.send(
            kind.spoil(kind == Malformed.BROKEN_SEAL ? real() : record()),
            (place, failure) -> bad.put(new Place(place.partition(), place.offset()), kind));
      }
      Duration due = Duration.ofMillis((i + 1) * 1000L / perSecond);
      long early = due.minus(Duration.between(begun, Instant.now())).toMillis();
      TimeUnit.MILLISECONDS.sleep(Math.max(0, early));
    }
    producer.flush();
  }

  private Malformed kind() {
    Malformed[] kinds = Malformed.values();
    int turn = made++;
    Malformed kind = kinds[turn % kinds.length];
    return kind == Malformed.LARGE && turn / kinds.length % ONE_LARGE_IN != 0
        ? Malformed.CUT
        : kind;
  }

  /** The real event, as the first of another stream. */
  private ProducerRecord<byte[], byte[]> real() {
    return Malformed.header(
        Malformed.again(sealed), "ce_subject", "application-" + UUID.randomUUID());
  }

  /** The first event of a stream, with nothing in it that is sealed. */
  private ProducerRecord<byte[], byte[]> record() {
    UUID application = UUID.randomUUID();
    UUID candidate = candidates.get(Math.floorMod(application.hashCode(), CANDIDATES));
    String value =
        "{\"applicationId\":\"%s\",\"candidateId\":\"%s\",\"receivedOn\":\"2026-10-05\"}"
            .formatted(application, candidate);
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(TOPIC, bytes(candidate.toString()), bytes(value));
    Map<String, String> headers = new HashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", UUID.randomUUID().toString());
    headers.put("ce_type", "rebound.OfferReceived.v1");
    headers.put("ce_source", "/application-service");
    headers.put("ce_subject", "application-" + application);
    headers.put("ce_time", Instant.now().toString());
    headers.put("ce_correlationid", UUID.randomUUID().toString());
    headers.put("ce_streamversion", "1");
    headers.forEach((name, text) -> record.headers().add(name, bytes(text)));
    return record;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close();
  }
}

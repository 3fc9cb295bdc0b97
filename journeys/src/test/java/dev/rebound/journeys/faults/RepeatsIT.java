package dev.rebound.journeys.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rebound.journeys.TopicLog;
import dev.rebound.journeys.Whole;
import dev.rebound.journeys.faults.ReadModels.Hashes;
import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.localstack.demo.Play;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * R5: what comes again changes nothing. A topic delivers three times over when a relay that lost
 * its cursor sends everything again, and when a consumer that lost its place reads everything
 * again; the read models stay what they were, by hash.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepeatsIT {

  private static final List<String> TOPICS =
      List.of("rebound.applications", "rebound.feedback", "rebound.insights");

  private static final int SEASONS = Scale.of(1, 8);
  private static final int AGAIN = 2;
  private static final Duration SETTLED = Duration.ofMinutes(5);

  private final Whole whole = Whole.running();
  private final List<Candidate> candidates =
      Stream.generate(whole.realm()::newCandidate).limit(SEASONS).toList();
  private final CaughtUp readers = new CaughtUp(whole);

  @BeforeAll
  void seasons() {
    candidates.parallelStream()
        .forEach(candidate ->
            new Play(whole.candidate(candidate), whole.urls(), Whole.unique(), line -> {}).all());
    settled();
  }

  @Test
  void records_that_are_on_the_topics_three_times_change_nothing() {
    ReadModels models = new ReadModels(whole, candidates);
    Hashes before = models.hashes();
    long repeated = 0;

    for (String topic : TOPICS) {
      List<ConsumerRecord<byte[], byte[]>> records = new TopicLog(whole.broker()).records(topic);
      for (int i = 0; i < AGAIN; i++) {
        sendAgain(records);
      }
      repeated += records.size();
    }
    settled();

    Hashes after = models.hashes();
    told(repeated + " records of 3 topics, each sent again twice", before, after);
    assertThat(repeated).isPositive();
    assertThat(after).isEqualTo(before);
  }

  @Test
  void consumers_that_begin_again_at_the_beginning_change_nothing() {
    ReadModels models = new ReadModels(whole, candidates);
    Hashes before = models.hashes();
    int places = 0;

    for (int i = 0; i < AGAIN; i++) {
      for (String service : List.of("feedback", "insights")) {
        whole.kill(service);
        places +=
            whole.change(
                service,
                "update watermark set tx = 0, position = -1"
                    + " where source like 'rebound.%' and handler <> 'relay'");
        whole.start(service);
      }
      settled();
    }

    Hashes after = models.hashes();
    told(places + " places of handlers in partitions lost", before, after);
    assertThat(places).isPositive();
    assertThat(after).isEqualTo(before);
  }

  private static void told(String what, Hashes before, Hashes after) {
    long different =
        before.byName().entrySet().stream()
            .filter(hash -> !hash.getValue().equals(after.byName().get(hash.getKey())))
            .count();
    System.out.printf(
        "R5 %s: %d of %d hashes differ, over %d rows%n",
        what, different, before.byName().size(), before.rows());
  }

  private void settled() {
    await()
        .atMost(SETTLED)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> relayed() && readers.withTheTopics());
  }

  /** Whether the topics end with what the event tables end with. */
  private boolean relayed() {
    return Stream.of("application", "feedback", "insights")
        .allMatch(service ->
            whole
                .rows(
                    service,
                    "select count(*) from event e where (e.tx, e.position) > (select"
                        + " w.tx::text::xid8, w.position from watermark w where w.handler ="
                        + " 'relay')")
                .equals(List.of(List.of("0"))));
  }

  private void sendAgain(List<ConsumerRecord<byte[], byte[]>> records) {
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, whole.broker()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      records.forEach(record ->
          producer.send(
              new ProducerRecord<>(
                  record.topic(),
                  record.partition(),
                  record.key(),
                  record.value(),
                  record.headers())));
    }
  }
}

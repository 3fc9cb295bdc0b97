package dev.rebound.delivery;

import static dev.rebound.delivery.History.await;
import static dev.rebound.delivery.History.awaitThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.delivery.Reaction.Surroundings;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.postgres.EventLog.Cursor;
import dev.rebound.eventstore.relay.CloudEvent;
import dev.rebound.eventstore.relay.Relay;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service whose database was lost has its own events back, and goes on where it was. */
class RestorationIT {

  private static final Topic OWN = Topic.APPLICATIONS;
  private static final int STREAMS = 25;

  private static final String CURSOR =
      "select tx, position, moved_at::text from watermark where handler = 'relay'";

  private static final String EVENTS =
      """
      select tx::text, count(*), pg_current_snapshot()::text as snapshot
      from event group by tx order by event.tx
      """;

  /**
   * Every running transaction holds a lock on itself, which everybody may see; a relay holds one
   * too.
   */
  private static final String RUNNING =
      """
      select locktype, transactionid::text, pid, datname, backend_type, state, wait_event
      from pg_locks left join pg_stat_activity using (pid)
      where locktype in ('transactionid', 'advisory') and granted
      """;

  private final History before = new History(STREAMS);
  private Map<Integer, Cursor> cleared = Map.of();

  @BeforeEach
  void nothingIsPublished() throws Exception {
    History.clear(OWN);
    cleared = ends();
  }

  @Test
  void what_was_published_is_stored_again_and_projected() throws Exception {
    publish(before, 12);
    History after = before.onEmptyDatabase();

    long restored = restoration(after).run(Set.of());

    assertThat(restored).isEqualTo(12L * STREAMS);
    assertThat(after.ids()).isEqualTo(before.ids());
    assertThat(await(after.store.read(after.streams.getFirst())))
        .isEqualTo(await(before.store.read(before.streams.getFirst())));
    Tally tally = new Tally(OWN);
    try (OwnFeed feed = new OwnFeed(OWN, after.pool, after.bell, after.codec)) {
      feed.start(List.of(projecting(after, tally)));
      awaitThat(() -> Tally.in(after.pool).equals(before.ids()));
      after.append(12, 15);
      awaitThat(() -> Tally.in(after.pool).equals(after.ids()));
    }
    assertThat(after.rebuild(OWN).run(new Tally(true, OWN), new Read()).differing()).isZero();
  }

  @Test
  void it_is_not_published_again_and_not_reacted_to_again() throws Exception {
    publish(before, 4);
    History after = before.onEmptyDatabase();
    List<StoredEvent> reacted = Collections.synchronizedList(new ArrayList<>());
    Reaction reaction =
        new Reaction() {
          @Override
          public String name() {
            return "letters";
          }

          @Override
          public Set<Topic> topics() {
            return Set.of(OWN);
          }

          @Override
          public Uni<Void> on(StoredEvent event) {
            reacted.add(event);
            return Uni.createFrom().voidItem();
          }
        };

    restoration(after).run(Set.of(reaction.name()));

    try (OwnFeed feed = new OwnFeed(OWN, after.pool, after.bell, after.codec);
        Relay relay = after.relay(OWN)) {
      relay.start();
      AppliedEvents notes =
          new AppliedEvents(after.pool, OWN, List.of(), List.of(reaction), () -> false);
      feed.start(
          List.of(
              new ReactionDelivery(
                  reaction,
                  new Delivery.Tools(after.pool, DeadLetters.none(), notes),
                  Surroundings.none())));
      List<UUID> fresh = after.append(4, 5);
      awaitThat(() -> reacted.size() >= fresh.size());
      awaitThat(() -> published(after).size() >= 5 * STREAMS, () -> stand(after, relay));
      assertThat(reacted.stream().map(StoredEvent::id)).containsExactlyInAnyOrderElementsOf(fresh);
      assertThat(published(after)).doesNotHaveDuplicates();
    }
  }

  @Test
  void a_table_that_has_events_is_left_as_it_is() throws Exception {
    publish(before, 2);
    Map<UUID, List<String>> held = before.ids();

    assertThat(restoration(before).run(Set.of())).isZero();

    assertThat(before.ids()).isEqualTo(held);
  }

  @Test
  void a_new_service_has_nothing_to_restore() throws Exception {
    assertThat(restoration(before).run(Set.of())).isZero();
  }

  private static Restoration restoration(History service) {
    return new Restoration(OWN, service.pool, History.kafka());
  }

  private static Delivery projecting(History service, Tally tally) {
    AppliedEvents notes =
        new AppliedEvents(service.pool, OWN, List.of(tally), List.of(), () -> false);
    return new ProjectionDelivery(
        tally, new Delivery.Tools(service.pool, DeadLetters.none(), notes));
  }

  private void publish(History service, int rounds) throws Exception {
    service.append(0, rounds);
    try (Relay relay = service.relay(OWN)) {
      relay.start();
      awaitThat(() -> published(service).size() >= rounds * STREAMS, () -> stand(service, relay));
    }
  }

  /** The ids of the service's events that came to the topic in this test. */
  private List<String> published(History service) {
    Set<String> its =
        service.ids().values().stream().flatMap(List::stream).collect(Collectors.toSet());
    List<String> found = new ArrayList<>();
    try (TopicReader reader = new TopicReader(History.kafka(), OWN)) {
      reader.read(
          cleared,
          reader.ends(),
          batch ->
              batch.stream()
                  .map(record -> CloudEvent.read(record).id().toString())
                  .filter(its::contains)
                  .forEach(found::add));
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
    return found;
  }

  /**
   * What to know where it does not get there: a relay sends nothing past an open transaction, in
   * whichever database of the server it is, and waits for as long as the broker does not answer.
   */
  private String stand(History service, Relay relay) {
    StringBuilder stand = new StringBuilder();
    stand.append(
        "%d published; from %s to %s; %s; its cursor and who runs:"
            .formatted(published(service).size(), cleared, ends(), relay.status()));
    for (String question : List.of(CURSOR, EVENTS, RUNNING)) {
      service
          .pool
          .query(question)
          .executeAndAwait()
          .forEach(row -> stand.append('\n').append(row.toJson().encode()));
    }
    Thread.getAllStackTraces()
        .forEach((thread, frames) -> {
          if (thread.getName().equals("relay")) {
            stand.append("\nthe relay is at ").append(List.of(frames));
          }
        });
    return stand.toString();
  }

  private static Map<Integer, Cursor> ends() {
    try (TopicReader reader = new TopicReader(History.kafka(), OWN)) {
      return reader.ends();
    }
  }
}

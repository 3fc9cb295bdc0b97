package dev.rebound.application.boards.outgoing;

import static dev.rebound.application.boards.outgoing.Acme.LIMIT;
import static dev.rebound.application.boards.outgoing.Acme.column;
import static dev.rebound.application.boards.outgoing.Acme.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.application.boards.BoardSecrets;
import dev.rebound.application.boards.outgoing.Acme.Made;
import dev.rebound.application.boards.outgoing.DueDeliveries.Claimed;
import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import dev.rebound.events.SpecificityLevel;
import dev.rebound.testkit.StackTestResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose turn it is, what counts as an attempt, and what is forgotten. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class DueDeliveriesIT {

  private static final int HANGING_BOARDS = 8;
  private static final String HEALTHY = "crowd-9";

  /** More than are deleted at a time. */
  private static final int MANY = 5_001;

  private static final String LEFT = "select type from board_delivery where subscription = $1";

  private final Receiver receiver = new Receiver();

  @Inject
  @SuppressWarnings("NullAway.Init")
  DueDeliveries deliveries;

  @Inject
  @SuppressWarnings("NullAway.Init")
  DeliveryLog log;

  @Inject
  @SuppressWarnings("NullAway.Init")
  ScopedPool pool;

  @Inject
  @SuppressWarnings("NullAway.Init")
  DeliveryBodies bodies;

  @Inject
  @SuppressWarnings("NullAway.Init")
  BoardSecrets secrets;

  @Inject
  @SuppressWarnings("NullAway.Init")
  WebhookCall call;

  @Inject
  @SuppressWarnings("NullAway.Init")
  Clock clock;

  @Inject
  @SuppressWarnings("NullAway.Init")
  MeterRegistry meters;

  @AfterEach
  void stop() {
    execute("delete from board_subscription where board like $1", Tuple.of("crowd-%"));
    Acme.clear();
    receiver.close();
  }

  @Test
  void noBoardWaitsBehindEightThatHang() {
    // Far enough ahead that the service itself claims none.
    Instant due = Instant.now().plus(Duration.ofDays(1));
    Map<UUID, Integer> underWay = new HashMap<>();
    for (int board = 1; board <= HANGING_BOARDS; board++) {
      for (int i = 0; i < 2; i++) {
        UUID hanging = subscription("crowd-" + board);
        write("crowd-" + board, hanging, 8, due);
        underWay.put(hanging, DueDeliveries.OF_ONE);
      }
    }
    write(HEALTHY, subscription(HEALTHY), 1, due.plusSeconds(60));
    // One of their calls has just ended.
    underWay.put(underWay.keySet().iterator().next(), DueDeliveries.OF_ONE - 1);
    Instant later = due.plusSeconds(3600);

    assertThat(claim(later, underWay, 1)).extracting(Claimed::board).containsExactly(HEALTHY);
    assertThat(claim(later.plusSeconds(600), Map.of(), HANGING_BOARDS + 1))
        .extracting(Claimed::board)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, HANGING_BOARDS + 1).mapToObj(i -> "crowd-" + i).toList());
  }

  @Test
  void whatCannotBeOpenedIsNoAttempt() {
    Made made = Acme.subscribe(receiver.url("/closed"), "feedback.received");
    turn(made);
    Instant begun = Instant.now();
    Neighbours.answered(
        UuidCreator.getTimeOrderedEpoch(), Neighbours.answer(SpecificityLevel.SPECIFIC), "acme");

    eventually(() -> {
      assertThat(column(made, "attempts")).containsExactly(0);
      assertThat(Instant.parse(column(made, "dueAt").getFirst().toString()))
          .isAfter(begun.plusSeconds(20));
    });
    assertThat(column(made, "status")).containsExactly("PENDING");
    assertThat(receiver.calls("/closed")).isEmpty();

    turn(made);
    Courier later =
        new Courier(
            deliveries, bodies, secrets, call, Clock.offset(clock, Duration.ofMinutes(3)), meters);
    later.round().await().atMost(LIMIT);
    eventually(() -> assertThat(column(made, "status")).containsExactly("DELIVERED"));
    assertThat(column(made, "attempts")).containsExactly(1);
  }

  /** A call that ends late tells nothing of the one that was asked for meanwhile. */
  @Test
  void whatWasReplayedMeanwhileIsNotSettledByTheFormerCall() {
    Instant due = Instant.now().plus(Duration.ofDays(1));
    UUID subscription = subscription(HEALTHY);
    write(HEALTHY, subscription, 1, due);
    Claimed former = claim(due, Map.of(), 1).getFirst();
    log.replay(HEALTHY, former.id(), due.plusSeconds(1)).await().atMost(LIMIT);

    settle(former, due.plusSeconds(2));
    deliveries.putBack(former, due.plusSeconds(7200)).await().atMost(LIMIT);

    Claimed replayed = claim(due.plusSeconds(3), Map.of(), 1).getFirst();
    assertThat(replayed.id()).isEqualTo(former.id());
    assertThat(replayed.attempts()).isEqualTo(1);
    settle(former, due.plusSeconds(4));
    assertThat(statuses(subscription)).containsExactly("PENDING");
    settle(replayed, due.plusSeconds(5));
    assertThat(statuses(subscription)).containsExactly("DELIVERED");
  }

  private void settle(Claimed claimed, Instant at) {
    deliveries
        .settle(claimed, CallResult.answered(204, null), new RetrySchedule.Verdict.Taken(), at)
        .await()
        .atMost(LIMIT);
  }

  private List<String> statuses(UUID subscription) {
    List<String> statuses = new ArrayList<>();
    for (Row row :
        execute(
            "select status from board_delivery where subscription = $1", Tuple.of(subscription))) {
      statuses.add(row.getString("status"));
    }
    return statuses;
  }

  @Test
  void whatIsOldIsForgottenHoweverMuchItIs() {
    Instant now = Instant.now();
    UUID subscription = subscription(HEALTHY);
    told(subscription, "feedback.received", MANY, now.minus(Duration.ofDays(31)));
    told(subscription, "feedback.received", 1, now.minus(Duration.ofDays(2)));
    told(subscription, "subject.erased", 1, now.minus(Duration.ofDays(2)));
    told(subscription, "subject.erased", 1, now.minus(Duration.ofHours(2)));

    deliveries.forget(now).await().atMost(LIMIT);

    List<String> left = new ArrayList<>();
    for (Row row : execute(LEFT, Tuple.of(subscription))) {
      left.add(row.getString("type"));
    }
    assertThat(left).containsExactlyInAnyOrder("feedback.received", "subject.erased");
  }

  /** Makes a secret one that does not open, and one that does again. */
  private void turn(Made made) {
    execute(
        """
        update board_subscription set secret = decode(reverse(encode(secret, 'hex')), 'hex')
        where id = $1
        """,
        Tuple.of(UUID.fromString(made.id())));
  }

  private UUID subscription(String board) {
    UUID id = UUID.randomUUID();
    execute(
        """
        insert into board_subscription (id, board, url, types, secret, created_at)
        values ($1, $2, $3, '{feedback.received}', decode('00', 'hex'), now())
        """,
        Tuple.of(id, board, "https://" + id + ".example/"));
    return id;
  }

  private void write(String board, UUID subscription, int count, Instant at) {
    execute(
        """
        insert into board_delivery
          (id, board, subscription, type, body, status, attempts, due_at, created_at)
        select gen_random_uuid(), $1::text, $2::uuid, 'feedback.received', decode('00', 'hex'),
          'PENDING', 0, $4::timestamptz, $4::timestamptz
        from generate_series(1, $3::int)
        """,
        Tuple.of(board, subscription, count, at.atOffset(ZoneOffset.UTC)));
  }

  private void told(UUID subscription, String type, int count, Instant at) {
    execute(
        """
        insert into board_delivery
          (id, board, subscription, type, body, status, attempts, last_at, created_at)
        select gen_random_uuid(), 'crowd-9', $1::uuid, $2::text, decode('00', 'hex'),
          'DELIVERED', 1, $4::timestamptz, $4::timestamptz
        from generate_series(1, $3::int)
        """,
        Tuple.of(subscription, type, count, at.atOffset(ZoneOffset.UTC)));
  }

  private List<Claimed> claim(Instant at, Map<UUID, Integer> underWay, int most) {
    return deliveries.claim(at, underWay, most).await().atMost(LIMIT);
  }

  private RowSet<Row> execute(String sql, Tuple values) {
    return pool.query(Scope.ALL_BOARDS, sql, values).await().atMost(LIMIT);
  }
}

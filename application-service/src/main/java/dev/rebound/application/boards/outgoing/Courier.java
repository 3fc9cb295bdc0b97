package dev.rebound.application.boards.outgoing;

import dev.rebound.application.boards.BoardSecrets;
import dev.rebound.application.boards.outgoing.DueDeliveries.Claimed;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Sends what is due: at once when it is woken, and every second what has become due since. */
@ApplicationScoped
public class Courier {

  /** How many calls may be under way at a time. */
  static final int MOST = 64;

  private static final Logger LOG = Logger.getLogger(Courier.class);
  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final Duration FORGETTING = Duration.ofHours(1);

  /** How long what could not be opened waits; the keys' database may be away for hours. */
  private static final Duration UNOPENED = Duration.ofMinutes(2);

  private static final String TAKEN = "taken";
  private static final String AGAIN = "again";
  private static final String GIVEN_UP = "given-up";
  private static final String GONE = "gone";
  private static final List<String> OUTCOMES = List.of(TAKEN, AGAIN, GIVEN_UP, GONE);

  private final DueDeliveries deliveries;
  private final DeliveryBodies bodies;
  private final BoardSecrets secrets;
  private final WebhookCall call;
  private final Clock clock;
  private final MeterRegistry meters;
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger underWay = new AtomicInteger();
  private final Map<UUID, Integer> perSubscription = new ConcurrentHashMap<>();

  /** Wired by the container. */
  @Inject
  public Courier(
      DueDeliveries deliveries,
      DeliveryBodies bodies,
      BoardSecrets secrets,
      WebhookCall call,
      Clock clock,
      MeterRegistry meters) {
    this.deliveries = deliveries;
    this.bodies = bodies;
    this.secrets = secrets;
    this.call = call;
    this.clock = clock;
    this.meters = meters;
  }

  void start(@Observes StartupEvent started, Vertx vertx) {
    OUTCOMES.forEach(
        this::counter); // So that the first of each is an increase and not a beginning.
    vertx.setPeriodic(PERIOD.toMillis(), timer -> wake());
    vertx.setPeriodic(FORGETTING.toMillis(), timer -> forget());
  }

  /** Looks for what is due, without waiting for it; one look runs at a time. */
  void wake() {
    if (calls.getAndIncrement() == 0) {
      look();
    }
  }

  private void look() {
    int seen = calls.get();
    round()
        .subscribe()
        .with(
            begun -> {
              if (begun > 0 || !calls.compareAndSet(seen, 0)) {
                look();
              }
            },
            failure -> {
              LOG.warnf("deliveries to boards wait: %s", failure.getClass().getSimpleName());
              calls.set(0);
            });
  }

  /** Claims some that are due and begins to send them; answers how many. */
  Uni<Integer> round() {
    int places = MOST - underWay.get();
    if (places <= 0) {
      return Uni.createFrom().item(0);
    }
    return deliveries
        .claim(clock.instant(), Map.copyOf(perSubscription), places)
        .invoke(claimed -> claimed.forEach(this::begin))
        .map(List::size);
  }

  private void begin(Claimed claimed) {
    underWay.incrementAndGet();
    perSubscription.merge(claimed.subscription(), 1, Integer::sum);
    deliver(claimed)
        .onTermination()
        .invoke(() -> {
          underWay.decrementAndGet();
          perSubscription.computeIfPresent(
              claimed.subscription(), (id, running) -> running == 1 ? null : running - 1);
          wake();
        })
        .subscribe()
        .with(
            done -> {},
            failure ->
                LOG.warnf(
                    "a delivery was not settled and comes again: %s",
                    failure.getClass().getSimpleName()));
  }

  /** What is sent, opened and signed. */
  private record Letter(Map<String, String> headers, String body) {}

  private Uni<Void> deliver(Claimed claimed) {
    return Uni.createFrom()
        .deferred(() -> letter(claimed))
        .onItemOrFailure()
        .transformToUni((letter, failure) -> {
          if (failure != null) {
            return putBack(claimed, failure);
          }
          return letter.isPresent() ? send(claimed, letter.get()) : deliveries.drop(claimed);
        });
  }

  /** Empty where the person it tells of is erased. */
  private Uni<Optional<Letter>> letter(Claimed claimed) {
    return bodies
        .open(claimed.body())
        .flatMap(body ->
            body.isEmpty()
                ? Uni.createFrom().item(Optional.<Letter>empty())
                : signatures(claimed, body.get())
                    .map(headers -> Optional.of(new Letter(headers, body.get()))));
  }

  /** Nobody was called, so it counts as no attempt. */
  private Uni<Void> putBack(Claimed claimed, Throwable failure) {
    LOG.warnf("a delivery could not be opened and waits: %s", failure.getClass().getSimpleName());
    return deliveries.putBack(claimed, clock.instant().plus(UNOPENED));
  }

  private Uni<Void> send(Claimed claimed, Letter letter) {
    return call.post(claimed.url(), letter.headers(), letter.body())
        .flatMap(result -> {
          Instant now = clock.instant();
          RetrySchedule.Verdict verdict =
              RetrySchedule.after(
                  claimed.attempts(), result, now, ThreadLocalRandom.current().nextDouble());
          count(verdict);
          return deliveries.settle(claimed, result, verdict, now);
        });
  }

  /** The headers of an attempt; during a rotation both secrets sign. */
  private Uni<Map<String, String>> signatures(Claimed claimed, String body) {
    Instant now = clock.instant();
    String place = Subscriptions.place(claimed.subscription());
    byte[] former = claimed.former();
    boolean both =
        former != null && claimed.formerUntil() != null && now.isBefore(claimed.formerUntil());
    Uni<String> current = secrets.open(claimed.board(), claimed.secret(), place);
    Uni<List<String>> all =
        former == null || !both
            ? current.map(List::of)
            : current.flatMap(first ->
                secrets.open(claimed.board(), former, place).map(second -> List.of(first, second)));
    long timestamp = now.getEpochSecond();
    String id = claimed.id().toString();
    return all.map(opened ->
        Map.of(
            "content-type",
            "application/json",
            "user-agent",
            "Rebound-Webhooks/1",
            "webhook-id",
            id,
            "webhook-timestamp",
            Long.toString(timestamp),
            "webhook-signature",
            Signing.header(opened, id, timestamp, body)));
  }

  private void count(RetrySchedule.Verdict verdict) {
    String outcome =
        switch (verdict) {
          case RetrySchedule.Verdict.Taken _ -> TAKEN;
          case RetrySchedule.Verdict.Again _ -> AGAIN;
          case RetrySchedule.Verdict.GivenUp _ -> GIVEN_UP;
          case RetrySchedule.Verdict.Gone _ -> GONE;
        };
    counter(outcome).increment();
  }

  private Counter counter(String outcome) {
    return meters.counter("rebound.board.deliveries", "outcome", outcome);
  }

  private void forget() {
    deliveries
        .forget(clock.instant())
        .subscribe()
        .with(
            done -> LOG.debug("forgot old deliveries"),
            failure -> LOG.warnf("Forgetting waits: %s", failure.getClass().getSimpleName()));
  }
}

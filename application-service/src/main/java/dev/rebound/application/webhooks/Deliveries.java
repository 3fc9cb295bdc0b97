package dev.rebound.application.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rebound.eventstore.EventStore.IdempotencyKey;
import dev.rebound.sealing.Sealing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deals with signed deliveries, each once. */
@ApplicationScoped
class Deliveries {

  /** How far ahead a vendor's clock may be. */
  private static final Duration FASTEST_CLOCK = Duration.ofDays(1);

  private final ReceivedNames names;
  private final ReportedChanges changes;
  private final Sealing sealing;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  Deliveries(ReceivedNames names, ReportedChanges changes, Sealing sealing, Clock clock) {
    this.names = names;
    this.changes = changes;
    this.sealing = sealing;
    this.clock = clock;
  }

  /**
   * Carries out what a delivery says.
   *
   * @param delivery is signed
   */
  Uni<Outcome> take(String board, Vendor vendor, Delivery delivery) {
    Received received = vendor.read(delivery);
    return names
        .contain(board, vendor.name(), received.names())
        .flatMap(known ->
            known
                ? Uni.createFrom().item(Outcome.of(Outcome.Kind.REPEATED))
                : dealWith(board, vendor, delivery, received));
  }

  private Uni<Outcome> dealWith(String board, Vendor vendor, Delivery delivery, Received received) {
    UUID caller = sealing.pseudonym("webhooks of a board", vendor.name() + " " + board);
    byte[] name = Signatures.sha256(received.names().getFirst().getBytes(UTF_8));
    Origin origin =
        new Origin(
            board,
            vendor.name(),
            new IdempotencyKey(caller, HexFormat.of().formatHex(name)),
            Signatures.sha256(delivery.body()),
            plausible(received.at()),
            plausible(received.endedAt()));
    return changes
        .apply(origin, received.what())
        .flatMap(outcome ->
            vendor.isSpentAtOnce() || isSettled(outcome)
                ? names.note(board, vendor.name(), received.names()).replaceWith(outcome)
                : Uni.createFrom().item(outcome));
  }

  /** A clock that is days ahead would have everything else overtaken. */
  private @Nullable Instant plausible(@Nullable Instant at) {
    return at == null
            || at.isBefore(Instant.EPOCH)
            || at.isAfter(clock.instant().plus(FASTEST_CLOCK))
        ? null
        : at.truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * What had no effect may have one later: an application may be known by then. What is not
   * reported is settled either way, or a repeat would tell whether it had one.
   */
  private static boolean isSettled(Outcome outcome) {
    return switch (outcome.kind()) {
      case APPLIED, REPEATED, UNCHANGED, NOT_REPORTED -> true;
      case UNKNOWN_APPLICATION, IGNORED, UNUSABLE, PING, UNSIGNED -> false;
    };
  }
}

package dev.rebound.application.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rebound.eventstore.EventStore.IdempotencyKey;
import dev.rebound.sealing.Sealing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.UUID;

/** Deals with signed deliveries, each once. */
@ApplicationScoped
class Deliveries {

  private final ReceivedNames names;
  private final ReportedChanges changes;
  private final Sealing sealing;

  /** Wired by the container. */
  @Inject
  Deliveries(ReceivedNames names, ReportedChanges changes, Sealing sealing) {
    this.names = names;
    this.changes = changes;
    this.sealing = sealing;
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
            Signatures.sha256(delivery.body()));
    return changes
        .apply(origin, received.what())
        .flatMap(outcome ->
            isSettled(outcome)
                ? names.note(board, vendor.name(), received.names()).replaceWith(outcome)
                : Uni.createFrom().item(outcome));
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

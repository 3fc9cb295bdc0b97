package dev.rebound.delivery.simulation;

import dev.rebound.eventstore.Command;
import dev.rebound.eventstore.Command.Protection;
import dev.rebound.eventstore.EventStore.Append;
import dev.rebound.eventstore.EventStore.IdempotencyKey;
import dev.rebound.eventstore.EventStore.KeyTaken;
import dev.rebound.eventstore.EventStore.NewEvent;
import dev.rebound.eventstore.EventStore.VersionConflict;
import dev.rebound.eventstore.Handled;
import dev.rebound.eventstore.Metadata;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends one order, again where it has a key, and keeps the answer. */
final class Client {

  private static final int PATIENCE = 150;
  private static final Metadata METADATA = new Metadata(Instant.EPOCH, new UUID(0, 1), null, null);

  private final Order order;
  private final Scheduler scheduler;
  private final Supplier<@Nullable ServiceProcess> service;
  private int attempts;
  private boolean ended;
  private boolean refused;
  private int version;

  Client(Order order, Scheduler scheduler, Supplier<@Nullable ServiceProcess> service) {
    this.order = order;
    this.scheduler = scheduler;
    this.service = service;
  }

  Order order() {
    return order;
  }

  /** Whether nothing more is to be expected of it. */
  boolean ended() {
    return ended;
  }

  /** Whether it was told that its order holds. */
  boolean acknowledged() {
    return version > 0;
  }

  /** The version it was told. */
  int version() {
    return version;
  }

  /** Whether it was told that nothing was written, and never sent anything else. */
  boolean refusedAtOnce() {
    return refused && attempts == 1;
  }

  void send() {
    ServiceProcess there = service.get();
    if (ended) {
      return;
    }
    if (there == null) {
      scheduler.after(PATIENCE, this::send);
      return;
    }
    int attempt = ++attempts;
    scheduler.after(PATIENCE, () -> fail(attempt));
    there
        .process()
        .arrive(() -> {
          scheduler.trace(() -> "order " + order.number() + " reaches " + there.process());
          there
              .handler()
              .handle(command())
              .subscribe()
              .with(
                  handled -> answer(() -> take(attempt, handled)),
                  failure -> answer(() -> fail(attempt)));
        });
  }

  /** Appends without having read, to a version that may be gone by or still to come. */
  void guess(int expected) {
    ServiceProcess there = service.get();
    if (there == null) {
      ended = true;
      return;
    }
    attempts = 1;
    scheduler.after(PATIENCE, () -> ended = true);
    List<NewEvent> events = new ArrayList<>();
    for (int i = 0; i < order.events(); i++) {
      events.add(NewEvent.of(Listing.event(order, null)));
    }
    there
        .process()
        .arrive(() ->
            there
                .store()
                .append(new Append(order.stream(), expected, null, events, METADATA, null))
                .subscribe()
                .with(
                    stored -> answer(() -> acknowledge(expected + events.size())),
                    failure ->
                        answer(() -> {
                          ended = true;
                          refused =
                              failure instanceof VersionConflict || failure instanceof KeyTaken;
                        })));
  }

  private void answer(Runnable then) {
    if (!scheduler.mishap(0.05)) {
      scheduler.arrive(then);
    }
  }

  private void take(int attempt, Handled<List<Integer>, String> handled) {
    scheduler.trace(
        () -> "order " + order.number() + " is answered " + handled.getClass().getSimpleName());
    switch (handled) {
      case Handled.Done<List<Integer>, String> done -> acknowledge(done.version());
      case Handled.Replayed<List<Integer>, String> replayed ->
          acknowledge(Integer.parseInt(new String(replayed.answer(), StandardCharsets.UTF_8)));
      case Handled.StillRunning<List<Integer>, String> _ -> fail(attempt);
      case Handled.Refused<List<Integer>, String> _,
          Handled.Stale<List<Integer>, String> _,
          Handled.KeyReused<List<Integer>, String> _ -> {
        refused |= !ended;
        ended = true;
      }
    }
  }

  private void acknowledge(int told) {
    version = told;
    ended = true;
  }

  private void fail(int attempt) {
    if (ended || attempt < attempts) {
      return;
    }
    if (order.key() == null) {
      ended = true;
    } else {
      send();
    }
  }

  private Command<Order, List<Integer>> command() {
    IdempotencyKey key = order.key();
    return new Command<>(
        order.stream(),
        order,
        METADATA,
        order.expected(),
        key == null
            ? null
            : new Protection<>(
                key,
                new byte[] {1},
                done -> Integer.toString(done.version()).getBytes(StandardCharsets.UTF_8)));
  }
}

package dev.rebound.delivery.simulation;

import dev.rebound.events.ApplicationEvent;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.SealedEvent;
import dev.rebound.eventstore.postgres.SealedEvent.Committed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What must hold at the end of every run. */
final class Verdict {

  private final Database database;
  private final Broker broker;
  private final List<Client> clients;
  private final List<ServiceProcess> processes;
  private final List<String> violations = new ArrayList<>();

  Verdict(Database database, Broker broker, List<Client> clients, List<ServiceProcess> processes) {
    this.database = database;
    this.broker = broker;
    this.clients = clients;
    this.processes = processes;
  }

  /** What does not hold, in words. */
  List<String> violations(boolean settled) {
    check(settled, "it never comes to rest");
    for (ServiceProcess process : processes) {
      check(process.store().unjust() == 0, "a writer lost to nobody");
    }
    database.streams().forEach(this::checkVersions);
    database.streams().forEach(this::checkDecisions);
    Map<Integer, List<SealedEvent>> byOrder = new HashMap<>();
    database
        .streams()
        .forEach(stream ->
            database.stream(stream)
                .forEach(event ->
                    byOrder.computeIfAbsent(order(event), none -> new ArrayList<>()).add(event)));
    for (Client client : clients) {
      checkEffect(client, byOrder.getOrDefault(client.order().number(), List.of()));
    }
    checkTopic();
    Map<UUID, List<UUID>> fold = new HashMap<>();
    for (Committed committed : database.events().values()) {
      SealedEvent event = committed.event();
      fold.computeIfAbsent(event.candidate(), none -> new ArrayList<>()).add(event.id());
    }
    for (String handler :
        List.of(ServiceProcess.OWN, ServiceProcess.VIEW, ServiceProcess.REACTION)) {
      check(
          database.progress(handler).effects().equals(fold),
          handler + " is not what the store comes to");
    }
    return violations;
  }

  private void checkVersions(StreamId stream) {
    int expected = 0;
    for (Committed committed : database.events().values()) {
      if (committed.event().stream().equals(stream)) {
        expected++;
        check(committed.event().version() == expected, "a stream has a gap or is out of order");
      }
    }
  }

  /** Each order was decided on what stands before it. */
  private void checkDecisions(StreamId stream) {
    List<Integer> before = List.of();
    List<Integer> orders = new ArrayList<>();
    for (SealedEvent event : database.stream(stream)) {
      int order = order(event);
      if (orders.isEmpty() || orders.getLast() != order) {
        before = List.copyOf(orders);
      }
      check(
          database.said(event).event() instanceof ApplicationEvent said
              && Listing.follows(said, before),
          "an order was decided on something else than what stands before it");
      orders.add(order);
    }
  }

  /** Whole or not at all, once, and as it was answered. */
  private void checkEffect(Client client, List<SealedEvent> effect) {
    int whole = client.order().events();
    String order = "order " + client.order().number();
    check(effect.isEmpty() || effect.size() >= whole, order + " is there in part");
    check(effect.size() <= whole, order + " took effect twice");
    check(!client.refusedAtOnce() || effect.isEmpty(), order + " was refused, and is there");
    if (client.acknowledged()) {
      check(!effect.isEmpty(), order + " was acknowledged, and is lost");
      check(
          effect.isEmpty() || effect.getLast().version() == client.version(),
          order + " was answered with another version");
    }
  }

  /** Everything is there, and each event first appears after those before it. */
  private void checkTopic() {
    Map<UUID, LinkedHashSet<UUID>> topic = new HashMap<>();
    for (int partition = 0; partition < Broker.PARTITIONS; partition++) {
      for (SealedEvent event : broker.partition(partition)) {
        topic.computeIfAbsent(event.candidate(), none -> new LinkedHashSet<>()).add(event.id());
      }
    }
    Map<UUID, LinkedHashSet<UUID>> log = new HashMap<>();
    for (Committed committed : database.events().values()) {
      SealedEvent event = committed.event();
      log.computeIfAbsent(event.candidate(), none -> new LinkedHashSet<>()).add(event.id());
      check(
          broker.has(event.id()) || committed.at().isAfter(database.relayCursor()),
          "the relay's cursor is past an event that was not sent");
      check(broker.has(event.id()), "an event is not on the topic");
    }
    topic.forEach((candidate, ids) ->
        check(
            List.copyOf(ids)
                .equals(List.copyOf(log.getOrDefault(candidate, new LinkedHashSet<>()))),
            "the topic is out of order"));
  }

  private int order(SealedEvent event) {
    return database.said(event).event() instanceof ApplicationEvent said ? Listing.order(said) : -1;
  }

  private void check(boolean holds, String otherwise) {
    if (!holds && !violations.contains(otherwise)) {
      violations.add(otherwise);
    }
  }
}

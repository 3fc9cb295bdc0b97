package dev.rebound.delivery;

import dev.rebound.delivery.Delivered.Bad;
import dev.rebound.delivery.Delivered.Good;
import dev.rebound.delivery.Delivered.Reason;
import dev.rebound.delivery.Delivered.Unknown;
import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.EventLog.Cursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What has to be done about a batch: pure, from the batch and where the handler stands.
 *
 * <p>What is behind the watermark, or in a version that the handler has, is left out. What cannot
 * be delivered becomes a letter and parks its stream; so does what follows in a parked stream.
 */
final class Plan {

  /** Hardly any command but a list has more events. */
  private static final int FEW = 16;

  private final List<Good> events = new ArrayList<>();
  private final List<Bad> letters = new ArrayList<>();
  private final Map<StreamId, Bad> parking = new HashMap<>();
  private final Map<StreamId, Integer> versions = new HashMap<>();
  private final Map<Integer, Cursor> watermarks = new HashMap<>();

  private Plan() {}

  /**
   * How far a handler is, as far as a batch is concerned.
   *
   * @param watermarks by partition
   * @param versions the version up to which it has a stream; one it has nothing of is left out
   * @param parked the streams it waits with
   */
  record Standing(
      Map<Integer, Cursor> watermarks, Map<StreamId, Integer> versions, Set<StreamId> parked) {

    /** The same for events that were held back: behind the watermark, and to be delivered. */
    Standing released() {
      return new Standing(Map.of(), versions, Set.of());
    }

    Cursor watermark(int partition) {
      return watermarks.getOrDefault(partition, Cursor.START);
    }
  }

  static Plan of(Standing standing, List<Delivered> batch) {
    Plan plan = new Plan();
    Set<StreamId> parked = new HashSet<>(standing.parked());
    for (Delivered delivered : batch) {
      if (!delivered.at().isAfter(standing.watermark(delivered.partition()))) {
        continue;
      }
      plan.watermarks.put(delivered.partition(), delivered.at());
      StreamId stream = delivered.stream();
      if (stream != null && parked.contains(stream)) {
        plan.spoil(delivered.spoiled(Reason.STREAM_PARKED));
        continue;
      }
      switch (delivered) {
        case Good good -> {
          if (plan.advance(standing, good.event().stream(), good.event().version())) {
            plan.events.add(good);
          }
        }
        case Unknown unknown -> plan.advance(standing, unknown.stream(), unknown.version());
        case Bad bad -> {
          plan.spoil(bad);
          if (stream != null) {
            parked.add(stream);
          }
        }
      }
    }
    return plan;
  }

  private void spoil(Bad bad) {
    letters.add(bad);
    if (bad.stream() != null) {
      parking.putIfAbsent(bad.stream(), bad);
    }
  }

  private boolean advance(Standing standing, StreamId stream, int version) {
    int had = versions.getOrDefault(stream, standing.versions().getOrDefault(stream, 0));
    if (version <= had) {
      return false;
    }
    versions.put(stream, version);
    return true;
  }

  /** The events to give to the handler, in order. */
  List<StoredEvent> events() {
    return events.stream().map(Good::event).toList();
  }

  /** The same, with their places. */
  List<Good> deliveries() {
    return List.copyOf(events);
  }

  /**
   * The events whose ids somebody is told. Of a list, which is one command of up to three thousand
   * events and more, that is the last that each partition brings, whose id the sender is told, and
   * the first of each stream: a board that gets to know a candidate is told that one's.
   */
  List<UUID> told() {
    Map<OfCommand, List<Good>> byCommand = new LinkedHashMap<>();
    for (Good good : events) {
      byCommand
          .computeIfAbsent(
              new OfCommand(good.partition(), good.event().metadata()), none -> new ArrayList<>())
          .add(good);
    }
    return byCommand.values().stream()
        .flatMap(ofOne -> ofOne.size() > FEW ? toldOfList(ofOne) : ofOne.stream())
        .map(Good::id)
        .toList();
  }

  private static Stream<Good> toldOfList(List<Good> list) {
    Good last = list.getLast();
    return list.stream().filter(good -> good == last || good.event().version() == 1);
  }

  /**
   * What a partition has of one command. What the items of a list lead to beside it has the list's
   * metadata as well; the one that is told comes last.
   */
  private record OfCommand(int partition, Metadata metadata) {}

  /** What goes to the dead letters. */
  List<Bad> letters() {
    return List.copyOf(letters);
  }

  /**
   * The streams that wait from now on, each with the first that was held back. Those that wait
   * already are among them: one may have been released since the standing was read.
   */
  Map<StreamId, Bad> parking() {
    return Map.copyOf(parking);
  }

  /** The version each stream is at afterwards. */
  Map<StreamId, Integer> versions() {
    return Map.copyOf(versions);
  }

  /** Where each partition is afterwards; empty where there is nothing new. */
  Map<Integer, Cursor> watermarks() {
    return Map.copyOf(watermarks);
  }
}

package dev.rebound.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The golden file of one version of an event type.
 *
 * @param full a sample in clear that has every component, at every depth
 * @param minimal a sample in clear that has only what is required
 * @param published the full sample as it lies in the event table and on the topic
 * @param earlier the full samples, in clear, of the time before a component was added
 */
record Golden(
    EventType type,
    int version,
    ObjectNode full,
    ObjectNode minimal,
    ObjectNode published,
    List<ObjectNode> earlier) {

  static Golden of(EventType type, int version) {
    JsonNode file =
        ContractFiles.json(ContractFiles.GOLDEN.resolve(ContractFiles.name(type, version)));
    return new Golden(
        type,
        version,
        file.withObject("/full"),
        file.withObject("/minimal"),
        file.withObject("/published"),
        file.path("earlier").valueStream().map(ObjectNode.class::cast).toList());
  }

  /** One of every version of every type. */
  static Stream<Golden> all() {
    return Arrays.stream(EventType.values())
        .flatMap(type -> IntStream.rangeClosed(1, type.version()).mapToObj(v -> of(type, v)));
  }

  /** Those in the newest version, whose shape is that of the records. */
  static Stream<Golden> newest() {
    return all().filter(golden -> golden.version == golden.type.version());
  }

  /** Every sample in clear. */
  List<ObjectNode> inClear() {
    return Stream.concat(Stream.of(full, minimal), earlier.stream()).toList();
  }

  /** The places of the components that the full sample has. */
  List<Place> places() {
    return Place.in(type, full).stream()
        .filter(place -> !place.value(full).isMissingNode())
        .toList();
  }

  @Override
  public String toString() {
    return type.eventName() + ".v" + version;
  }
}

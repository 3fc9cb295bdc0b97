package dev.rebound.sealing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.events.EventJson;
import dev.rebound.events.ReboundEvent;
import dev.rebound.sealing.KeyRing.ErasedSubject;
import dev.rebound.sealing.PersonalParts.Part;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;

/**
 * Seals with AES-256-GCM.
 *
 * <p>A personal component becomes {@code {"sealed":{"subject":"<uuid>","box":"<base64url>"}}}, text
 * and list of texts alike, bound to its place and its path in the document.
 */
public final class AesSealing implements Sealing {

  /** From so many boxes on it is not done on an event loop: they take a millisecond and more. */
  private static final int MANY = 256;

  /** An event is counted as so many, with its JSON. The most, a submission's, are eleven. */
  private static final int BOXES_OF_EVENT = 8;

  private final KeyRing keys;
  private final WrappingKey wrappingKey;

  /** Seals with the keys of this ring, and names addresses with the wrapping key's secret. */
  public AesSealing(KeyRing keys, WrappingKey wrappingKey) {
    this.keys = keys;
    this.wrappingKey = wrappingKey;
  }

  @Override
  public Uni<ObjectNode> seal(ReboundEvent event, String place) {
    Open open = Open.of(event, place);
    return keys.forSealing(open.subjects())
        .map(ring -> open.close(ring).orElseThrow(ErasedSubject::new));
  }

  @Override
  public <T> Uni<List<Optional<T>>> sealEach(
      List<Unsealed> events, Function<ObjectNode, T> finish) {
    Set<UUID> candidates = new HashSet<>();
    events.forEach(it -> candidates.add(it.event().candidateId()));
    return with(
            keys.forSealing(candidates),
            events.size() * BOXES_OF_EVENT,
            ring -> new Batch<>(events, candidates, ring, finish))
        .chain(batch ->
            batch.isClosed()
                ? Uni.createFrom().item(batch.closed())
                : with(
                    keys.forSealing(batch.others()),
                    batch.open.size() * BOXES_OF_EVENT,
                    batch::close));
  }

  /** Many events on their way to being sealed. */
  private static final class Batch<T> {

    private final Set<UUID> candidates;
    private final Map<UUID, SecretKey> ring;
    private final Function<ObjectNode, T> finish;
    private final List<Optional<T>> closed;

    /** Those that tell of somebody else as well, whose keys are still to be had, by their place. */
    private final Map<Integer, Open> open = new LinkedHashMap<>();

    /** Seals what can be sealed with the candidates' keys. */
    Batch(
        List<Unsealed> events,
        Set<UUID> candidates,
        Map<UUID, SecretKey> ring,
        Function<ObjectNode, T> finish) {
      this.candidates = candidates;
      this.ring = new HashMap<>(ring);
      this.finish = finish;
      this.closed = new ArrayList<>(events.size());
      for (Unsealed unsealed : events) {
        Open event = Open.of(unsealed.event(), unsealed.place());
        if (candidates.containsAll(event.subjects())) {
          closed.add(event.close(ring).map(finish));
        } else {
          open.put(closed.size(), event);
          closed.add(Optional.empty());
        }
      }
    }

    boolean isClosed() {
      return open.isEmpty();
    }

    /** The subjects of the rest whose keys have not been asked for. */
    Set<UUID> others() {
      return open.values().stream()
          .flatMap(event -> event.subjects().stream())
          .filter(subject -> !candidates.contains(subject))
          .collect(Collectors.toSet());
    }

    /** Seals the rest. */
    List<Optional<T>> close(Map<UUID, SecretKey> others) {
      ring.putAll(others);
      open.forEach((place, event) -> closed.set(place, event.close(ring).map(finish)));
      return closed();
    }

    List<Optional<T>> closed() {
      return List.copyOf(closed);
    }
  }

  /** An event's JSON with its personal parts in clear. */
  private record Open(UUID candidate, ObjectNode json, List<Part> parts, String place) {

    static Open of(ReboundEvent event, String place) {
      ObjectNode json = EventJson.write(event);
      return new Open(event.candidateId(), json, PersonalParts.of(event, json), place);
    }

    /** Whose keys it takes; the candidate's always, since there is none for whoever is erased. */
    Set<UUID> subjects() {
      Set<UUID> subjects = parts.stream().map(Part::subject).collect(Collectors.toSet());
      subjects.add(candidate);
      return subjects;
    }

    /** The parts closed with the subjects' keys; empty where one of them has none any more. */
    Optional<ObjectNode> close(Map<UUID, SecretKey> ring) {
      if (!ring.keySet().containsAll(subjects())) {
        return Optional.empty();
      }
      parts.forEach(
          part -> AesSealing.close(part, Objects.requireNonNull(ring.get(part.subject())), place));
      return Optional.of(json);
    }
  }

  @Override
  public Uni<List<ObjectNode>> open(List<Placed> sealed) {
    return Uni.createFrom().deferred(() -> openTrees(sealed));
  }

  private Uni<List<ObjectNode>> openTrees(List<Placed> sealed) {
    List<ObjectNode> trees = sealed.stream().map(Placed::json).toList();
    List<ClosedBox> boxes = new ArrayList<>();
    sealed.forEach(placed -> ClosedBox.find(placed, boxes));
    if (boxes.isEmpty()) {
      return Uni.createFrom().item(trees);
    }
    Set<UUID> subjects = boxes.stream().map(ClosedBox::subject).collect(Collectors.toSet());
    return with(
        keys.forOpening(subjects),
        boxes.size(),
        ring -> {
          boxes.forEach(box -> box.put().accept(open(box, ring)));
          return trees;
        });
  }

  @Override
  public Uni<byte[]> seal(UUID subject, byte[] clear, String place) {
    return sealAll(List.of(new Clear(subject, clear, place)))
        .map(sealed -> sealed.getFirst().orElseThrow(ErasedSubject::new));
  }

  @Override
  public Uni<Optional<byte[]>> open(UUID subject, byte[] sealed, String place) {
    return openAll(List.of(new Sealed(subject, sealed, place))).map(List::getFirst);
  }

  @Override
  public Uni<List<Optional<byte[]>>> sealAll(List<Clear> batch) {
    Set<UUID> subjects = batch.stream().map(Clear::subject).collect(Collectors.toSet());
    return with(
        keys.forSealing(subjects),
        batch.size(),
        ring ->
            batch.stream()
                .map(clear ->
                    Optional.ofNullable(ring.get(clear.subject()))
                        .map(key -> Box.close(key, clear.bytes(), clear.place())))
                .toList());
  }

  @Override
  public Uni<List<Optional<byte[]>>> openAll(List<Sealed> batch) {
    Set<UUID> subjects = batch.stream().map(Sealed::subject).collect(Collectors.toSet());
    return with(
        keys.forOpening(subjects),
        batch.size(),
        ring ->
            batch.stream()
                .map(sealed ->
                    Optional.ofNullable(ring.get(sealed.subject()))
                        .map(key -> Box.open(key, sealed.bytes(), sealed.place())))
                .toList());
  }

  /** Many boxes are worked on aside; what comes of it goes on on the caller's Vert.x context. */
  private static <T> Uni<T> with(
      Uni<Map<UUID, SecretKey>> keys, int boxes, Function<Map<UUID, SecretKey>, T> work) {
    if (boxes < MANY) {
      return keys.map(work);
    }
    return Uni.createFrom()
        .deferred(() -> {
          Context caller = Vertx.currentContext();
          Uni<T> done = keys.emitOn(Infrastructure.getDefaultExecutor()).map(work);
          return caller == null
              ? done
              : done.emitOn(task -> caller.runOnContext(now -> task.run()));
        });
  }

  @Override
  public UUID pseudonym(String email) {
    return wrappingKey.pseudonym(email.strip().toLowerCase(Locale.ROOT));
  }

  @Override
  public UUID pseudonym(String kind, String name) {
    return wrappingKey.pseudonym(kind + "\n" + name);
  }

  private static void close(Part part, SecretKey key, String place) {
    byte[] box = Box.close(key, write(part.value()), place + "#" + part.path());
    ObjectNode sealed = EventJson.mapper().createObjectNode();
    sealed
        .putObject(ClosedBox.SEALED)
        .put(ClosedBox.SUBJECT, part.subject().toString())
        .put(ClosedBox.BOX, Base64.getUrlEncoder().withoutPadding().encodeToString(box));
    part.parent().set(part.field(), sealed);
  }

  private static JsonNode open(ClosedBox box, Map<UUID, SecretKey> ring) {
    SecretKey key = ring.get(box.subject());
    return key == null ? NullNode.instance : read(Box.open(key, box.bytes(), box.place()));
  }

  private static byte[] write(JsonNode value) {
    try {
      return EventJson.mapper().writeValueAsBytes(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree that was just made can be written");
    }
  }

  private static JsonNode read(byte[] clear) {
    try {
      return EventJson.mapper().readTree(clear);
    } catch (IOException notJson) {
      throw new BrokenBox();
    }
  }
}

package dev.rebound.eventstore.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.events.EventJson;
import dev.rebound.events.EventType;
import dev.rebound.events.EventType.WireName;
import dev.rebound.events.ReboundEvent;
import dev.rebound.eventstore.EventStore.Append;
import dev.rebound.eventstore.EventStore.NewEvent;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.sealing.Sealing;
import dev.rebound.sealing.Sealing.BrokenBox;
import dev.rebound.sealing.Sealing.Placed;
import dev.rebound.sealing.Sealing.Unsealed;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns events into what is stored, and back. */
public final class EventCodec {

  /**
   * The most bytes an event may have: less than a broker takes in one record, so that no event can
   * ever be stored that cannot be published.
   */
  static final int MAX_BYTES = 900_000;

  private final Sealing sealing;

  /** A codec that seals and opens with this. */
  public EventCodec(Sealing sealing) {
    this.sealing = sealing;
  }

  /** The events of an append as they will be stored, in their order. */
  public Uni<List<SealedEvent>> seal(Append append) {
    List<Uni<SealedEvent>> sealed = new ArrayList<>();
    int version = append.expectedVersion();
    for (NewEvent fresh : append.events()) {
      sealed.add(seal(append, fresh, ++version));
    }
    return Uni.join().all(sealed).andFailFast();
  }

  /** The same for many appends at once; empty where a person that one tells of is erased. */
  Uni<List<Optional<List<SealedEvent>>>> sealEach(List<Append> appends) {
    List<Unsealed> unsealed = new ArrayList<>();
    for (Append append : appends) {
      int version = append.expectedVersion();
      for (NewEvent fresh : append.events()) {
        String place = SealedEvent.place(append.stream(), ++version, fresh.id());
        unsealed.add(new Unsealed(fresh.event(), place));
      }
    }
    return sealing
        .sealEach(unsealed, EventCodec::write)
        .map(sealed -> {
          Iterator<Optional<byte[]>> next = sealed.iterator();
          return appends.stream().map(append -> sealed(append, next)).toList();
        });
  }

  private static Optional<List<SealedEvent>> sealed(
      Append append, Iterator<Optional<byte[]>> next) {
    List<SealedEvent> events = new ArrayList<>(append.events().size());
    int version = append.expectedVersion();
    for (NewEvent fresh : append.events()) {
      int at = ++version;
      next.next().ifPresent(data -> events.add(SealedEvent.of(append, fresh, at, data)));
    }
    return events.size() == append.events().size() ? Optional.of(events) : Optional.empty();
  }

  /**
   * The events with their personal words open, in their order.
   *
   * @return fails with {@link Unreadable} where one of them is beyond this build
   */
  public Uni<List<StoredEvent>> open(List<SealedEvent> events) {
    return openEach(events).map(opened -> opened.stream().map(Opened::get).toList());
  }

  /** The same, where one that cannot be read leaves the others readable. */
  public Uni<List<Opened>> openEach(List<SealedEvent> events) {
    List<@Nullable Unreadable> unreadable = new ArrayList<>();
    List<Placed> trees = new ArrayList<>();
    for (SealedEvent event : events) {
      try {
        checkType(event);
        trees.add(new Placed(parse(event.data()), event::place));
        unreadable.add(null);
      } catch (Unreadable why) {
        unreadable.add(why);
      }
    }
    if (trees.isEmpty()) {
      return Uni.createFrom().item(() -> bind(events, unreadable, List.of()));
    }
    return sealing
        .open(trees)
        .map(open -> open.stream().map(Optional::of).toList())
        .onFailure(BrokenBox.class)
        .recoverWithUni(() -> openOneByOne(trees))
        .map(open -> bind(events, unreadable, open));
  }

  /** An event, or why it cannot be read. */
  public record Opened(@Nullable StoredEvent event, @Nullable Unreadable unreadable) {

    /** The event, or throws why there is none. */
    public StoredEvent get() {
      if (event == null) {
        throw Objects.requireNonNull(unreadable);
      }
      return event;
    }
  }

  private Uni<List<Optional<ObjectNode>>> openOneByOne(List<Placed> trees) {
    List<Uni<Optional<ObjectNode>>> each = new ArrayList<>();
    for (Placed tree : trees) {
      // A copy: the failed attempt may have opened some of its boxes, which is not a failure now.
      Placed fresh = new Placed(tree.json().deepCopy(), tree.place());
      each.add(
          sealing
              .open(List.of(fresh))
              .map(List::getFirst)
              .map(Optional::of)
              .onFailure(BrokenBox.class)
              .recoverWithItem(Optional.empty()));
    }
    return Uni.join().all(each).andFailFast();
  }

  private static List<Opened> bind(
      List<SealedEvent> events,
      List<@Nullable Unreadable> unreadable,
      List<Optional<ObjectNode>> trees) {
    List<Opened> opened = new ArrayList<>(events.size());
    Iterator<Optional<ObjectNode>> open = trees.iterator();
    for (int i = 0; i < events.size(); i++) {
      Unreadable why = unreadable.get(i);
      opened.add(why == null ? bind(events.get(i), open.next()) : new Opened(null, why));
    }
    return opened;
  }

  /** An event cannot be read by this build; says why by a code, and nothing of its content. */
  public static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;

    Unreadable(Why why) {
      super(why.name(), null, false, false);
      this.why = why;
    }

    /** What is wrong with it. */
    public Why why() {
      return why;
    }

    /** What can be wrong with an event. */
    public enum Why {
      /** It is not a JSON object within the bounds of {@link EventJson}. */
      NOT_JSON,
      /** It does not fit the record of its type. */
      DOES_NOT_FIT,
      /** A box in it does not open: changed, or taken from another event. */
      BROKEN_SEAL,
      /** It belongs to another candidate than the one it is stored or sent under. */
      OTHER_CANDIDATE,
      /** It names another board than the tenant it is stored or sent under. */
      OTHER_BOARD,
      /** Its type is known in an older version only. */
      NEWER_VERSION,
      /** Its type is not known. */
      UNKNOWN_TYPE
    }
  }

  private Uni<SealedEvent> seal(Append append, NewEvent fresh, int version) {
    String place = SealedEvent.place(append.stream(), version, fresh.id());
    return sealing
        .seal(fresh.event(), place)
        .map(json -> SealedEvent.of(append, fresh, version, write(json)));
  }

  private static byte[] write(ObjectNode json) {
    try {
      byte[] data = EventJson.mapper().writeValueAsBytes(json);
      if (data.length > MAX_BYTES) {
        throw new IllegalArgumentException("an event has at most " + MAX_BYTES + " bytes");
      }
      return data;
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree that was just made can be written");
    }
  }

  private static ObjectNode parse(byte[] data) {
    try {
      if (EventJson.mapper().readTree(data) instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException notJson) {
      // Its message quotes the document, which may be personal: only the code goes on.
    }
    throw new Unreadable(Unreadable.Why.NOT_JSON);
  }

  private static void checkType(SealedEvent event) {
    switch (EventType.parse(event.type())) {
      case WireName.Newer _ -> throw new Unreadable(Unreadable.Why.NEWER_VERSION);
      case WireName.Unknown _ -> throw new Unreadable(Unreadable.Why.UNKNOWN_TYPE);
      case WireName.Known _ -> {}
    }
  }

  private static Opened bind(SealedEvent event, Optional<ObjectNode> json) {
    if (json.isEmpty()) {
      return new Opened(null, new Unreadable(Unreadable.Why.BROKEN_SEAL));
    }
    return switch (EventType.parse(event.type())) {
      case WireName.Known(EventType type, int version) -> bind(event, type, version, json.get());
      case WireName.Newer _, WireName.Unknown _ ->
          throw new IllegalStateException("the type was checked before");
    };
  }

  private static Opened bind(SealedEvent event, EventType type, int version, ObjectNode json) {
    try {
      ReboundEvent read = EventJson.read(type, version, json);
      if (!read.candidateId().equals(event.candidate())) {
        return new Opened(null, new Unreadable(Unreadable.Why.OTHER_CANDIDATE));
      }
      if (isOfAnotherBoard(event, json)) {
        return new Opened(null, new Unreadable(Unreadable.Why.OTHER_BOARD));
      }
      return new Opened(
          new StoredEvent(event.id(), event.stream(), event.version(), event.metadata(), read),
          null);
    } catch (IllegalArgumentException misfit) {
      return new Opened(null, new Unreadable(Unreadable.Why.DOES_NOT_FIT));
    }
  }

  /** An event may name no board, or have happened outside of one; two that differ are a mistake. */
  private static boolean isOfAnotherBoard(SealedEvent event, ObjectNode json) {
    @Nullable String tenant = event.metadata().board();
    @Nullable String named = json.path("board").asText(null);
    return tenant != null && named != null && !tenant.equals(named);
  }
}

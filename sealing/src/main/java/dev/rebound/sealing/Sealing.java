package dev.rebound.sealing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.events.ReboundEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Seals what tells of a person under that person's key, so that destroying the key erases it
 * wherever a copy may be.
 */
public interface Sealing {

  /**
   * The event's JSON with every personal component sealed. Fails with {@link KeyRing.ErasedSubject}
   * where its candidate is erased, even if there is nothing to seal in it: nothing more is written
   * down of whoever asked to be forgotten.
   *
   * @param place what binds the boxes to the place they stand at, such as the event's id
   */
  Uni<ObjectNode> seal(ReboundEvent event, String place);

  /**
   * The JSON of many events, with the keys of all their candidates fetched or made together.
   *
   * @param finish makes of an event's JSON what is kept of it, so that no more than one tree is
   *     there at a time where nobody but candidates is told of; called off the caller's thread
   *     where they are many
   * @return in order; empty where a subject of the event is erased
   */
  <T> Uni<List<Optional<T>>> sealEach(List<Unsealed> events, Function<ObjectNode, T> finish);

  /** An event about to be sealed, and what binds its boxes to the place they stand at. */
  record Unsealed(ReboundEvent event, String place) {}

  /** The same trees with every box opened; a box whose key is gone becomes null. */
  Uni<List<ObjectNode>> open(List<Placed> sealed);

  /**
   * A sealed tree.
   *
   * @param place what its boxes are bound to; asked for only where there are any
   */
  record Placed(ObjectNode json, Supplier<String> place) {}

  /** Seals bytes of a subject, such as a draft or a row of a read model. */
  Uni<byte[]> seal(UUID subject, byte[] clear, String place);

  /** Opens what {@link #seal(UUID, byte[], String)} sealed; empty where the key is gone. */
  Uni<Optional<byte[]>> open(UUID subject, byte[] sealed, String place);

  /** A batch of the former, in order; empty for a subject who is erased. */
  Uni<List<Optional<byte[]>>> sealAll(List<Clear> batch);

  /** A batch of the former, in order. */
  Uni<List<Optional<byte[]>>> openAll(List<Sealed> batch);

  /** Bytes of a subject about to be sealed. */
  record Clear(UUID subject, byte[] bytes, String place) {}

  /** Sealed bytes of a subject. */
  record Sealed(UUID subject, byte[] bytes, String place) {}

  /**
   * The pseudonym of an e-mail address: the same for the same address, not to be found without the
   * secret.
   */
  UUID pseudonym(String email);

  /**
   * The pseudonym of any other name, letter for letter: the same for the same name of a kind, not
   * to be found without the secret.
   *
   * @param kind what it is the name of; one line
   */
  UUID pseudonym(String kind, String name);

  /** A box does not open: it was changed, moved from its place, or closed with another key. */
  final class BrokenBox extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenBox() {
      super("a sealed box does not open at its place", null, false, false);
    }
  }
}

package dev.rebound.sealing;

import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;

/** Keeps keys in memory, for tests. */
public final class InMemoryKeyRing implements KeyRing {

  /** The wrapping key of tests. */
  public static final WrappingKey WRAPPING_KEY =
      new WrappingKey("dGhpcnR5LXR3byBieXRlcyBvZiBhIHRlc3QgcnVuISE=");

  private final Map<UUID, SecretKey> keys = new HashMap<>();
  private final Set<UUID> erased = new HashSet<>();

  /** A sealing with keys of its own. */
  public static AesSealing sealing() {
    return new AesSealing(new InMemoryKeyRing(), WRAPPING_KEY);
  }

  @Override
  public Uni<Map<UUID, SecretKey>> forSealing(Set<UUID> subjects) {
    return Uni.createFrom().item(() -> makeMissing(subjects));
  }

  @Override
  public Uni<Map<UUID, SecretKey>> forOpening(Set<UUID> subjects) {
    return Uni.createFrom().item(() -> existing(subjects));
  }

  @Override
  public Uni<Void> erase(UUID subject) {
    return Uni.createFrom()
        .voidItem()
        .invoke(() -> {
          synchronized (this) {
            keys.remove(subject);
            erased.add(subject);
          }
        });
  }

  private synchronized Map<UUID, SecretKey> makeMissing(Set<UUID> subjects) {
    subjects.stream()
        .filter(subject -> !erased.contains(subject))
        .forEach(subject -> keys.computeIfAbsent(subject, fresh -> WrappingKey.freshKey()));
    return existing(subjects);
  }

  private synchronized Map<UUID, SecretKey> existing(Set<UUID> subjects) {
    Map<UUID, SecretKey> found = new HashMap<>(keys);
    found.keySet().retainAll(subjects);
    return found;
  }
}

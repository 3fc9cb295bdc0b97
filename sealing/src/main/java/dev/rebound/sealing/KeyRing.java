package dev.rebound.sealing;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;

/** The keys of the subjects: one each, made when it is first needed, destroyed upon erasure. */
public interface KeyRing {

  /** A key for each subject, made where there is none; fails with {@link ErasedSubject}. */
  Uni<Map<UUID, SecretKey>> forSealing(Set<UUID> subjects);

  /** The keys that exist; an erased or unknown subject is left out. */
  Uni<Map<UUID, SecretKey>> forOpening(Set<UUID> subjects);

  /**
   * Destroys a subject's key, for good. Other processes may keep theirs in memory for up to two
   * minutes.
   */
  Uni<Void> erase(UUID subject);
}

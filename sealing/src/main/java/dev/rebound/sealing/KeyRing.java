package dev.rebound.sealing;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;

/** The keys of the subjects: one each, made when it is first needed, destroyed upon erasure. */
public interface KeyRing {

  /** A key for each subject, made where there is none; an erased subject is left out. */
  Uni<Map<UUID, SecretKey>> forSealing(Set<UUID> subjects);

  /** Completes for whoever has a key or gets one now; fails with {@link ErasedSubject} else. */
  default Uni<Void> requireLiving(UUID subject) {
    return forSealing(Set.of(subject))
        .invoke(keys -> {
          if (keys.isEmpty()) {
            throw new ErasedSubject();
          }
        })
        .replaceWithVoid();
  }

  /** The keys that exist; an erased or unknown subject is left out. */
  Uni<Map<UUID, SecretKey>> forOpening(Set<UUID> subjects);

  /**
   * Destroys a subject's key, for good. Other processes may keep theirs in memory for up to two
   * minutes.
   */
  Uni<Void> erase(UUID subject);

  /** Something was to be sealed for a person whose key is destroyed; nothing may be, ever again. */
  final class ErasedSubject extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ErasedSubject() {
      super("the subject is erased", null, false, false);
    }
  }
}

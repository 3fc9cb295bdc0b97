package dev.rebound.application.reflection;

import dev.rebound.events.StageKind;
import java.util.Set;
import java.util.UUID;

/**
 * Completes the reflection on an application, for the first time or anew.
 *
 * @param tookPlace the stages of the application, by its own stream
 */
public record CompleteReflection(
    UUID applicationId, UUID candidateId, Set<StageKind> tookPlace, ReflectionContent content) {

  public CompleteReflection {
    tookPlace = Set.copyOf(tookPlace);
  }
}

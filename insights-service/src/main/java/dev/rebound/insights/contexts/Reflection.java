package dev.rebound.insights.contexts;

import dev.rebound.delivery.ReadText;
import dev.rebound.events.Cause;
import dev.rebound.events.RoleReflection;
import dev.rebound.events.StageReflection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the candidate made of it.
 *
 * @param completedOn the day it was finished, UTC
 * @param evidence what the causes and words were read as
 * @param texts who read which of the texts, and what came of it, by where they stand
 */
public record Reflection(
    UUID eventId,
    LocalDate completedOn,
    List<StageReflection> stages,
    List<Cause> causes,
    @Nullable RoleReflection role,
    @Nullable String lessons,
    List<Evidence> evidence,
    Map<String, ReadText> texts) {

  public Reflection {
    stages = stages == null ? List.of() : List.copyOf(stages);
    causes = causes == null ? List.of() : List.copyOf(causes);
    evidence = evidence == null ? List.of() : List.copyOf(evidence);
    texts = texts == null ? Map.of() : Map.copyOf(texts);
  }
}

package dev.rebound.insights.contexts;

import dev.rebound.delivery.ReadText;
import dev.rebound.events.Cause;
import dev.rebound.events.RoleReflection;
import dev.rebound.events.StageReflection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the candidate made of it.
 *
 * @param formerEvents the reflections on the same application that it replaced, oldest first
 * @param completedOn the day it was finished, UTC
 * @param evidence what the causes and words were read as
 * @param texts who read which of the texts, and what came of it, by where they stand
 */
public record Reflection(
    UUID eventId,
    List<UUID> formerEvents,
    LocalDate completedOn,
    List<StageReflection> stages,
    List<Cause> causes,
    @Nullable RoleReflection role,
    @Nullable String lessons,
    List<Evidence> evidence,
    Map<String, ReadText> texts) {

  /** The most former reflections that are kept: corrections of older ones are found no more. */
  private static final int MOST_FORMER = 100;

  public Reflection {
    formerEvents = formerEvents == null ? List.of() : List.copyOf(formerEvents);
    stages = stages == null ? List.of() : List.copyOf(stages);
    causes = causes == null ? List.of() : List.copyOf(causes);
    evidence = evidence == null ? List.of() : List.copyOf(evidence);
    texts = texts == null ? Map.of() : Map.copyOf(texts);
  }

  /** The reflections that one replaces which comes after it. */
  List<UUID> replaced() {
    List<UUID> all = Stream.concat(formerEvents.stream(), Stream.of(eventId)).toList();
    return all.subList(Math.max(0, all.size() - MOST_FORMER), all.size());
  }

  /** Whether these words still stand in one of its texts; notes on causes are none. */
  boolean says(String words) {
    return contains(lessons, words)
        || stages.stream()
            .anyMatch(
                stage -> contains(stage.wentWell(), words) || contains(stage.toImprove(), words));
  }

  private static boolean contains(@Nullable String text, String words) {
    return text != null && text.contains(words);
  }
}

package dev.rebound.insights.contexts;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.delivery.ReadText;
import dev.rebound.events.Control;
import dev.rebound.events.StageKind;
import dev.rebound.events.Theme;
import dev.rebound.insights.contexts.EvidenceReading.Judgement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of one event while it is read.
 *
 * <p>An id is derived from the event, the place in it, the theme, and which of several readings of
 * that theme in that place it is. No words go into it, since corrections carry it in clear.
 */
final class Gathering {

  private final UUID eventId;
  private final @Nullable UUID applicationId;
  private final UUID contextId;
  private final EvidenceSource source;
  private final LocalDate at;
  private final List<Evidence> evidence = new ArrayList<>();
  private final Map<String, ReadText> texts = new HashMap<>();
  private final Map<String, Integer> seen = new HashMap<>();

  Gathering(
      UUID eventId,
      @Nullable UUID applicationId,
      UUID contextId,
      EvidenceSource source,
      LocalDate at) {
    this.eventId = eventId;
    this.applicationId = applicationId;
    this.contextId = contextId;
    this.source = source;
    this.at = at;
  }

  void add(
      String where,
      Theme theme,
      Control control,
      Judgement judgement,
      @Nullable StageKind stage,
      @Nullable String quote,
      boolean decisive) {
    String place = where + "/" + theme;
    int ordinal = seen.merge(place, 1, Integer::sum);
    evidence.add(
        new Evidence(
            id(eventId, where, theme, ordinal),
            eventId,
            applicationId,
            contextId,
            source,
            theme,
            control,
            judgement.polarity(),
            stage,
            quote,
            judgement.confidence(),
            judgement.reader(),
            decisive,
            false,
            at));
  }

  /** Notes that a text was read, and as what. */
  void note(String where, ReadText read) {
    texts.put(where, read);
  }

  /** The id of what an event says of a theme in one place, counted from 1. */
  static UUID id(UUID eventId, String where, Theme theme, int ordinal) {
    return UuidCreator.getNameBasedSha1(eventId, where + "/" + theme + "/" + ordinal);
  }

  void remove(Evidence superseded) {
    evidence.remove(superseded);
  }

  boolean isEmpty() {
    return evidence.isEmpty();
  }

  /** What was gathered, in the order it was added. */
  List<Evidence> evidence() {
    return List.copyOf(evidence);
  }

  /** The texts that were read, by where they stand in the event. */
  Map<String, ReadText> texts() {
    return Map.copyOf(texts);
  }
}

package dev.rebound.insights.contexts;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.analysis.Polarity;
import dev.rebound.events.CorrectedReading;
import dev.rebound.events.Theme;
import dev.rebound.insights.contexts.CandidateFacts.Correction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The candidate's word over the reader's, also over that of a reader who came later.
 *
 * <p>A correction is of words and of the theme that was found in them. Where that theme is found in
 * them again, the correction applies to it, whatever its id has become. Where it is not, the
 * correction stands by itself, unless it dismissed the words. Anything else that is found in the
 * same words, and was not when the candidate looked at them, does not count.
 *
 * <p>A reflection that replaces another keeps its corrections where the same words still stand in
 * it; see {@link FormerWords}. What was corrected in words that the candidate took out is gone.
 *
 * <p>A correction that does not say what it corrected is found by its id alone.
 */
final class Corrections {

  private final SortedMap<UUID, Correction> byEvidence;

  Corrections(Map<UUID, Correction> byEvidence) {
    this.byEvidence = new TreeMap<>(byEvidence);
  }

  /** What an event says as the candidate wants it read, without what they dismissed. */
  List<Evidence> over(Said said) {
    return placed(said).stream().flatMap(it -> it.corrected().stream()).toList();
  }

  /**
   * What an event says as it was read, dismissed or not, under the ids that the candidate knows; of
   * what is read no more, what was read when they corrected it.
   */
  List<Evidence> asRead(Said said) {
    return placed(said).stream().map(Placed::read).toList();
  }

  /**
   * What an event says that the candidate does not want to count: as it would count, with the theme
   * and the control that they gave it before.
   */
  List<Evidence> dismissed(Said said) {
    return placed(said).stream().flatMap(it -> it.dismissed().stream()).toList();
  }

  /** A piece of evidence, and the correction of it where there is one. */
  private record Placed(Evidence read, @Nullable Correction correction) {

    Optional<Evidence> corrected() {
      if (correction == null) {
        return Optional.of(read);
      }
      return correction.dismisses() ? Optional.empty() : Optional.of(read.correctedBy(correction));
    }

    Optional<Evidence> dismissed() {
      if (correction == null || !correction.dismisses()) {
        return Optional.empty();
      }
      boolean changed = correction.theme() != null || correction.control() != null;
      return Optional.of(changed ? read.correctedBy(correction) : read);
    }
  }

  private List<Placed> placed(Said said) {
    Map<UUID, CorrectedReading> readings = readings(said);
    Map<Evidence, UUID> owners = owners(said, readings);
    Map<UUID, CorrectedReading> corrected = standing(said, readings, owners);
    List<Placed> placed = new ArrayList<>();
    corrected.forEach((id, reading) -> {
      if (!owners.containsValue(id)) {
        placed.add(new Placed(lost(said, id, reading), byEvidence.get(id)));
      }
    });
    for (Evidence read : said.evidence()) {
      @Nullable UUID owner = owners.get(read);
      if (owner != null) {
        placed.add(new Placed(read.withId(owner), byEvidence.get(owner)));
      } else if (corrected.values().stream().noneMatch(reading -> isNewIn(reading, read))) {
        placed.add(
            corrected.containsKey(read.id())
                ? new Placed(read.withId(otherThan(read.id())), null)
                : new Placed(read, byEvidence.get(read.id())));
      }
    }
    return placed;
  }

  /** For what has come to the id under which the candidate corrected other words. */
  private static UUID otherThan(UUID corrected) {
    return UuidCreator.getNameBasedSha1(corrected, "other");
  }

  /**
   * What was corrected in an event, by the id of the evidence; then what was corrected in those it
   * replaced, newest first.
   */
  private Map<UUID, CorrectedReading> readings(Said said) {
    List<UUID> events = new ArrayList<>(said.formerEvents());
    events.add(said.eventId());
    Map<UUID, CorrectedReading> readings = new LinkedHashMap<>();
    for (UUID event : events.reversed()) {
      byEvidence.forEach((id, correction) -> {
        CorrectedReading reading = correction.reading();
        if (reading != null && reading.eventId().equals(event)) {
          readings.put(id, reading);
        }
      });
    }
    return readings;
  }

  /** Which evidence is what was corrected under which id; first those whose id is the same. */
  private static Map<Evidence, UUID> owners(Said said, Map<UUID, CorrectedReading> readings) {
    Map<Evidence, UUID> owners = new HashMap<>();
    readings.forEach((id, reading) ->
        said.evidence().stream()
            .filter(read -> !owners.containsKey(read))
            .filter(read ->
                isOf(said, reading)
                    ? isSame(id, reading, read)
                    : FormerWords.areIn(id, reading, read))
            .min(
                Comparator.comparing((Evidence read) -> !read.id().equals(id))
                    .thenComparing(read -> !Objects.equals(read.quote(), reading.quote())))
            .ifPresent(read -> owners.put(read, id)));
    return owners;
  }

  /** Without what was corrected in words that stand there no more, or was corrected again since. */
  private static Map<UUID, CorrectedReading> standing(
      Said said, Map<UUID, CorrectedReading> readings, Map<Evidence, UUID> owners) {
    Map<UUID, CorrectedReading> standing = new TreeMap<>();
    readings.forEach((id, reading) -> {
      boolean again =
          standing.values().stream()
              .anyMatch(later ->
                  later.theme() == reading.theme()
                      && FormerWords.shared(later.quote(), reading.quote()));
      if (isOf(said, reading)
          || owners.containsValue(id)
          || !again && FormerWords.stillStand(id, reading, said)) {
        standing.put(id, reading);
      }
    });
    return standing;
  }

  private static boolean isOf(Said said, CorrectedReading reading) {
    return reading.eventId().equals(said.eventId());
  }

  /** What was ticked is what it was, whichever words it is quoted with now. */
  private static boolean isSame(UUID id, CorrectedReading reading, Evidence read) {
    boolean sameId = read.id().equals(id);
    return sameId && (reading.quote() == null || isTicked(read))
        || read.theme() == reading.theme()
            && !isTicked(read)
            && FormerWords.shared(reading.quote(), read.quote());
  }

  private static boolean isTicked(Evidence read) {
    return read.id().equals(Gathering.id(read.eventId(), Ratings.PLACE, read.theme(), 1));
  }

  private static boolean isNewIn(CorrectedReading reading, Evidence read) {
    return read.theme() != reading.theme()
        && !reading.beside().contains(read.theme())
        && !isTicked(read)
        && FormerWords.shared(reading.quote(), read.quote());
  }

  private static Evidence lost(Said said, UUID id, CorrectedReading reading) {
    return new Evidence(
        id,
        said.eventId(),
        said.applicationId(),
        said.contextId(),
        said.source(),
        reading.theme(),
        reading.theme().defaultControl(),
        FormerWords.polarity(reading.praise()),
        reading.stage(),
        reading.quote(),
        1,
        null,
        false,
        false,
        said.at());
  }

  /**
   * What a correction has to say of the evidence that it corrects.
   *
   * @param read a piece of what was said, under the id that the candidate knows
   */
  CorrectedReading shown(Said said, Evidence read) {
    Correction former = byEvidence.get(read.id());
    if (former != null && former.reading() != null) {
      return former.reading();
    }
    List<Theme> beside =
        said.evidence().stream()
            .filter(other ->
                !other.id().equals(read.id()) && FormerWords.shared(read.quote(), other.quote()))
            .map(Evidence::theme)
            .sorted()
            .distinct()
            .toList();
    return new CorrectedReading(
        said.eventId(),
        read.theme(),
        beside,
        read.polarity() == Polarity.NEUTRAL ? null : read.polarity() == Polarity.POSITIVE,
        read.stage(),
        read.quote());
  }
}
